import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import type { Receipt } from '../../../simulator/printer/escpos/model.ts';
import { textOf } from '../../../simulator/printer/escpos/model.ts';
import { HARDWARE } from '../../../simulator/printer/hardware.ts';
import { Machine } from '../../../simulator/printer/machine.ts';
import { createPrinterPort, lineTo } from './printer-port.ts';
import { aReceipt, realClock, shortPatience, wishes } from './testing.ts';

let cleanUp: Array<() => unknown> = [];
afterEach(async () => {
  for (const act of cleanUp.reverse()) await act();
  cleanUp = [];
});

function portOn(path: string) {
  return createPrinterPort({
    openLine: lineTo({ kind: 'device', path }),
    profile: { statusDialect: 'epson', patience: shortPatience },
    clock: realClock,
    interruptedNote: Buffer.from('TERPUTUS\n\x1bd\x06\x1dV\x01', 'latin1'),
  });
}

/**
 * A software printer behind a real character device: `script` (part of every Debian) opens a terminal, whose device file stands in for
 * `/dev/usb/lp0`; its other end is the printer.
 */
async function aDevicePrinter(): Promise<{ path: string; machine: Machine; papers: Receipt[] }> {
  const terminal = spawn('script', ['-q', '-c', 'stty raw -echo; tty; exec sleep 600', '/dev/null'], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  cleanUp.push(() => {
    terminal.stdin.destroy();
    terminal.kill('SIGKILL');
  });
  const path = await new Promise<string>((resolve) => {
    terminal.stdout.once('data', (line: Buffer) => resolve(line.toString().trim()));
  });
  const papers: Receipt[] = [];
  const machine = new Machine(HARDWARE['epson-80'], {
    answered: (bytes) => void terminal.stdin.write(bytes),
    paperTakenBack: () => undefined,
    paperCame: (paper) => void papers.push(paper),
    drained: () => {},
  });
  terminal.stdout.on('data', (chunk: Buffer) => machine.receive(chunk));
  return { path, machine, papers };
}

test('a slip goes out through a device file and is confirmed by the printer behind it', async () => {
  const { path, papers } = await aDevicePrinter();
  expect(path).toMatch(/^\/dev\/pts\/\d+$/);
  const port = portOn(path);
  expect(await port.status()).toEqual({ state: 'ready', paper: 'enough' });
  expect(await port.print(aReceipt('slip'), wishes())).toEqual({ outcome: 'printed' });
  expect(papers.map((paper) => textOf(paper).split('\n')[11])).toEqual(['slip 12']);
  expect(papers.flatMap((paper) => paper.errors)).toEqual([]);
});

test('paper that ends in mid-job is seen through a device file too', async () => {
  const { path, machine, papers } = await aDevicePrinter();
  machine.change({ paperEndsAfterLines: 3 });
  expect(await portOn(path).print(aReceipt('old', 40), wishes())).toMatchObject({
    outcome: 'unknown',
    reason: { code: 'printer.no-paper' },
  });
  machine.change({ paper: 'ok' });
  await vi.waitFor(() => expect(papers).toHaveLength(1));
  expect(papers[0]?.cut).toBeNull();
});

test('a plain file, a folder and nothing at all are no printer, and no file is made', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'device-'));
  cleanUp.push(() => rm(folder, { recursive: true }));
  const plain = join(folder, 'lp0');
  await writeFile(plain, '');
  for (const [path, code] of [
    [plain, 'printer.not-a-device'],
    [folder, 'printer.not-a-device'],
    [join(folder, 'lp1'), 'printer.unreachable'],
  ] as const) {
    expect(await portOn(path).print(aReceipt('slip'), wishes())).toMatchObject({
      outcome: 'failed',
      reason: { code },
    });
  }
  expect(await readFile(plain, 'utf8')).toBe('');
  await expect(readFile(join(folder, 'lp1'))).rejects.toThrow('ENOENT');
});

test('a device that swallows everything and says nothing has not printed', async () => {
  expect(await portOn('/dev/null').print(aReceipt('slip'), wishes())).toMatchObject({
    outcome: 'failed',
    reason: { code: 'printer.silent' },
  });
});
