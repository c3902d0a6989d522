import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isNightlyMoment, NIGHTLY } from './nightly.ts';

const NIGHT = { hour: 2, upForMs: NIGHTLY.upAtLeastMs, idleForMs: NIGHTLY.idleAtLeastMs };

test('a kiosk that ran for a day and that nobody uses restarts at night', () => {
  expect(isNightlyMoment(NIGHT)).toBe(true);
});

test.each([
  ['in office hours', { hour: 9 }],
  ['when it was started in the evening', { upForMs: 3 * 3_600_000 }],
  ['while somebody uses it', { idleForMs: 0 }],
  ['right after somebody went', { idleForMs: 5 * 60_000 }],
])('it does not restart %s', (_when, other) => {
  expect(isNightlyMoment({ ...NIGHT, ...other })).toBe(false);
});

test('a restarted kiosk does not restart again in the same night, whatever the clock says', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 23 }),
      fc.integer({ min: 0, max: NIGHTLY.upAtLeastMs - 1 }),
      (hour, upForMs) => {
        expect(isNightlyMoment({ hour, upForMs, idleForMs: upForMs })).toBe(false);
      },
    ),
  );
});
