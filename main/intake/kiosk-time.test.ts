import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aClock, databaseAt } from '../db/testing.ts';
import { openKioskTime } from './kiosk-time.ts';

const HOUR = 60 * 60_000;

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

test('no order of setting, waiting and restarting makes the time run back', () => {
  const step = fc.oneof(
    fc.record({ pass: fc.integer({ min: 0, max: 10 * HOUR }) }),
    fc.record({ set: fc.integer({ min: 0, max: 4_000_000_000_000 }) }),
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
        if ('restart' in act) {
          time.keep();
          time = openKioskTime(db, clock);
        }
        expect(time.now()).toBeGreaterThanOrEqual(latest);
        latest = time.now();
      }
    }),
    { numRuns: 60 },
  );
});
