import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aClock, databaseAt } from '../db/testing.ts';
import { LONGEST_UNHEARD_STEP_MS, openKioskTime } from './kiosk-time.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const YEAR = 365 * 24 * HOUR;

test('a clock set back is shown and not obeyed, and time goes on', () => {
  const clock = aClock();
  const time = openKioskTime(databaseAt(), clock);
  const before = time.now();
  clock.set(before - 365 * 24 * HOUR);
  expect(time.isClockBehind()).toBe(true);
  clock.pass(HOUR);
  expect(time.now()).toBe(before + HOUR);
  clock.set(before + 2 * HOUR);
  expect(time.now()).toBe(before + 2 * HOUR);
  expect(time.isClockBehind()).toBe(false);
});

test('a restart with the clock set back does not go back either', () => {
  const clock = aClock();
  const db = databaseAt();
  const time = openKioskTime(db, clock);
  clock.pass(HOUR);
  const before = time.now();
  time.keep();
  clock.set(before - 48 * HOUR);
  const again = openKioskTime(db, clock);
  expect(again.now()).toBeGreaterThanOrEqual(before);
  expect(again.isClockBehind()).toBe(true);
});

test('a kiosk that was off for a month takes the time from its clock', () => {
  const clock = aClock();
  const db = databaseAt();
  openKioskTime(db, clock).keep();
  clock.set(clock.now() + 30 * 24 * HOUR);
  expect(openKioskTime(db, clock).now()).toBe(clock.now());
});

test('a clock that jumps far ahead of what the hub says carries nothing along', () => {
  const clock = aClock();
  const time = openKioskTime(databaseAt(), clock);
  const hubAtStart = clock.now() + 2 * MINUTE;
  time.hearHub(hubAtStart);
  clock.set(clock.now() + 10 * YEAR);
  clock.pass(HOUR);
  expect(time.now()).toBeLessThanOrEqual(hubAtStart + HOUR + 5 * MINUTE);
});

test('without a word of the hub a jump carries no further than a kiosk may have been off', () => {
  const clock = aClock();
  const time = openKioskTime(databaseAt(), clock);
  const before = clock.now();
  clock.set(before + 10 * YEAR);
  expect(time.now()).toBe(before + LONGEST_UNHEARD_STEP_MS);
  clock.pass(HOUR);
  expect(time.now()).toBe(before + LONGEST_UNHEARD_STEP_MS + HOUR);
});

test('a clock that was behind for years catches up when the hub agrees with it', () => {
  const clock = aClock();
  const db = databaseAt();
  const time = openKioskTime(db, clock);
  clock.set(clock.now() + 6 * YEAR);
  time.hearHub(clock.now() - MINUTE);
  expect(time.now()).toBe(clock.now());
});

test('one jump that was corrected is not held against the clock for ever', () => {
  const clock = aClock();
  const db = databaseAt();
  const truth = clock.now();
  // The very first start with a wrong clock: there is nothing to doubt it by.
  clock.set(truth + 10 * YEAR);
  let time = openKioskTime(db, clock);
  const latest = time.now();
  clock.set(truth);
  expect(time.isClockBehind()).toBe(true);
  time.hearHub(truth);
  expect(time.isClockBehind()).toBe(false);
  time.keep();
  // Off for the night: these hours count too, as if the clock had never been wrong.
  clock.set(truth + 14 * HOUR);
  time = openKioskTime(db, clock);
  expect(time.isClockBehind()).toBe(false);
  expect(time.now()).toBe(latest + 14 * HOUR);
  expect(time.onTheWall(time.now() + 15 * MINUTE)).toBe(truth + 14 * HOUR + 15 * MINUTE);
  clock.set(truth - YEAR);
  expect(time.isClockBehind()).toBe(true);
  expect(time.now()).toBe(latest + 14 * HOUR);
});

test('a clock a few minutes off gains nothing by being heard again and again', () => {
  const clock = aClock();
  const time = openKioskTime(databaseAt(), clock);
  const start = clock.now();
  for (let round = 0; round < 50; round++) {
    clock.pass(MINUTE);
    const truth = start + clock.monotonic();
    clock.set(truth + (round % 2) * 4 * MINUTE);
    time.hearHub(truth);
    expect(time.now()).toBeLessThanOrEqual(truth + 5 * MINUTE);
  }
});

test('no order of setting, waiting, hearing and restarting makes the time run back', () => {
  const step = fc.oneof(
    fc.record({ pass: fc.integer({ min: 0, max: 10 * HOUR }) }),
    fc.record({ set: fc.integer({ min: 0, max: 4_000_000_000_000 }) }),
    fc.record({ hub: fc.integer({ min: 0, max: 4_000_000_000_000 }) }),
    fc.constant({ restart: true }),
  );
  const db = databaseAt();
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      db.exec('DELETE FROM fact');
      const clock = aClock();
      let time = openKioskTime(db, clock);
      let latest = time.now();
      for (const act of steps) {
        if ('pass' in act) clock.pass(act.pass);
        if ('set' in act) clock.set(act.set);
        if ('hub' in act) time.hearHub(act.hub);
        if ('restart' in act) {
          time.keep();
          time = openKioskTime(db, clock);
        }
        expect(time.now()).toBeGreaterThanOrEqual(latest + ('pass' in act ? act.pass : 0));
        latest = time.now();
      }
    }),
    { numRuns: 60 },
  );
});
