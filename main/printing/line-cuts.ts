import { decodeReceipts } from '../../simulator/printer/escpos/decode.ts';
import type { Receipt } from '../../simulator/printer/escpos/model.ts';
import { readCommand, readRealTime } from '../../simulator/printer/escpos/read-command.ts';
import { HARDWARE, type HardwareName } from '../../simulator/printer/hardware.ts';
import { type PrintedPaper, startSoftwarePrinter } from '../../simulator/printer/software-printer.ts';
import { encode } from './escpos/encode.ts';
import { exampleComplaintSlip, exampleEmergencySlip } from './examples.ts';
import { interruptedNoteFor, printSlip } from './print-slip.ts';
import type { OpenLine } from './printer/line.ts';
import { createPrinterPort, lineTo } from './printer/printer-port.ts';
import { realClock, shortPatience } from './printer/testing.ts';
import { layOut } from './receipt/lay-out.ts';
import { aProfile } from './testing.ts';

/** The slip of the visitor whose cable is pulled, and the one of the visitor after her. */
const old = exampleComplaintSlip('id');
const next = exampleEmergencySlip('id');
const WORDS_OF_OLD = /B4K3-BDBQ|482 913|\[QR/;
const HER_NUMBER = 'B4K3-BDBQ';
const LAST_WORDS = 'Cetakan K7M2';

const PATIENCE = { ...shortPatience, slipMs: 3000 };

export interface CutLine {
  /** What the kiosk said of the slip whose line was cut. */
  outcome: 'printed' | 'failed' | 'unknown';
  /** What must never be, in words; empty when the next visitor was safe. */
  faults: string[];
  /** The whole slip hung from the slot and was cut off only when the printer was spoken to again. */
  wasCutOffLater: boolean;
  /** Byte sequences that the printer did not understand. The half command itself may be one; more means that its rest was eaten. */
  refused: number;
}

/**
 * Pulls the printer's cable after `afterBytes` bytes of a slip's whole conversation, plugs it in again, and prints the next visitor's
 * slip. Judges what lies under the printer.
 */
export async function cutLineAfter(id: HardwareName, afterBytes: number): Promise<CutLine> {
  const profile = aProfile(id, { patience: PATIENCE });
  const printer = await startSoftwarePrinter({ profile: id });
  const port = createPrinterPort({
    openLine: lineTo({ kind: 'tcp', host: '127.0.0.1', port: printer.port }),
    profile,
    clock: realClock,
    interruptedNote: interruptedNoteFor(profile),
  });
  try {
    await printer.set({ cutLineAfterBytes: afterBytes });
    const { outcome } = await printSlip(old, profile, port, realClock);
    const hers = printer.receipts().length;
    await printer.set({ cutLineAfterBytes: null });
    const status = await port.status();
    const second = await printSlip(next, profile, port, realClock);
    const later = printer.receipts().slice(hers);
    const pieces = [...printer.scraps(), ...printer.receipts()];
    const faults = [
      ...(status.state === 'ready' ? [] : [`the printer was ${JSON.stringify(status)} afterwards`]),
      ...(second.outcome === 'printed' ? [] : [`the next slip was ${JSON.stringify(second)}`]),
      ...judgeOld(outcome, printer.receipts().slice(0, hers), pieces),
      ...judgeNext(later, cleanPaper(id)),
    ];
    return {
      outcome,
      faults,
      wasCutOffLater: later.slice(0, -1).some(isWholeOld),
      refused: pieces.flatMap((piece) => piece.model.errors).length,
    };
  } finally {
    // It would go on to ask for a slip that is held out, and the next printer may get this one's TCP port.
    port.stop();
    await printer.close();
  }
}

/** Laid out once a printer, not once a cut. */
const cleanPapers = new Map<HardwareName, Receipt>();

/** The next visitor's slip as a printer gives it that nothing was done to. */
function cleanPaper(id: HardwareName): Receipt {
  const known = cleanPapers.get(id);
  if (known) return known;
  const profile = aProfile(id);
  const bytes = Uint8Array.from(Buffer.concat(encode(layOut(next, profile), profile)));
  const [receipt] = decodeReceipts(bytes, HARDWARE[id]).receipts;
  if (!receipt) throw new Error('nothing was cut');
  cleanPapers.set(id, receipt);
  return receipt;
}

function isWholeOld(paper: PrintedPaper): boolean {
  return paper.text.includes(HER_NUMBER) && paper.text.includes(LAST_WORDS);
}

function judgeOld(outcome: CutLine['outcome'], came: PrintedPaper[], pieces: PrintedPaper[]): string[] {
  if (outcome === 'printed' && !came.some(isWholeOld)) return ['called printed, and not on paper'];
  if (outcome === 'failed' && pieces.some((piece) => WORDS_OF_OLD.test(piece.text)))
    return ['called failed, and something of it is on paper'];
  return [];
}

/**
 * What came after the cable was back: at most two pieces of the earlier slip, and then the next visitor's own, dot by dot as ever.
 * A piece of the earlier slip bears the note, unless it is the whole slip: zeros that end a half cutting command cut.
 */
function judgeNext(papers: PrintedPaper[], clean: Receipt): string[] {
  const own = papers.at(-1);
  const rest = papers.slice(0, -1);
  const faults: string[] = [];
  if (own === undefined || printedOn(own.model) !== printedOn(clean))
    faults.push('the last paper is not the next visitor’s slip and nothing else');
  if (rest.some((paper) => !paper.text.includes('Cetakan ini terputus.') && !isWholeOld(paper)))
    faults.push('a part of the earlier slip without the note');
  return faults;
}

/** What is on it, without the blank paper that lay between head and knife when the piece before it was cut off. */
function printedOn({ blocks }: Receipt): string {
  const first = blocks.findIndex(
    (block) => block.kind !== 'feed' && !(block.kind === 'line' && block.runs.length === 0),
  );
  return JSON.stringify(blocks.slice(first), (_key, value) =>
    value instanceof Uint8Array ? [...value] : value,
  );
}

export interface CutPoint {
  afterBytes: number;
  /** The command it falls into, for whoever reads a fault. */
  command: string;
}

/** Every place where the line of this printer can be cut while a slip is printed: after each byte of the conversation. */
export async function everyCutPoint(id: HardwareName): Promise<CutPoint[]> {
  const said = await conversationOf(id);
  const points: CutPoint[] = [];
  for (let at = 0; at < said.length; ) {
    const { length, kind } = commandAt(said, at);
    for (let inside = 1; inside <= length; inside++)
      points.push({ afterBytes: at + inside, command: `${kind}, byte ${inside} of ${length}` });
    at += length;
  }
  return points;
}

/**
 * A few places in every kind of command: after its first bytes, in its middle, before its last one and behind it. The first and the last
 * of each kind, because what the printer holds by then differs.
 */
export function tellingCutPoints(points: readonly CutPoint[]): CutPoint[] {
  const kinds = new Map<string, CutPoint[][]>();
  for (const point of points) {
    const [, kind = '', inside = ''] = /^(.*), byte (\d+) of/.exec(point.command) ?? [];
    const commands = kinds.get(kind) ?? [];
    if (inside === '1') commands.push([]);
    commands.at(-1)?.push(point);
    kinds.set(kind, commands);
  }
  const chosen = new Set<CutPoint>();
  for (const commands of kinds.values()) {
    for (const command of [commands[0], commands.at(-1)]) {
      const last = (command?.length ?? 0) - 1;
      for (const at of [0, 1, 2, Math.floor(last / 2), last - 1, last]) {
        const point = command?.[at];
        if (point) chosen.add(point);
      }
    }
  }
  return [...chosen];
}

/** Every byte that the kiosk says from the first contact to the last answer, in order. */
async function conversationOf(id: HardwareName): Promise<Uint8Array> {
  const profile = aProfile(id, { patience: PATIENCE });
  const printer = await startSoftwarePrinter({ profile: id });
  const said: Uint8Array[] = [];
  const open = lineTo({ kind: 'tcp', host: '127.0.0.1', port: printer.port });
  const openLine: OpenLine = async (withinMs, signal) => {
    const line = await open(withinMs, signal);
    if (!line.ok) return line;
    const write = (bytes: Uint8Array) => {
      said.push(Uint8Array.from(bytes));
      return line.value.write(bytes);
    };
    return { ok: true, value: { ...line.value, write } };
  };
  const interruptedNote = interruptedNoteFor(profile);
  const port = createPrinterPort({ openLine, profile, clock: realClock, interruptedNote });
  const { outcome } = await printSlip(old, profile, port, realClock);
  port.stop();
  await printer.close();
  if (outcome !== 'printed') throw new Error(`a healthy printer gave ${outcome}`);
  return Buffer.concat(said);
}

function commandAt(said: Uint8Array, at: number): { length: number; kind: string } {
  const command = readCommand(said, at);
  if (command.read === 'command') return { length: command.length, kind: command.command.kind };
  const realTime = readRealTime(said, at);
  if (realTime.read === 'command') return { length: realTime.length, kind: realTime.command.kind };
  return { length: 1, kind: command.read };
}
