import { expect, onTestFinished, test } from 'vitest';
import type { HardwareName } from '../../../simulator/printer/hardware.ts';
import { startSoftwarePrinter } from '../../../simulator/printer/software-printer.ts';
import { askRealTime } from './commands.ts';
import { introduce } from './introduce.ts';
import { lineTo } from './printer-port.ts';
import { realClock } from './testing.ts';

async function aPrinter(profile: HardwareName = 'epson-80') {
  const printer = await startSoftwarePrinter({ profile });
  onTestFinished(() => printer.close());
  const ask = () => introduce(lineTo({ kind: 'tcp', host: '127.0.0.1', port: printer.port }), realClock);
  return { printer, ask };
}

test('a printer says who it is, and nothing is printed', async () => {
  const { printer, ask } = await aPrinter();
  expect(await ask()).toEqual({ status: { state: 'ready', paper: 'enough' }, name: 'EPSON TM-T82' });
  expect(printer.receipts()).toEqual([]);
  expect(printer.hanging().blocks).toEqual([]);
  expect(printer.hanging().errors).toEqual([]);
});

test('one without paper says so and is not asked its name: the answer would wait in its buffer', async () => {
  const { printer, ask } = await aPrinter('generic-58');
  await printer.set({ paper: 'out' });
  expect(await ask()).toMatchObject({
    status: { state: 'not-ready', problem: { code: 'printer.no-paper' } },
    name: null,
  });
  expect(printer.bufferedBytes()).toBe(3 * askRealTime(1).length);
});

test('one that says nothing is told apart from one that is not there', async () => {
  const { printer, ask } = await aPrinter();
  await printer.set({ answers: false });
  expect(await ask()).toEqual({ status: { state: 'unsaid' }, name: null });
  await printer.close();
  expect(await ask()).toMatchObject({
    status: { state: 'not-ready', problem: { code: 'printer.unreachable' } },
  });
});
