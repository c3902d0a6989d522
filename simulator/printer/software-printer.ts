import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Receipt, textOf } from './escpos/model.ts';
import { HARDWARE, type Hardware, type HardwareName } from './hardware.ts';
import { PrinterLine } from './line.ts';
import { Machine } from './machine.ts';
import { renderPaper } from './render/paper.ts';
import type { PrinterState, PrinterStateChange } from './state.ts';

export interface PrintedPaper {
  model: Receipt;
  text: string;
  /** The picture of the piece, made when asked for. */
  png(): Uint8Array;
  /** Wall clock, Unix milliseconds. */
  completedAt: number;
  cut: Receipt['cut'];
}

export interface SoftwarePrinter {
  port: number;
  state(): PrinterState;
  set(change: PrinterStateChange): Promise<void>;
  /** Every receipt that was cut, in order. Only these are out. */
  receipts(): readonly PrintedPaper[];
  /** Pieces that came away without a cut, because the roll ended. */
  scraps(): readonly PrintedPaper[];
  /** Slips in the bin behind a presenter: nobody took them. */
  takenBack(): readonly PrintedPaper[];
  /** The slip that is held out now. */
  held(): PrintedPaper | null;
  /** A hand takes it. */
  take(): PrintedPaper;
  /** What hangs in the slot now, uncut. */
  hanging(): Receipt;
  /** Bytes accepted and not yet worked off: what would come out after a refill. */
  bufferedBytes(): number;
  close(): Promise<void>;
}

export interface SoftwarePrinterOptions {
  /** 0 picks a free port. */
  port?: number;
  profile?: HardwareName | Hardware;
  /** Where finished receipts are written as `receipt-0001.png` and `.txt`; not given, nothing is written. */
  outDir?: string;
  now?: () => number;
}

/** Starts a receipt printer in software on 127.0.0.1. Rejects when the port is taken. */
export async function startSoftwarePrinter(options: SoftwarePrinterOptions = {}): Promise<SoftwarePrinter> {
  const { port = 0, profile = 'epson-80', outDir, now = Date.now } = options;
  const hardware = typeof profile === 'string' ? HARDWARE[profile] : profile;
  const receipts: PrintedPaper[] = [];
  const scraps: PrintedPaper[] = [];
  const takenBack: PrintedPaper[] = [];
  let writing = Promise.resolve();

  function keep(model: Receipt): void {
    let picture: Uint8Array | null = null;
    const png = () => {
      picture ??= renderPaper(model, hardware);
      return picture;
    };
    const paper = { model, text: textOf(model), png, completedAt: now(), cut: model.cut };
    (model.cut ? receipts : scraps).push(paper);
    if (outDir) {
      const name = model.cut ? `receipt-${numbered(receipts)}` : `scrap-${numbered(scraps)}`;
      writing = writing.then(() => writeOut(outDir, name, paper));
    }
  }

  if (outDir) await mkdir(outDir, { recursive: true });
  const machine: Machine = new Machine(hardware, {
    answered: (bytes) => line.answer(bytes),
    paperCame: keep,
    paperTakenBack: () => void takenBack.push(...receipts.slice(-1)),
    drained: () => line.read(),
  });
  const line = new PrinterLine(() => machine);
  await line.listen(port);

  return {
    port: line.port,
    state: () => machine.state,
    async set(change) {
      machine.change(change);
      if (machine.state.link === 'refuse') await line.unlisten();
      else {
        await line.listen(line.port);
        line.read();
      }
    },
    receipts: () => receipts,
    scraps: () => scraps,
    takenBack: () => takenBack,
    held: () => (machine.isHolding ? (receipts.at(-1) ?? null) : null),
    take() {
      machine.takeFromMouth();
      return receipts.at(-1) as PrintedPaper;
    },
    hanging: () => machine.hanging,
    bufferedBytes: () => machine.bufferedBytes,
    async close() {
      machine.stop();
      await line.unlisten();
      await writing;
    },
  };
}

function numbered(papers: readonly unknown[]): string {
  return String(papers.length).padStart(4, '0');
}

async function writeOut(dir: string, name: string, paper: PrintedPaper): Promise<void> {
  await writeFile(join(dir, `${name}.txt`), `${paper.text}\n`);
  await writeFile(join(dir, `${name}.png`), paper.png());
}
