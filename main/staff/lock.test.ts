import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { migrate } from '../db/migrate.ts';
import { openDatabase } from '../db/open.ts';
import { aFolder } from '../db/testing.ts';
import { openKioskTime } from '../intake/kiosk-time.ts';
import { lockedUntil, triesLeft } from './lock.ts';
import { openStaffTries } from './tries.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A kiosk whose app can be restarted, whose clock can be set, and whose database can be put back from a copy. */
function aMachine() {
  const folder = aFolder();
  const path = join(folder, 'kiosk.db');
  let wall = Date.parse('2026-11-22T03:00:00Z');
  let monotonic = 0;
  const clock = { now: () => wall, monotonic: () => monotonic };
  let db = open();
  let time = openKioskTime(db, clock);
  let tries = openStaffTries({ db, folder, clock, kioskNow: time.now });
  db.exec(`VACUUM INTO '${join(folder, 'copy.db')}'`);

  function open() {
    const opened = openDatabase(path);
    migrate(opened);
    return opened;
  }
  function start(): void {
    db = open();
    monotonic = 0;
    time = openKioskTime(db, clock);
    tries = openStaffTries({ db, folder, clock, kioskNow: time.now });
  }
  return {
    folder,
    tries: () => tries,
    pass(ms: number) {
      wall += ms;
      monotonic += ms;
    },
    set(to: number) {
      wall = to;
    },
    now: clock.now,
    restart() {
      time.keep();
      db.close();
      start();
    },
    restore() {
      db.close();
      const copy = openDatabase(join(folder, 'copy.db'));
      writeFileSync(path, copy.serialize());
      copy.close();
      start();
    },
    loseFile() {
      db.close();
      writeFileSync(join(folder, 'staff-tries.json'), 'half a fi');
      start();
    },
    close: () => db.close(),
  };
}

test('the fifth wrong PIN locks the number for a quarter of an hour, and every further one twice as long, up to an hour', () => {
  const wrong: { at: number; number: string }[] = [];
  let ran = 0;
  const locks: number[] = [];
  for (let n = 0; n < 9; n++) {
    wrong.push({ at: ran, number: '0042' });
    const until = lockedUntil(wrong, '0042', ran);
    locks.push(until === 0 ? 0 : (until - ran) / MINUTE);
    ran = Math.max(ran, until);
  }
  expect(locks).toEqual([0, 0, 0, 0, 15, 30, 60, 60, 60]);
  expect(lockedUntil(wrong.slice(0, 5), '0007', 0)).toBe(0);
  expect(triesLeft(wrong.slice(0, 3), '0042', 0)).toBe(2);
});

test('ten wrong PINs, whatever the numbers, lock the door for everybody', () => {
  const wrong = Array.from({ length: 10 }, (_, n) => ({ at: n, number: String(1000 + n) }));
  expect(lockedUntil(wrong.slice(0, 9), '0042', 9)).toBe(0);
  expect(lockedUntil(wrong, '0042', 9)).toBe(9 + 15 * MINUTE);
  expect(lockedUntil(wrong, null, 9)).toBe(9 + 15 * MINUTE);
});

const Step = fc.oneof(
  { weight: 6, arbitrary: fc.constant({ kind: 'guess' as const }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('pass' as const),
      ms: fc.integer({ min: 0, max: 20 * MINUTE }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('set' as const),
      by: fc.integer({ min: -400 * 24 * HOUR, max: 400 * 24 * HOUR }),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'restart' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'restore' as const }) },
);

test('whatever is done to clock, app and database, in an hour of running nobody compares more than eight PINs of one number', () => {
  fc.assert(
    fc.property(fc.array(Step, { minLength: 15, maxLength: 35 }), (steps) => {
      const machine = aMachine();
      let ran = 0;
      const compared: number[] = [];
      try {
        for (const step of steps) {
          if (step.kind === 'guess' && 'tryId' in machine.tries().take('0042')) compared.push(ran);
          if (step.kind === 'pass') {
            machine.pass(step.ms);
            ran += step.ms;
          }
          if (step.kind === 'set') machine.set(machine.now() + step.by);
          if (step.kind === 'restart') machine.restart();
          if (step.kind === 'restore') machine.restore();
        }
      } finally {
        machine.close();
      }
      for (const from of compared) {
        // Five free ones, then one after 15 minutes, one after another 30, and the next an hour later.
        expect(compared.filter((at) => at >= from && at < from + HOUR).length).toBeLessThanOrEqual(8);
      }
      expect(compared.filter((at) => at < 15 * MINUTE).length).toBeLessThanOrEqual(5);
    }),
    { numRuns: 12 },
  );
}, 90_000);

test('a lock goes on where it was after a restart, a clock set forward and a database put back', () => {
  const machine = aMachine();
  for (let n = 0; n < 5; n++) machine.tries().take('0042');
  machine.pass(5 * MINUTE);
  machine.tries().keep();
  machine.set(machine.now() + 30 * 24 * HOUR);
  expect(machine.tries().take('0042')).toEqual({ waitMs: 10 * MINUTE });
  machine.restart();
  expect(machine.tries().take('0042')).toEqual({ waitMs: 10 * MINUTE });
  machine.restore();
  expect(machine.tries().take('0042')).toEqual({ waitMs: 10 * MINUTE });
  machine.pass(10 * MINUTE);
  expect(machine.tries().take('0042')).toMatchObject({ tryId: expect.anything() });
  machine.close();
});

test('a file of tries that is lost or half written forgives nothing: the table has them too', () => {
  const machine = aMachine();
  for (let n = 0; n < 5; n++) machine.tries().take('0042');
  machine.loseFile();
  expect(machine.tries().take('0042')).toEqual({ waitMs: 15 * MINUTE });
  machine.close();
});

test('a right PIN forgives its own number and no other', () => {
  const machine = aMachine();
  for (let n = 0; n < 4; n++) machine.tries().take('0042');
  for (let n = 0; n < 4; n++) machine.tries().take('0007');
  const taken = machine.tries().take('0042');
  if (!('tryId' in taken)) throw new Error('locked');
  machine.tries().forgive('0042', taken.tryId);
  expect(machine.tries().triesLeft('0042')).toBe(5);
  expect(machine.tries().triesLeft('0007')).toBe(1);
  machine.restart();
  expect(machine.tries().triesLeft('0007')).toBe(1);
  machine.close();
});
