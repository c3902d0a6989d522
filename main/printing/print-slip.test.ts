import { afterEach, describe, expect, test, vi } from 'vitest';
import { startBadNetwork } from '../../simulator/network/bad-network.ts';
import { type SoftwarePrinter, startSoftwarePrinter } from '../../simulator/printer/software-printer.ts';
import type { PrinterStateChange } from '../../simulator/printer/state.ts';
import { exampleComplaintSlip, exampleEmergencySlip } from './examples.ts';
import { interruptedNoteFor, printSlip } from './print-slip.ts';
import { createPrinterPort, lineTo, type PrinterPortOptions } from './printer/printer-port.ts';
import { realClock, shortPatience } from './printer/testing.ts';
import type { PrinterProfile } from './profile.ts';
import { aProfile, SHIPPED } from './testing.ts';

let cleanUp: Array<() => unknown> = [];
afterEach(async () => {
  for (const act of cleanUp.reverse()) await act();
  cleanUp = [];
});

const patience = { ...shortPatience, slipMs: 3000 };

function aPort(profile: PrinterProfile, port: number, more: Partial<PrinterPortOptions> = {}) {
  const made = createPrinterPort({
    openLine: lineTo({ kind: 'tcp', host: '127.0.0.1', port }),
    profile,
    clock: realClock,
    interruptedNote: interruptedNoteFor(profile),
    ...more,
  });
  // It would go on to ask for a slip that is held out, and the next printer may get this one's TCP port.
  cleanUp.push(() => made.stop());
  return made;
}

/** The first slip is the one of the visitor before; `next` is the one of the visitor after her. */
const old = exampleComplaintSlip('id');
const next = exampleEmergencySlip('id');
const WORDS_OF_OLD = /B4K3-BDBQ|482 913|\[QR|raster 304/;

function everyPiece(printer: SoftwarePrinter) {
  return [...printer.scraps(), ...printer.receipts()];
}

describe.each(SHIPPED)('a real slip on %s', (id) => {
  const profile = aProfile(id, { patience });

  async function aPrinter(change: PrinterStateChange = {}): Promise<SoftwarePrinter> {
    const printer = await startSoftwarePrinter({ profile: id });
    cleanUp.push(() => printer.close());
    await printer.set(change);
    return printer;
  }

  test('comes out whole, once, without a refused byte', async () => {
    const printer = await aPrinter();
    expect(await printSlip(old, profile, aPort(profile, printer.port), realClock)).toEqual({
      outcome: 'printed',
    });
    expect(printer.receipts()).toHaveLength(1);
    expect(printer.receipts()[0]?.text).toMatch(/B4K3-BDBQ(.*\n)+482 913(.*\n)+.*Cetakan K7M2/);
    expect(printer.receipts()[0]?.model.errors).toEqual([]);
    expect(printer.bufferedBytes()).toBe(0);
  });

  /** What is done to the printer, what the kiosk must say, and what was put right before the next visitor. */
  const troubles: Array<[what: string, change: PrinterStateChange, outcome: string, code: string]> = [
    ['no paper at the start', { paper: 'out' }, 'failed', 'printer.no-paper'],
    ['an open cover', { cover: 'open' }, 'failed', 'printer.cover-open'],
    ['a hang', { link: 'hang' }, 'failed', 'printer.silent'],
    ['a mute printer', { answers: false }, 'failed', 'printer.silent'],
    ['a refused connection', { link: 'refuse' }, 'failed', 'printer.unreachable'],
    ['the roll ending after the number', { paperEndsAfterLines: 12 }, 'unknown', 'printer.no-paper'],
    ['the roll ending in the QR', { paperEndsAfterLines: 50 }, 'unknown', 'printer.no-paper'],
    ['a cable pulled after 1500 bytes', { cutLineAfterBytes: 1500 }, 'unknown', 'printer.line-cut'],
    ['a cable pulled near the end', { cutLineAfterBytes: 3000 }, 'unknown', 'printer.line-cut'],
    ['a mechanism that crawls', { msPerLine: 9000 }, 'unknown', 'printer.timed-out'],
  ];

  test.each(troubles)(
    '%s: honest at once, and no stale slip for the next visitor',
    async (_what, change, outcome, code) => {
      const printer = await aPrinter(change);
      const port = aPort(profile, printer.port);
      expect(await printSlip(old, profile, port, realClock)).toMatchObject({ outcome, reason: { code } });
      const beforeRepair = everyPiece(printer).length;

      // A person repairs everything; what a printer spits out by itself now would lie there for the next visitor.
      await printer.set({
        paper: 'ok',
        cover: 'closed',
        link: 'normal',
        answers: true,
        msPerLine: 0,
        cutLineAfterBytes: null,
        paperEndsAfterLines: null,
      });
      expect(printer.receipts()).toEqual([]);

      await vi.waitFor(
        async () => expect(await printSlip(next, profile, port, realClock)).toEqual({ outcome: 'printed' }),
        { timeout: 15_000 },
      );
      const last = printer.receipts().at(-1);
      expect(last?.text).toMatch(/Dalam bahaya\?/);
      expect(last?.text).not.toMatch(WORDS_OF_OLD);
      for (const piece of everyPiece(printer)) expect(piece.model.errors).toEqual([]);
      if (outcome === 'failed') {
        expect(beforeRepair).toBe(0);
        for (const piece of everyPiece(printer)) expect(piece.text).not.toMatch(WORDS_OF_OLD);
        expect(printer.receipts()).toHaveLength(1);
      } else {
        // Whatever hung from the slot came off before, with the note that says what it is.
        expect(printer.receipts()).toHaveLength(2);
        expect(printer.receipts()[0]?.text).toMatch(
          /Cetakan ini terputus\.(.*\n)+.*hand this piece to the\s+staff/,
        );
      }
    },
    40_000,
  );

  test('a cable pulled at any byte: the command it cut is ended before anything is asked', async () => {
    for (const cutLineAfterBytes of [1310, 1311, 1313, 1500, 1907, 2210, 2212, 2600]) {
      const printer = await aPrinter({ cutLineAfterBytes });
      const port = aPort(profile, printer.port);
      expect((await printSlip(old, profile, port, realClock)).outcome).toBe('unknown');
      await printer.set({ cutLineAfterBytes: null });
      expect(await port.status()).toMatchObject({ state: 'ready' });
      expect(await printSlip(next, profile, port, realClock)).toEqual({ outcome: 'printed' });
      // The half command itself may be refused; a second refusal would be its rest that ate a question.
      const refused = everyPiece(printer).flatMap((piece) => piece.model.errors);
      expect(refused.length, refused.join(', ')).toBeLessThanOrEqual(1);
      await printer.close();
    }
  }, 40_000);

  test('a line that dies half-open in mid-slip is noticed in time, and never called printed', async () => {
    const printer = await aPrinter({ msPerLine: 20 });
    const network = await startBadNetwork({ target: { host: '127.0.0.1', port: printer.port } });
    cleanUp.push(() => network.close());
    const printing = printSlip(old, profile, aPort(profile, network.port), realClock);
    await vi.waitFor(() => expect(printer.hanging().blocks.length).toBeGreaterThan(3));
    await network.set({ mode: 'half-open' });
    expect(await printing).toMatchObject({ outcome: 'unknown', reason: { code: 'printer.timed-out' } });
  });

  test('after a restart in mid-print the next visitor gets a clean slip', async () => {
    const printer = await aPrinter({ paperEndsAfterLines: 8 });
    const first = aPort({ ...profile, statusDialect: 'none' }, printer.port);
    expect((await printSlip(old, profile, first, realClock)).outcome).toBe('unknown');
    await vi.waitFor(() => expect(printer.state().paper).toBe('out'));
    await printer.set({ paper: 'ok' });
    const port = aPort(profile, printer.port, { wasInterrupted: true });
    await vi.waitFor(async () =>
      expect(await printSlip(next, profile, port, realClock)).toEqual({ outcome: 'printed' }),
    );
    expect(printer.receipts().at(-1)?.text).not.toMatch(WORDS_OF_OLD);
  });
});
