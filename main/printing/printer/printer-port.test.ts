import { createServer, type Socket } from 'node:net';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { HARDWARE } from '../../../simulator/printer/hardware.ts';
import {
  type SoftwarePrinter,
  type SoftwarePrinterOptions,
  startSoftwarePrinter,
} from '../../../simulator/printer/software-printer.ts';
import { aPort, aReceipt, wishes } from './testing.ts';

let cleanUp: Array<() => unknown> = [];
afterEach(async () => {
  for (const act of cleanUp.reverse()) await act();
  cleanUp = [];
});

async function aPrinter(options: SoftwarePrinterOptions = {}): Promise<SoftwarePrinter> {
  const printer = await startSoftwarePrinter(options);
  cleanUp.push(() => printer.close());
  return printer;
}

/** Everything that came off the printer and what still hangs there, as text. */
function paperOf(printer: SoftwarePrinter): string {
  return [...printer.scraps(), ...printer.receipts()].map((paper) => paper.text).join('\n');
}

function errorsOf(printer: SoftwarePrinter): string[] {
  return [...printer.receipts(), ...printer.scraps()]
    .flatMap((paper) => paper.model.errors)
    .concat(printer.hanging().errors);
}

describe.each([
  ['epson', 'epson-80'],
  ['generic', 'generic-58'],
] as const)('a printer of the %s dialect', (dialect, profile) => {
  test('prints: one receipt, whole, and the answer says so', async () => {
    const printer = await aPrinter({ profile });
    const port = aPort(printer.port, { dialect });
    expect(await port.print(aReceipt('slip'), wishes())).toEqual({ outcome: 'printed' });
    expect(printer.receipts()).toHaveLength(1);
    expect(paperOf(printer)).toMatch(/slip 1\n(.*\n)*slip 12/);
    expect(errorsOf(printer)).toEqual([]);
  });

  test('is waited for when it is slow, and is not called printed before', async () => {
    const printer = await aPrinter({ profile });
    await printer.set({ msPerLine: 15 });
    const seen = vi.fn();
    const done = aPort(printer.port, { dialect })
      .print(aReceipt('slip'), wishes())
      .then((outcome) => {
        seen(printer.receipts().length);
        return outcome;
      });
    expect(await done).toEqual({ outcome: 'printed' });
    expect(seen).toHaveBeenCalledWith(1);
  });

  test.each([
    ['no paper', { paper: 'out' }, 'printer.no-paper'],
    ['an open cover', { cover: 'open' }, 'printer.cover-open'],
    ['a jammed cutter', { cutter: 'jammed' }, 'printer.fault'],
    ['a hang', { link: 'hang' }, 'printer.silent'],
    ['no answers', { answers: false }, 'printer.silent'],
    ['nobody listening', { link: 'refuse' }, 'printer.unreachable'],
  ] as const)(
    'with %s at the start the print failed, and nothing comes out later',
    async (_what, change, code) => {
      const printer = await aPrinter({ profile });
      await printer.set(change);
      const port = aPort(printer.port, { dialect });
      expect(await port.print(aReceipt('old'), wishes())).toMatchObject({
        outcome: 'failed',
        reason: { code },
      });
      await printer.set({ paper: 'ok', cover: 'closed', cutter: 'ok', link: 'normal', answers: true });
      await vi.waitFor(async () =>
        expect(await port.print(aReceipt('new'), wishes())).toEqual({ outcome: 'printed' }),
      );
      expect(paperOf(printer)).not.toContain('old');
      expect(printer.receipts()).toHaveLength(1);
    },
  );

  test('paper that ends in mid-job makes it unknown; after the refill the rest never becomes a receipt', async () => {
    const printer = await aPrinter({ profile });
    const port = aPort(printer.port, { dialect });
    await printer.set({ paperEndsAfterLines: 3 });
    expect(await port.print(aReceipt('old', 40), wishes())).toMatchObject({
      outcome: 'unknown',
      reason: { code: 'printer.no-paper' },
    });
    expect(await port.status()).toEqual({ state: 'not-ready', problem: { code: 'printer.no-paper' } });
    await printer.set({ paper: 'ok' });
    expect(printer.receipts()).toEqual([]);
    expect(await port.print(aReceipt('new'), wishes())).toEqual({ outcome: 'printed' });
    const [note, slip, ...more] = printer.receipts();
    expect(note?.text).toContain('TERPUTUS');
    expect(slip?.text).toMatch(/^new 1\n/);
    expect(slip?.text).not.toContain('old');
    expect(more).toEqual([]);
    expect(paperOf(printer)).not.toContain('old 12\n');
  });

  test('a cover opened in mid-job makes it unknown, and the half slip is cut off with a note', async () => {
    const printer = await aPrinter({ profile });
    const port = aPort(printer.port, { dialect });
    await printer.set({ msPerLine: 10 });
    const printing = port.print(aReceipt('old', 40), wishes());
    await vi.waitFor(() => expect(printer.hanging().blocks.length).toBeGreaterThan(2));
    await printer.set({ cover: 'open' });
    expect(await printing).toMatchObject({ outcome: 'unknown', reason: { code: 'printer.cover-open' } });
    await printer.set({ cover: 'closed', msPerLine: 0 });
    expect(await port.print(aReceipt('new'), wishes())).toEqual({ outcome: 'printed' });
    const [first, second] = printer.receipts();
    expect(first?.text).toMatch(/^old 1\n(.*\n)*TERPUTUS/);
    expect(second?.text).toMatch(/^new 1\n/);
    expect(errorsOf(printer)).toEqual([]);
  });

  test('a cable pulled half-way makes it unknown, also in the middle of a raster', async () => {
    const printer = await aPrinter({ profile });
    const port = aPort(printer.port, { dialect });
    const raster = [0x1d, 0x76, 0x30, 0, 40, 0, 20, 0, ...Array(800).fill(0x55)];
    expect(await port.print(aReceipt('first'), wishes())).toEqual({ outcome: 'printed' });
    await printer.set({ cutLineAfterBytes: 500 });
    const old = [Buffer.from('old 1\n'), Uint8Array.from(raster), ...aReceipt('old end', 4)];
    expect(await port.print(old, wishes())).toMatchObject({
      outcome: 'unknown',
      reason: { code: 'printer.line-cut' },
    });
    expect(await port.print(aReceipt('new'), wishes())).toEqual({ outcome: 'printed' });
    expect(printer.receipts().map((paper) => paper.text.split('\n')[0])).toEqual([
      'first 1',
      'old 1',
      'new 1',
    ]);
    expect(paperOf(printer)).not.toContain('old end');
    expect(errorsOf(printer)).toEqual([]);
  });

  test('a printer that stalls in mid-job is given up in time and the slip is unknown', async () => {
    const printer = await aPrinter({ profile });
    await printer.set({ msPerLine: 10_000 });
    const port = aPort(printer.port, { dialect });
    expect(await port.print(aReceipt('old', 40), wishes())).toMatchObject({
      outcome: 'unknown',
      reason: { code: 'printer.timed-out' },
    });
    expect(printer.receipts()).toEqual([]);
  });

  test('a cancelled print is failed before its first byte and unknown after it', async () => {
    const printer = await aPrinter({ profile });
    const port = aPort(printer.port, { dialect });
    expect(await port.print(aReceipt('a'), wishes({ signal: AbortSignal.abort() }))).toMatchObject({
      outcome: 'failed',
      reason: { code: 'printer.cancelled' },
    });
    await printer.set({ msPerLine: 10_000 });
    const cancel = new AbortController();
    const printing = port.print(aReceipt('b'), wishes({ signal: cancel.signal }));
    await vi.waitFor(() => expect(printer.hanging().blocks).toHaveLength(1));
    cancel.abort();
    expect(await printing).toMatchObject({ outcome: 'unknown', reason: { code: 'printer.cancelled' } });
  });

  test('two prints at once come out one after the other', async () => {
    const printer = await aPrinter({ profile });
    const port = aPort(printer.port, { dialect });
    const outcomes = await Promise.all([
      port.print(aReceipt('one'), wishes()),
      port.print(aReceipt('two'), wishes()),
      port.status(),
    ]);
    expect(outcomes).toEqual([
      { outcome: 'printed' },
      { outcome: 'printed' },
      { state: 'ready', paper: 'enough' },
    ]);
    expect(printer.receipts().map((paper) => paper.text.split('\n')[0])).toEqual(['one 1', 'two 1']);
  });

  test('a slip that another hand left in the buffer is never counted as ours', async () => {
    const printer = await aPrinter({ profile });
    await printer.set({ paper: 'out' });
    const other = aPort(printer.port, { dialect: 'none' });
    expect(
      (await other.print([...aReceipt('stale', 4), Uint8Array.of(0x1d, 0x72, 1)], wishes())).outcome,
    ).toBe('unknown');
    await printer.set({ paper: 'ok', msPerLine: 40 });
    const port = aPort(printer.port, { dialect, wasInterrupted: true });
    const outcome = await port.print(aReceipt('new'), wishes());
    expect(outcome).toEqual({ outcome: 'printed' });
    expect(printer.receipts().at(-1)?.text).toMatch(/^new 1\n(.*\n)*new 12/);
  });

  test('paper near its end is told and printed on', async () => {
    const printer = await aPrinter({ profile });
    await printer.set({ paper: 'near-end' });
    const port = aPort(printer.port, { dialect });
    expect(await port.status()).toEqual({ state: 'ready', paper: 'near-end' });
    expect(await port.print(aReceipt('slip'), wishes())).toEqual({ outcome: 'printed' });
  });
});

test('paper that ends just before the cut: the rest is taken back at once, not at the next contact', async () => {
  const printer = await aPrinter();
  await printer.set({ paperEndsAfterLines: 12 });
  expect(await aPort(printer.port).print(aReceipt('old'), wishes())).toMatchObject({
    outcome: 'unknown',
    reason: { code: 'printer.no-paper' },
  });
  expect(printer.bufferedBytes()).toBe(0);
  await printer.set({ paper: 'ok' });
  expect(printer.receipts()).toEqual([]);
  expect(printer.hanging().blocks).toEqual([]);
});

test('a clone that never answers prints, and nobody calls that certain', async () => {
  const printer = await aPrinter();
  await printer.set({ answers: false });
  const port = aPort(printer.port, { dialect: 'none' });
  expect(await port.print(aReceipt('slip'), wishes())).toEqual({
    outcome: 'unknown',
    reason: { code: 'printer.silent' },
  });
  await vi.waitFor(() => expect(printer.receipts()).toHaveLength(1));
  expect(await port.status()).toEqual({ state: 'unsaid' });
  await printer.set({ link: 'refuse' });
  expect(await port.print(aReceipt('slip'), wishes())).toMatchObject({ outcome: 'failed' });
});

test('after the kiosk itself was stopped in mid-print the next slip is preceded by the note', async () => {
  const printer = await aPrinter();
  const port = aPort(printer.port, { wasInterrupted: true });
  expect(await port.print(aReceipt('new'), wishes())).toEqual({ outcome: 'printed' });
  expect(printer.receipts().map((paper) => paper.text.split('\n')[0])).toEqual(['TERPUTUS', 'new 1']);
});

test('a printer that claims the Epson dialect and will not clear its buffer gets nothing', async () => {
  const printer = await aPrinter({
    profile: {
      ...HARDWARE['epson-80'],
      understands: { processId: true, clearBuffer: false, automaticStatus: true },
    },
  });
  expect(await aPort(printer.port).print(aReceipt('slip'), wishes())).toMatchObject({
    outcome: 'failed',
    reason: { code: 'printer.will-not-clear' },
  });
  expect(printer.receipts()).toEqual([]);
});

test('a peer that closes at once, or answers web pages, is no printer', async () => {
  const sockets: Socket[] = [];
  const greet = (socket: Socket) => {
    sockets.push(socket);
    socket.on('error', () => socket.destroy());
  };
  const closing = createServer((socket) => {
    greet(socket);
    socket.end();
  }).listen(0, '127.0.0.1');
  const gateway = createServer((socket) => {
    greet(socket);
    socket.on('data', () =>
      socket.end('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<h1>Selamat datang</h1>'),
    );
  }).listen(0, '127.0.0.1');
  cleanUp.push(() => {
    for (const socket of sockets) socket.destroy();
    closing.close();
    gateway.close();
  });
  for (const server of [closing, gateway]) {
    await vi.waitFor(() => expect(server.address()).not.toBeNull());
    const address = server.address();
    if (!address || typeof address === 'string') throw new Error('not listening');
    for (const dialect of ['epson', 'generic'] as const) {
      expect((await aPort(address.port, { dialect }).print(aReceipt('slip'), wishes())).outcome).toBe(
        'failed',
      );
    }
  }
});
