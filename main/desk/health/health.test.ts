import { expect, test } from 'vitest';
import { PrinterState } from '../../../shared/contract/kiosk-state.ts';
import { healthOf } from './index.ts';
import type { HealthSources } from './sources.ts';
import { THRESHOLDS } from './thresholds.ts';
import { durationSaid } from './words.ts';

const NOW = Date.parse('2026-11-22T03:00:00Z');

/** Nothing is wrong, with what the test breaks put over it. */
function sources(changes: Partial<HealthSources> = {}): HealthSources {
  return {
    now: NOW,
    sync: {
      link: { state: 'online', heardFromHubAt: NOW },
      clockSuspect: false,
      trouble: null,
      stuckRounds: 0,
    },
    kioskCode: '222',
    submissions: { waiting: 0, oldestWaitingAt: null },
    photos: { waiting: 0, oldestWaitingAt: null },
    setAside: 0,
    printer: 'ready',
    papersLeft: null,
    disk: { freeBytes: 40 * 1024 ** 3, hasReserve: true, isFull: false },
    database: { recoveredAt: null, salvaged: 0, copiedAgoMs: 0, isSound: null },
    content: { isOld: false, from: 'hub' },
    refusedDocuments: [],
    staffAccounts: 3,
    unlocked: [],
    needsRestart: false,
    ...changes,
  };
}

const lineOf = (area: string, changes: Partial<HealthSources>) =>
  healthOf(sources(changes)).lines.find((one) => one.area === area);

test('a healthy kiosk is green in twelve lines and asks for nothing', () => {
  const health = healthOf(sources());
  expect(health.level).toBe('green');
  expect(health.lines).toHaveLength(12);
  expect(health.lines.every((one) => one.level === 'green' && one.next === null)).toBe(true);
});

test('a machine that is not locked is red and names what is open', () => {
  expect(lineOf('app', { unlocked: ['consoles', 'fuses'] })).toMatchObject({
    level: 'red',
    code: 'app.not-locked',
    said: { en: 'This machine is not locked: consoles, fuses.' },
  });
});

test.each([
  [{ papersLeft: null }, 'green', 'printer.ready', 'The printer is ready.'],
  [{ papersLeft: 230 }, 'green', 'printer.ready', 'about 230 slips'],
  [{ papersLeft: 20 }, 'amber', 'printer.roll-ending', 'about 20 slips'],
  [{ papersLeft: 1 }, 'amber', 'printer.roll-ending', 'about 1 slip.'],
  // What the printer says goes before what was counted.
  [{ papersLeft: 1, printer: 'out-of-paper' }, 'red', 'printer.out-of-paper', 'out of paper'],
  [{ papersLeft: 230, printer: 'paper-low' }, 'amber', 'printer.paper-low', 'running low'],
] as const)('paper on the roll, %j: %s %s', (changes, level, code, said) => {
  const line = lineOf('printer', changes);
  expect(line).toMatchObject({ level, code });
  expect(line?.said.en).toContain(said);
});

const { hubSilent, oldestWaiting, oldestPhoto, setAside, disk, copy, recovery } = THRESHOLDS;
const sync = sources().sync as NonNullable<HealthSources['sync']>;
const heard = (ago: number) => ({ sync: { ...sync, link: { ...sync.link, heardFromHubAt: NOW - ago } } });
const waits = (ago: number) => ({ submissions: { waiting: 1, oldestWaitingAt: NOW - ago } });
const photoWaits = (ago: number) => ({ photos: { waiting: 1, oldestWaitingAt: NOW - ago } });
const bytes = (freeBytes: number) => ({ disk: { freeBytes, hasReserve: true, isFull: false } });
const base = sources().database;

test.each([
  ['hub', heard(hubSilent.amberMs - 1), 'green'],
  ['hub', heard(hubSilent.amberMs), 'amber'],
  ['hub', heard(hubSilent.redMs), 'red'],
  ['hub', heard(-60_000), 'green'],
  ['queue', waits(oldestWaiting.amberMs - 1), 'green'],
  ['queue', waits(oldestWaiting.amberMs), 'amber'],
  ['queue', waits(oldestWaiting.redMs), 'red'],
  ['queue', photoWaits(oldestPhoto.amberMs - 1), 'green'],
  ['queue', photoWaits(oldestPhoto.redMs), 'red'],
  ['set-aside', { setAside: setAside.amber }, 'amber'],
  ['set-aside', { setAside: setAside.red }, 'red'],
  ['disk', bytes(disk.amberBytes), 'green'],
  ['disk', bytes(disk.amberBytes - 1), 'amber'],
  ['disk', { disk: { freeBytes: 1, hasReserve: false, isFull: true } }, 'red'],
  ['database', { database: { ...base, copiedAgoMs: copy.amberMs + 1 } }, 'amber'],
  ['database', { database: { ...base, recoveredAt: NOW - recovery.amberMs + 1 } }, 'amber'],
  ['database', { database: { ...base, recoveredAt: NOW - recovery.amberMs } }, 'green'],
  ['database', { database: { ...base, isSound: false } }, 'red'],
  ['link', { sync: null }, 'amber'],
  ['credential', { kioskCode: null }, 'red'],
  ['credential', { sync: { ...sync, trouble: 'hub.not-admitted' } }, 'red'],
  ['clock', { sync: { ...sync, clockSuspect: true } }, 'amber'],
  ['content', { content: { isOld: false, from: 'last-good' as const } }, 'amber'],
  ['content', { refusedDocuments: ['settings'] }, 'amber'],
  ['staff', { staffAccounts: null }, 'amber'],
  ['app', { sync: { ...sync, stuckRounds: 1 } }, 'amber'],
  ['app', { needsRestart: true }, 'amber'],
] as const)('%s: %j is %s, with a next step unless green', (area, changes, level) => {
  const line = lineOf(area, changes as Partial<HealthSources>);
  expect(line?.level).toBe(level);
  expect(line?.next === null).toBe(level === 'green');
});

test('every state of the printer has a line', () => {
  for (const printer of PrinterState.options) {
    expect(lineOf('printer', { printer })).toMatchObject({ code: `printer.${printer}` });
  }
});

test('the worst line stands first and gives the whole its colour', () => {
  const health = healthOf(sources({ printer: 'out-of-paper', setAside: 1 }));
  expect(health.lines.slice(0, 2).map((one) => one.level)).toEqual(['red', 'amber']);
  expect(health.level).toBe('red');
});

test('a duration is said in its largest unit', () => {
  expect([0, 60_000, 3_599_999, 7_200_000, 172_800_000].map((ms) => durationSaid(ms).en)).toEqual([
    'less than a minute',
    '1 minute',
    '59 minutes',
    '2 hours',
    '2 days',
  ]);
});
