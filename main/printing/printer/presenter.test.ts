import { afterEach, expect, test, vi } from 'vitest';
import { type SoftwarePrinter, startSoftwarePrinter } from '../../../simulator/printer/software-printer.ts';
import { aProfile } from '../testing.ts';
import type { PrinterPort, Untaken } from './port.ts';
import { createPrinterPort, lineTo, type PrinterPortOptions } from './printer-port.ts';
import { aReceipt, shortPatience, wishes } from './testing.ts';

let cleanUp: Array<() => unknown> = [];
afterEach(async () => {
  for (const act of cleanUp.reverse()) await act();
  cleanUp = [];
});

const presenter = presenterOf('custom-80');

/** Time as it runs, that can be hastened. */
let ahead = 0;
const clock = { now: () => Date.now(), monotonic: () => performance.now() + ahead };
const LATER_MS = presenter.takeBackAfterMs + 1_000;

function presenterOf(id: 'custom-80') {
  const { presenter: found } = aProfile(id);
  if (!found) throw new Error('the profile has no presenter');
  return found;
}

async function aPrinter(): Promise<SoftwarePrinter> {
  const printer = await startSoftwarePrinter({ profile: 'custom-80' });
  cleanUp.push(() => printer.close());
  return printer;
}

function aPort(printer: SoftwarePrinter, options: Partial<PrinterPortOptions> = {}): PrinterPort {
  const port = createPrinterPort({
    openLine: lineTo({ kind: 'tcp', host: '127.0.0.1', port: printer.port }),
    profile: { statusDialect: 'generic', patience: shortPatience, presenter },
    clock,
    interruptedNote: Uint8Array.from([
      ...Buffer.from('TERPUTUS\n\x1bd\x06\x1dV\x00', 'latin1'),
      ...presenter.present,
      ...presenter.takeBack,
    ]),
    ...options,
  });
  cleanUp.push(() => port.stop());
  return port;
}

/** A receipt that is held out when it is cut. */
const heldOut = (name: string) => [...aReceipt(name), Uint8Array.from(presenter.present)];
const print = (port: PrinterPort, name: string, onUntaken: (how: Untaken) => void = () => {}) =>
  port.print(heldOut(name), { ...wishes(), deadline: clock.monotonic() + 5_000, onUntaken });

test('a slip that is taken was printed, and nothing more is said of it', async () => {
  const printer = await aPrinter();
  const port = aPort(printer);
  const onUntaken = vi.fn();
  expect(await print(port, 'slip', onUntaken)).toEqual({ outcome: 'printed' });
  expect(printer.held()?.text).toContain('slip 1');
  expect(printer.take().model.errors).toEqual([]);
  ahead += LATER_MS;
  expect(await print(port, 'next')).toEqual({ outcome: 'printed' });
  expect(printer.takenBack()).toEqual([]);
  expect(onUntaken).not.toHaveBeenCalled();
});

test('a slip that nobody takes is drawn back when its time is over, and not before; its desk is told once', async () => {
  const printer = await aPrinter();
  const port = aPort(printer);
  const onUntaken = vi.fn();
  await print(port, 'slip', onUntaken);
  expect(await port.status()).toMatchObject({ state: 'ready' });
  expect(printer.held()).not.toBeNull();
  ahead += LATER_MS;
  await vi.waitFor(() => expect(onUntaken).toHaveBeenCalledWith('taken-back'), { timeout: 10_000 });
  expect(printer.held()).toBeNull();
  expect(printer.takenBack().map(({ text }) => text)).toEqual([expect.stringContaining('slip 1')]);
  await port.status();
  expect(onUntaken).toHaveBeenCalledTimes(1);
});

test('when its visitor has gone it waits for moments only', async () => {
  const printer = await aPrinter();
  const port = aPort(printer);
  await print(port, 'slip');
  port.clearAway();
  ahead += 5_000;
  await vi.waitFor(() => expect(printer.takenBack()).toHaveLength(1), { timeout: 10_000 });
});

test('the next slip comes out of an empty mouth: nobody finds the slip of another', async () => {
  const printer = await aPrinter();
  const port = aPort(printer);
  const onUntaken = vi.fn();
  await print(port, 'old', onUntaken);
  expect(await print(port, 'new')).toEqual({ outcome: 'printed' });
  expect(onUntaken).toHaveBeenCalledWith('taken-back');
  expect(printer.takenBack().map(({ text }) => text)).toEqual([expect.stringContaining('old 1')]);
  expect(printer.take().text).toContain('new 1');
});

test('what an earlier run left in the mouth is drawn back at the first contact', async () => {
  const printer = await aPrinter();
  const before = aPort(printer);
  await print(before, 'old');
  before.stop();
  expect(await aPort(printer).status()).toMatchObject({ state: 'ready' });
  expect(printer.held()).toBeNull();
  expect(printer.takenBack()).toHaveLength(1);
});

test('a slip that hangs is told, nothing is printed onto it, and when a person has cleared it all goes on', async () => {
  const printer = await aPrinter();
  const port = aPort(printer);
  const onUntaken = vi.fn();
  await print(port, 'old', onUntaken);
  await printer.set({ mouth: 'jammed' });
  await vi.waitFor(() => expect(onUntaken).toHaveBeenCalledWith('stuck'), { timeout: 10_000 });
  expect(await print(port, 'new')).toMatchObject({ outcome: 'failed', reason: { code: 'printer.fault' } });
  expect(await port.status()).toMatchObject({ state: 'not-ready', problem: { code: 'printer.fault' } });
  printer.take();
  await printer.set({ mouth: 'ok' });
  expect(await print(port, 'new')).toEqual({ outcome: 'printed' });
  expect(printer.receipts()).toHaveLength(2);
});

test('the note under an interrupted slip is for nobody: only the new slip is held out', async () => {
  const printer = await aPrinter();
  const port = aPort(printer, { wasInterrupted: true });
  expect(await print(port, 'new')).toEqual({ outcome: 'printed' });
  expect(printer.takenBack().map(({ text }) => text)).toEqual([expect.stringContaining('TERPUTUS')]);
  expect(printer.held()?.text).toContain('new 1');
});
