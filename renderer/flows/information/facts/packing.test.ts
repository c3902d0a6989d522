import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packPages } from './packing.ts';

const anyRows = fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 30 });
const anyRoom = fc.record({
  height: fc.integer({ min: 20, max: 120 }),
  gap: fc.constant(2),
  pager: fc.constant(12),
});

test('every row stands on one page, in order', () => {
  fc.assert(
    fc.property(anyRows, anyRoom, (rows, room) => {
      const seen = packPages(rows, room).flatMap(([from, to]) =>
        Array.from({ length: to - from }, (_, at) => from + at),
      );
      expect(seen).toEqual(rows.map((_, at) => at));
    }),
  );
});

test('a page is never taller than its room, unless one row alone is', () => {
  fc.assert(
    fc.property(anyRows, anyRoom, (rows, room) => {
      const pages = packPages(rows, room);
      for (const [from, to] of pages) {
        const shown = rows.slice(from, to);
        const needed = shown.reduce((sum, row) => sum + row, 0) + room.gap * Math.max(0, shown.length - 1);
        const free = pages.length === 1 ? room.height : room.height - room.pager;
        expect(needed <= free || shown.length === 1).toBe(true);
      }
    }),
  );
});

test('what fits as a whole has no page buttons', () => {
  expect(packPages([10, 10, 10], { height: 34, gap: 2, pager: 12 })).toEqual([[0, 3]]);
  expect(packPages([10, 10, 10], { height: 33, gap: 2, pager: 11 })).toEqual([
    [0, 2],
    [2, 3],
  ]);
  expect(packPages([], { height: 34, gap: 2, pager: 12 })).toEqual([[0, 0]]);
});
