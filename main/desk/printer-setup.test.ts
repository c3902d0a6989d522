import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { HardwareName } from '../../simulator/printer/hardware.ts';
import { startSoftwarePrinter } from '../../simulator/printer/software-printer.ts';
import { keepConfigPromise } from '../config/promise.ts';
import type { ReadableDB, WritableDB } from '../db/handles.ts';
import { openDatabase } from '../db/open.ts';
import { aClock, aFolder, databaseAt } from '../db/testing.ts';
import { startTestEngine } from '../engine/testing.ts';
import { parsePrinterAddress } from '../printing/printer/address.ts';
import { aProfile } from '../printing/testing.ts';
import { anAuditOf, cutAfterLine } from '../staff/testing.ts';
import type { PrinterChoice, PrinterPlace } from './printer-setup.ts';
import { openPrinterSetup } from './printer-setup.ts';

const ME = { who: '0042' };

async function aPrinter(profile: HardwareName = 'epson-80') {
  const printer = await startSoftwarePrinter({ profile });
  onTestFinished(() => printer.close());
  return { printer, choice: { profile, address: `tcp://127.0.0.1:${printer.port}` } };
}

function aKiosk(printer: PrinterChoice | null) {
  const kiosk = startTestEngine({ officeName: 'Kantor Contoh', printer });
  onTestFinished(() => kiosk.close());
  const { desk } = kiosk.engine;
  return {
    ...kiosk,
    desk,
    inFile: () => JSON.parse(readFileSync(join(kiosk.folder, 'config.json'), 'utf8')),
    /** A page through the queue that every slip takes. */
    async prints() {
      const slipId = randomUUID();
      await desk['desk.test-print']({ requestId: slipId }, ME);
      const read = async () => await desk['desk.read-slip']({ slipId }, ME);
      const isOver = async () => {
        const slip = await read();
        return slip.ok && slip.value.state !== 'queued' && slip.value.state !== 'printing';
      };
      await vi.waitFor(async () => expect(await isOver()).toBe(true), { timeout: 15_000 });
      return read();
    },
  };
}

const printed = { ok: true, value: { state: 'printed' } };

test('a kiosk without a printer gets one while it runs: asked, tried, read, set, and slips come out of it', async () => {
  const { printer, choice } = await aPrinter('generic-58');
  const { desk, folder, inFile, prints } = aKiosk(null);
  const found = await desk['desk.find-printers']({}, ME);
  expect(found).toMatchObject({ value: { set: null } });
  expect(found.ok && found.value.kinds.map(({ profile }) => profile)).toContain('epson-80');
  expect(await desk['desk.ask-printer']({ address: choice.address }, ME)).toEqual({
    ok: true,
    value: { address: choice.address, name: 'GENERIC POS-58', state: 'ready', proposed: 'generic-58' },
  });

  expect(await desk['desk.set-printer'](choice, ME)).toMatchObject({
    problem: { code: 'printer.not-tried' },
  });
  expect(inFile().printer).toBeNull();
  expect(await desk['desk.try-printer'](choice, ME)).toEqual({
    ok: true,
    value: { outcome: 'printed', trouble: null },
  });
  expect(printer.receipts()).toHaveLength(1);
  expect(printer.receipts()[0]?.text).toContain(choice.address);
  expect(await prints()).not.toMatchObject(printed);

  expect(await desk['desk.set-printer'](choice, ME)).toMatchObject({ ok: true });
  expect(inFile()).toEqual({ officeName: 'Kantor Contoh', printer: choice });
  expect(await prints()).toMatchObject(printed);
  expect(printer.receipts()).toHaveLength(2);
  expect(await desk['desk.versions']({}, ME)).toMatchObject({ value: { printer: choice } });
  const db = new Database(join(folder, 'kiosk.db'), { readonly: true });
  const acts = db.prepare("SELECT who, act, about, reason FROM audit WHERE act <> 'printer.test'").all();
  db.close();
  const about = `${choice.profile} ${choice.address}`;
  expect(acts).toEqual([
    { who: '0042', act: 'printer.try', about, reason: 'printed' },
    { who: '0042', act: 'printer.set', about, reason: null },
  ]);
});

test('a test page that does not come out leaves the old printer in force', async () => {
  const old = await aPrinter();
  const other = await aPrinter('generic-80');
  await other.printer.set({ paper: 'out' });
  const { desk, inFile, prints } = aKiosk(old.choice);
  expect(await desk['desk.try-printer'](other.choice, ME)).toEqual({
    ok: true,
    value: { outcome: 'failed', trouble: 'out-of-paper' },
  });
  expect(await desk['desk.set-printer'](other.choice, ME)).toMatchObject({ ok: false });
  expect(inFile().printer).toEqual(old.choice);
  expect(await prints()).toMatchObject(printed);
  expect(old.printer.receipts()).toHaveLength(1);
  await other.printer.set({ paper: 'ok' });
  expect(other.printer.receipts()).toHaveLength(0);
});

test('a page that breaks off in the printer that is set is cut off with a note before the next slip', async () => {
  const { printer, choice } = await aPrinter();
  const { desk, prints } = aKiosk(choice);
  expect(await prints()).toMatchObject(printed);
  await printer.set({ paperEndsAfterLines: 5 });
  expect(await desk['desk.try-printer']({ ...choice, profile: 'generic-80' }, ME)).toMatchObject({
    value: { outcome: 'unknown', trouble: 'out-of-paper' },
  });
  await printer.set({ paper: 'ok' });
  const before = printer.receipts().length;
  expect(await prints()).toMatchObject(printed);
  const [note, slip, ...more] = printer.receipts().slice(before);
  expect(note?.text).toContain('Cetakan ini terputus.');
  expect(slip?.text).toContain(choice.address);
  expect(more).toEqual([]);
});

test('a kiosk that is closed because its printer is written wrongly opens once one is set', async () => {
  const { choice } = await aPrinter();
  const { desk, engine } = aKiosk({ profile: 'epsom-80', address: choice.address });
  const trouble = async () => {
    const state = await engine.handlers['kiosk.read']({});
    return state.ok ? state.value.trouble : state;
  };
  expect(await trouble()).toBe('configuration');
  await desk['desk.try-printer'](choice, ME);
  await desk['desk.set-printer'](choice, ME);
  expect(await trouble()).toBe('not-enrolled');
});

test('an address or a profile that is none is refused, with the reason for the technician', async () => {
  const { desk } = aKiosk(null);
  const bad = { profile: 'epson-80', address: 'tcp://192.0.2.1' };
  expect(await desk['desk.ask-printer']({ address: bad.address }, ME)).toMatchObject({
    problem: { code: 'printer.bad-address' },
  });
  expect(await desk['desk.try-printer'](bad, ME)).toMatchObject({ problem: { code: 'printer.bad-address' } });
  expect(await desk['desk.try-printer']({ profile: '../x', address: 'tcp://127.0.0.1:9' }, ME)).toMatchObject(
    { problem: { code: 'printer.bad-profile' } },
  );
});

/** The rules alone, on a place that prints at once. */
function aSetup(
  tryOut: PrinterPlace['tryOut'],
  {
    folder = aFolder(),
    db = databaseAt(),
    cutAfter,
  }: { folder?: string; db?: WritableDB; cutAfter?: string } = {},
) {
  let now = 0;
  const clock = aClock();
  const audit = anAuditOf(db, folder, clock);
  const used: PrinterChoice[] = [];
  const setup = openPrinterSetup({
    db,
    folder,
    profileFolder: join(import.meta.dirname, '../../resources/printers'),
    printer: {
      state: () => 'not-configured',
      choice: () => null,
      async introduce(text) {
        const address = parsePrinterAddress(text);
        if (!address.ok) return address;
        return { ok: true, value: { status: { state: 'ready', paper: 'enough' }, name: null } };
      },
      tryOut,
      use: async (choice) => void used.push(choice),
    },
    testSlip: (printerName) => ({
      kind: 'test',
      language: 'id',
      officeName: 'Kantor Contoh',
      officeTimeZone: 'WIB',
      serviceName: 'Contoh',
      printedAtMs: 0,
      printerName,
      qrText: 'PRINTER TEST',
    }),
    audit: cutAfterLine(audit, cutAfter),
    monotonic: () => now,
    onChange: () => {},
    listDevices: () => [
      { path: '/dev/usb/lp0', name: 'EPSON TM-T20' },
      { path: '/dev/usb/lp1', name: null },
    ],
    listQueues: async () => ['Star_TSP', 'Meja/1'],
  });
  return { setup, used, acts: () => actsIn(db), pass: (ms: number) => (now += ms) };
}

function actsIn(db: ReadableDB): unknown[] {
  return db.prepare('SELECT act, about, reason FROM audit ORDER BY sequence').all();
}

const CHOICE = { profile: aProfile('epson-80').id, address: 'tcp://192.0.2.10:9100' };
const prints: PrinterPlace['tryOut'] = async () => ({ ok: true, value: { outcome: 'printed' } });
const NOT_TRIED = { problem: { code: 'printer.not-tried' } };

test('what is on the cables and behind queues is listed, and a profile is proposed by its name', async () => {
  const found = await aSetup(prints).setup.find();
  expect(found).toMatchObject({
    value: {
      printers: [
        { address: '/dev/usb/lp0', name: 'EPSON TM-T20', proposed: 'epson-80', state: 'ready' },
        { address: '/dev/usb/lp1', name: null, proposed: null },
        { address: 'printer:Star_TSP', name: 'Star_TSP', proposed: 'star-80' },
      ],
    },
  });
});

test('only what was tried last, and not long ago, can be set, and only once', async () => {
  const { setup, used, pass } = aSetup(prints);
  await setup.tryOut(CHOICE, ME);
  for (const other of [
    { ...CHOICE, profile: 'generic-80' },
    { ...CHOICE, address: 'tcp://192.0.2.11:9100' },
  ])
    expect(await setup.set(other, ME)).toMatchObject(NOT_TRIED);
  pass(15 * 60_000 + 1);
  expect(await setup.set(CHOICE, ME)).toMatchObject(NOT_TRIED);
  await setup.tryOut(CHOICE, ME);
  expect(await setup.set(CHOICE, ME)).toMatchObject({ ok: true });
  expect(await setup.set(CHOICE, ME)).toMatchObject(NOT_TRIED);
  expect(used).toEqual([CHOICE]);
});

test('two people at two desks do not print on one printer at once', async () => {
  let end = (): void => {};
  const { setup } = aSetup(
    () => new Promise((resolve) => (end = () => resolve({ ok: true, value: { outcome: 'printed' } }))),
  );
  const first = setup.tryOut(CHOICE, ME);
  expect(await setup.tryOut(CHOICE, ME)).toMatchObject({ problem: { code: 'desk.busy' } });
  end();
  expect(await first).toMatchObject({ ok: true });
});

test('what cannot be written down is not put in force', async () => {
  const folder = aFolder();
  writeFileSync(join(folder, 'config.json'), '{ "printer": ');
  const { setup, used, acts } = aSetup(prints, { folder });
  await setup.tryOut(CHOICE, ME);
  expect(await setup.set(CHOICE, ME)).toMatchObject({ problem: { code: 'config.malformed' } });
  expect(used).toEqual([]);
  expect(acts()).toMatchObject([{ act: 'printer.try' }]);
});

test('a file that cannot be written is told as failed, and nothing comes of it at the next start', async () => {
  const folder = aFolder();
  writeFileSync(join(folder, 'config.json'), '{}');
  mkdirSync(join(folder, 'config.before.json'));
  const db = databaseAt();
  const { setup, used, acts } = aSetup(prints, { folder, db });
  await setup.tryOut(CHOICE, ME);
  expect(await setup.set(CHOICE, ME)).toMatchObject({ problem: { code: 'config.not-writable' } });
  expect(used).toEqual([]);
  const about = `${CHOICE.profile} ${CHOICE.address}`;
  expect(acts()).toMatchObject([
    { act: 'printer.try' },
    { act: 'printer.set', about },
    { act: 'printer.set-failed', about, reason: 'config.not-writable' },
  ]);
  rmdirSync(join(folder, 'config.before.json'));
  expect(keepConfigPromise(db, folder)).toEqual({ ok: true, value: { wasOpen: false } });
  expect(readFileSync(join(folder, 'config.json'), 'utf8')).toBe('{}');
});

test('power that goes right after the line in the audit log: the next start does what the line says, once', async () => {
  const { printer, choice } = await aPrinter();
  const { folder, restart, inFile } = aKiosk(null);
  const db = openDatabase(join(folder, 'kiosk.db'));
  const { setup, acts } = aSetup(prints, { folder, db, cutAfter: 'printer.set' });
  await setup.tryOut(choice, ME);
  await expect(setup.set(choice, ME)).rejects.toThrow('the power is gone');
  expect(inFile().printer).toBeNull();
  expect(acts()).toMatchObject([{ act: 'printer.try' }, { act: 'printer.set' }]);
  db.close();

  const { desk } = (await restart()).engine;
  expect(inFile()).toEqual({ officeName: 'Kantor Contoh', printer: choice });
  expect(await desk['desk.versions']({}, ME)).toMatchObject({ value: { printer: choice } });
  expect(printer.receipts()).toEqual([]);

  // The test's kiosk writes its own configuration at every start: kept once, the promise is over.
  await restart();
  expect(inFile().printer).toBeNull();
});
