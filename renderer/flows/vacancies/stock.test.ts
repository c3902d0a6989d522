import fc from 'fast-check';
import { expect, test } from 'vitest';
import { missingPiece, type Stock, vacancyAt } from './stock.ts';
import { someVacancies } from './testing.ts';
import { wageSteps } from './wage-steps.ts';

test('asking until nothing is missing brings what is on the screen and the page behind it, and no more', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 400 }),
      fc.integer({ min: 0, max: 400 }),
      fc.integer({ min: 1, max: 12 }),
      (total, start, perPage) => {
        const from = Math.min(start, Math.max(0, total - 1));
        const span = { from, to: Math.min(total, from + perPage) };
        let stock: Stock = {};
        for (let asked = 0; asked < 5; asked++) {
          const piece = missingPiece(stock, span, total);
          if (piece === null) break;
          expect(stock[piece]).toBeUndefined();
          const count = Math.max(0, Math.min(50, total - piece * 50));
          expect(count).toBeGreaterThan(0);
          stock = { ...stock, [piece]: someVacancies(count, {}, piece * 50) };
        }
        expect(missingPiece(stock, span, total)).toBeNull();
        const end = Math.min(total, span.to + (span.to - span.from));
        for (let place = from; place < end; place++) {
          expect(vacancyAt(stock, place)?.id).toBe(`contoh-${place + 1}`);
        }
        expect(Object.keys(stock).length).toBeLessThanOrEqual(2);
      },
    ),
  );
});

test('steps of a wage are round, rising, between the ends, and few', () => {
  expect(wageSteps(20_000, 30_000)).toEqual([22_000, 24_000, 26_000, 28_000, 30_000]);
  expect(wageSteps(1000, 1000)).toEqual([]);
  fc.assert(
    fc.property(
      fc.double({ min: 0.5, max: 1e9, noNaN: true }),
      fc.double({ min: 0, max: 1e9, noNaN: true }),
      (lowest, more) => {
        const steps = wageSteps(lowest, lowest + more);
        expect(steps.length).toBeLessThanOrEqual(6);
        expect([...new Set(steps)].sort((a, b) => a - b)).toEqual(steps);
        for (const step of steps) {
          expect(step).toBeGreaterThan(lowest * (1 - 1e-9));
          expect(step).toBeLessThanOrEqual((lowest + more) * (1 + 1e-9));
        }
      },
    ),
  );
});
