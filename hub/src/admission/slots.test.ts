import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MAX_BATCH_BYTES, MAX_BATCH_RECORDS } from '../../../shared/contract/hub-api.ts';
import { pressureOf } from './load.ts';
import { slotFor, windowFor } from './slots.ts';

const CALM = { processes: 1, kiosks: 5_000, pressure: 0.1 };

test('a small fleet at a calm hub keeps its usual pace', () => {
  expect(slotFor(7, { processes: 1, kiosks: 100, pressure: 0.1 }, 20, 1_790_000_000_000)).toBeNull();
});

test('the window fits the number of kiosks, the processes and the load', () => {
  expect(windowFor(CALM, 20)).toBe(250_000);
  expect(windowFor({ ...CALM, processes: 2 }, 20)).toBe(125_000);
  expect(windowFor({ ...CALM, pressure: 1 }, 20)).toBe(500_000);
  expect(windowFor({ ...CALM, kiosks: 10_000_000 }, 20)).toBe(15 * 60_000);
  expect(windowFor({ ...CALM, kiosks: 0 }, 20)).toBe(60_000);
});

test('kiosks that came together are spread evenly over the window', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_000_000_000_000 }), (now) => {
      const windowMs = windowFor(CALM, 20);
      const perSecond = new Map<number, number>();
      let outside = 0;
      for (let ordinal = 0; ordinal < CALM.kiosks; ordinal++) {
        const slot = slotFor(ordinal, CALM, 20, now);
        if (!slot) throw new Error('no slot');
        if (slot.nextRoundInMs < windowMs / 2 || slot.nextRoundInMs > windowMs * 1.5) outside += 1;
        const second = Math.floor(slot.nextRoundInMs / 1000);
        perSecond.set(second, (perSecond.get(second) ?? 0) + 1);
      }
      expect(outside).toBe(0);
      expect(Math.max(...perSecond.values())).toBeLessThanOrEqual(25);
    }),
    { numRuns: 10 },
  );
});

test('a kiosk keeps its moment from round to round', () => {
  let now = 1_790_000_000_123;
  const first = slotFor(42, CALM, 20, now)?.nextRoundInMs ?? 0;
  now += first;
  expect(slotFor(42, CALM, 20, now)?.nextRoundInMs).toBeCloseTo(windowFor(CALM, 20), -1);
});

test('batches shrink under load and never to nothing', () => {
  const batchAt = (pressure: number) => slotFor(1, { ...CALM, pressure }, 20, 0);
  expect(batchAt(0)).toMatchObject({ batchRecords: MAX_BATCH_RECORDS, batchBytes: MAX_BATCH_BYTES });
  expect(batchAt(0.8)).toMatchObject({ batchRecords: MAX_BATCH_RECORDS / 2 });
  expect(batchAt(9)).toMatchObject({ batchRecords: MAX_BATCH_RECORDS / 4, batchBytes: MAX_BATCH_BYTES / 4 });
});

test('the tightest of house, event loop and database decides', () => {
  expect(pressureOf({ house: 0.2, loopMs: 500, databaseMs: 100 })).toBe(2);
  expect(pressureOf({ house: 0.2, loopMs: 5, databaseMs: 1_500 })).toBe(1.5);
  expect(pressureOf({ house: 0.9, loopMs: 5, databaseMs: 10 })).toBe(0.9);
});
