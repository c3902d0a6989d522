import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { openPrinterControl } from './control.ts';
import {
  type SoftwarePrinter,
  type SoftwarePrinterOptions,
  startSoftwarePrinter,
} from './software-printer.ts';

const CUT = [0x1b, 0x64, 6, 0x1d, 0x56, 1];
const CLEAR = [0x10, 0x14, 0x08, 0x01, 0x03, 0x14, 0x01, 0x06, 0x02, 0x08];

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

async function aCaller(
  printer: SoftwarePrinter,
): Promise<{ socket: Socket; heard: number[]; say(...bytes: number[]): void }> {
  const socket = connect(printer.port, '127.0.0.1');
  const heard: number[] = [];
  socket.on('data', (chunk) => heard.push(...chunk));
  socket.on('error', () => socket.destroy());
  await new Promise((resolve) => socket.once('connect', resolve));
  cleanUp.push(() => socket.destroy());
  return { socket, heard, say: (...bytes) => void socket.write(Uint8Array.from(bytes)) };
}

function ascii(text: string): number[] {
  return [...text].map((each) => each.charCodeAt(0));
}

test('a receipt is out only at the cut', async () => {
  const printer = await aPrinter();
  const { say } = await aCaller(printer);
  say(...ascii('slip\n'));
  await vi.waitFor(() => expect(printer.hanging().blocks).toHaveLength(1));
  expect(printer.receipts()).toHaveLength(0);
  say(...CUT);
  await vi.waitFor(() => expect(printer.receipts()).toHaveLength(1));
  expect(printer.receipts()[0]?.model.errors).toEqual([]);
});

test('status is answered in real time, also with no paper and the cover open', async () => {
  const printer = await aPrinter();
  const { say, heard } = await aCaller(printer);
  say(0x10, 4, 1, 0x10, 4, 2, 0x10, 4, 3, 0x10, 4, 4);
  await vi.waitFor(() => expect(heard).toEqual([0x12, 0x12, 0x12, 0x12]));
  await printer.set({ paper: 'out', cover: 'open' });
  say(0x10, 4, 1, 0x10, 4, 2, 0x10, 4, 4);
  await vi.waitFor(() => expect(heard.slice(4)).toEqual([0x1a, 0x36, 0x7e]));
});

test('a process id is answered only after everything before it was printed', async () => {
  const printer = await aPrinter();
  await printer.set({ paper: 'out' });
  const { say, heard } = await aCaller(printer);
  say(...ascii('slip\n'), ...CUT, 0x1d, 0x28, 0x48, 6, 0, 0x30, 0x30, ...ascii('AB12'), 0x10, 4, 1);
  await vi.waitFor(() => expect(heard).toEqual([0x1a]));
  expect(printer.receipts()).toHaveLength(0);
  await printer.set({ paper: 'ok' });
  await vi.waitFor(() => expect(heard.slice(1)).toEqual([0x37, 0x22, ...ascii('AB12'), 0]));
  expect(printer.receipts()).toHaveLength(1);
});

test('a buffered slip comes out after a refill although nobody is connected, unless the buffer was cleared', async () => {
  for (const clears of [false, true]) {
    const printer = await aPrinter();
    await printer.set({ paper: 'out' });
    const { say, heard, socket } = await aCaller(printer);
    say(...ascii('old slip\n'), ...CUT, ...(clears ? CLEAR : []), 0x10, 4, 1);
    await vi.waitFor(() => expect(heard).toContain(0x1a));
    if (clears) expect(heard).toEqual([0x37, 0x25, 0, 0x1a]);
    socket.destroy();
    await printer.set({ paper: 'ok' });
    expect(printer.receipts()).toHaveLength(clears ? 0 : 1);
  }
});

test('a clone that cannot clear keeps its buffer', async () => {
  const printer = await aPrinter({ profile: 'generic-58' });
  await printer.set({ paper: 'out' });
  const { say, heard } = await aCaller(printer);
  say(...ascii('old slip\n'), ...CUT, ...CLEAR, 0x10, 4, 1);
  await vi.waitFor(() => expect(heard).toEqual([0x1a]));
  await printer.set({ paper: 'ok' });
  expect(printer.receipts()).toHaveLength(1);
});

test('a roll that ends in the middle leaves a torn piece and reports it by itself', async () => {
  const printer = await aPrinter();
  await printer.set({ paperEndsAfterLines: 2 });
  const { say, heard } = await aCaller(printer);
  say(0x1d, 0x61, 255, ...ascii('one\ntwo\nthree\n'), ...CUT);
  await vi.waitFor(() => expect(heard).toEqual([0x10, 0, 0, 0x0f, 0x18, 0, 0x0f, 0x0f]));
  expect(printer.state().paper).toBe('out');
  await printer.set({ paper: 'ok' });
  expect(printer.scraps().map((piece) => piece.text)).toEqual(['one\ntwo']);
  expect(printer.receipts().map((piece) => piece.text.trimEnd())).toEqual(['three']);
});

test('with a full buffer the printer stops reading its line and hears no more real-time commands', async () => {
  const printer = await aPrinter();
  await printer.set({ paper: 'out' });
  const { say, heard } = await aCaller(printer);
  say(...Array(5000).fill(0x41), 0x10, 4, 1);
  await vi.waitFor(() => expect(printer.bufferedBytes()).toBe(4096));
  expect(heard).toEqual([]);
  await printer.set({ paper: 'ok' });
  await vi.waitFor(() => expect(heard).toEqual([0x12]));
});

test('one caller at a time: the second is heard when the first has gone', async () => {
  const printer = await aPrinter();
  const first = await aCaller(printer);
  const second = await aCaller(printer);
  second.say(0x10, 4, 1);
  first.say(0x10, 4, 1);
  await vi.waitFor(() => expect(first.heard).toEqual([0x12]));
  expect(second.heard).toEqual([]);
  first.socket.end();
  await vi.waitFor(() => expect(second.heard).toEqual([0x12]));
});

test('a pulled cable, a refused connection and a hang look like that from outside', async () => {
  const printer = await aPrinter();
  await printer.set({ cutLineAfterBytes: 3 });
  const cut = await aCaller(printer);
  const closed = new Promise((resolve) => cut.socket.once('close', resolve));
  cut.say(...ascii('ab\ncd\n'));
  await closed;
  expect(printer.hanging().blocks).toMatchObject([{ runs: [{ text: 'ab' }] }]);
  await printer.set({ link: 'refuse' });
  await expect(
    new Promise((resolve, reject) =>
      connect(printer.port, '127.0.0.1', () => resolve('in')).once('error', reject),
    ),
  ).rejects.toThrow('ECONNREFUSED');
  await printer.set({ link: 'hang' });
  const hung = await aCaller(printer);
  hung.say(0x10, 4, 1);
  await printer.set({ link: 'normal' });
  await vi.waitFor(() => expect(hung.heard).toEqual([0x12]));
});

test('finished receipts are written as picture and text, and the control door shows and changes the state', async () => {
  const outDir = await mkdtemp(join(tmpdir(), 'printer-'));
  cleanUp.push(() => rm(outDir, { recursive: true }));
  const printer = await aPrinter({ outDir });
  const control = await openPrinterControl(printer, 0);
  cleanUp.push(() => control.close());
  const door = `http://127.0.0.1:${control.port}`;
  const { say } = await aCaller(printer);
  say(...ascii('slip\n'), ...CUT);
  await vi.waitFor(async () =>
    expect((await readdir(outDir)).sort()).toEqual(['receipt-0001.png', 'receipt-0001.txt']),
  );
  expect(await readFile(join(outDir, 'receipt-0001.txt'), 'utf8')).toMatch(/^slip\n/);
  const bad = await fetch(`${door}/state`, { method: 'PATCH', body: JSON.stringify({ papper: 'out' }) });
  expect(bad.status).toBe(400);
  const good = await fetch(`${door}/state`, { method: 'PATCH', body: JSON.stringify({ paper: 'out' }) });
  expect(await good.json()).toMatchObject({ paper: 'out', cover: 'closed' });
  expect(await (await fetch(`${door}/receipts`)).json()).toMatchObject([{ cut: 'partial', errors: [] }]);
  const picture = await fetch(`${door}/receipts/1.png`);
  expect(new Uint8Array(await picture.arrayBuffer()).subarray(1, 4)).toEqual(Uint8Array.from(ascii('PNG')));
  expect((await fetch(`${door}/receipts/2.png`)).status).toBe(404);
});
