import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countFitting, pageOf } from './fitting.ts';

const measures = fc.record({
  height: fc.integer({ min: 1, max: 120 }),
  rowHeight: fc.integer({ min: 5, max: 12 }),
  columns: fc.integer({ min: 1, max: 4 }),
  count: fc.integer({ min: 1, max: 300 }),
});

test('what is shown on a page fits into the room, unless one row alone does not', () => {
  fc.assert(
    fc.property(measures, ({ height, rowHeight, columns, count }) => {
      const pager = 6.5;
      const shown = countFitting({ room: { height }, rowHeight, gap: 1, pager, columns, count });
      const rows = Math.ceil(Math.min(shown, count) / columns);
      const needed = rows * rowHeight + (rows - 1) + (shown < count ? pager : 0);
      expect(needed <= height || rows === 1).toBe(true);
    }),
  );
});

test('the pages together show every item once and in order', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 300 }), (perPage, count) => {
      const seen: number[] = [];
      const { pages } = pageOf(0, perPage, count);
      for (let page = 0; page < pages; page++) {
        const { from, to } = pageOf(page * perPage, perPage, count);
        for (let item = from; item < to; item++) seen.push(item);
      }
      expect(seen).toEqual(Array.from({ length: count }, (_, at) => at));
    }),
  );
});

test('the page of the item chosen before is shown first', () => {
  expect(pageOf(9, 4, 12)).toEqual({ page: 2, pages: 3, from: 8, to: 12 });
  expect(pageOf(-1, 4, 12).page).toBe(0);
  expect(pageOf(99, 4, 12).page).toBe(2);
});

test('without a layout everything is shown', () => {
  expect(countFitting({ room: null, rowHeight: 5, gap: 1, pager: 6, columns: 1, count: 18 })).toBe(18);
});
