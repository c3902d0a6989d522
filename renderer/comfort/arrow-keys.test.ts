import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Arrow, type Place, placeAfter, placeAfterSpot, readingOrder } from './arrow-keys.ts';

const box = (left: number, top: number, width = 100, height = 88): Place => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});
const aPlace = fc
  .tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 1800 }), fc.nat(900), fc.nat(500))
  .map(([left, top, width, height]) => box(left, top, width + 1, height + 1));
const somePlaces = fc.array(aPlace, { minLength: 1, maxLength: 24 });
const arrows: Arrow[] = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'];

function reachedFrom(places: readonly Place[], start: number, keys: readonly Arrow[]): Set<number> {
  const reached = new Set([start]);
  for (const from of reached) {
    for (const key of keys) {
      const next = placeAfter(places, from, key);
      if (next !== null) reached.add(next);
    }
  }
  return reached;
}

test('from any control every other is reached, however they stand', () => {
  fc.assert(
    fc.property(somePlaces, (places) => {
      for (const start of places.keys()) {
        expect(reachedFrom(places, start, arrows).size).toBe(places.length);
      }
    }),
  );
});

test('right alone leads round through all of them, and left the same way back: nothing is a trap', () => {
  fc.assert(
    fc.property(somePlaces, (places) => {
      let at = 0;
      const seen: number[] = [];
      do {
        seen.push(at);
        const next = placeAfter(places, at, 'ArrowRight') ?? -1;
        expect(placeAfter(places, next, 'ArrowLeft')).toBe(at);
        at = next;
      } while (at !== 0);
      expect(seen.sort((a, b) => a - b)).toEqual([...places.keys()]);
    }),
  );
});

test('down leads to something that is below, and up to something that is above, or nowhere', () => {
  fc.assert(
    fc.property(somePlaces, (places) => {
      for (const [from, origin] of places.entries()) {
        const down = placeAfter(places, from, 'ArrowDown');
        const up = placeAfter(places, from, 'ArrowUp');
        if (down !== null) expect(places[down]?.top).toBeGreaterThanOrEqual(origin.bottom - 4);
        if (up !== null) expect(places[up]?.bottom).toBeLessThanOrEqual(origin.top + 4);
        const isAlone = places.every((place, at) => at === from || place.top < origin.bottom - 4);
        expect(down === null).toBe(isAlone);
      }
    }),
  );
});

test('where a control is gone, the arrows go on from there', () => {
  fc.assert(
    fc.property(somePlaces, aPlace, (places, spot) => {
      for (const arrow of ['ArrowLeft', 'ArrowRight'] as const) {
        expect(placeAfterSpot(places, spot, arrow)).not.toBeNull();
      }
    }),
  );
});

test('a grid of cards above a bar is walked as it looks', () => {
  const places = [box(0, 100), box(200, 100), box(0, 300), box(200, 300), box(0, 600), box(300, 600)];
  expect(readingOrder(places)).toEqual([0, 1, 2, 3, 4, 5]);
  expect(placeAfter(places, 0, 'ArrowDown')).toBe(2);
  expect(placeAfter(places, 3, 'ArrowUp')).toBe(1);
  expect(placeAfter(places, 3, 'ArrowDown')).toBe(5);
  expect(placeAfter(places, 5, 'ArrowDown')).toBeNull();
  expect(placeAfter(places, 1, 'ArrowRight')).toBe(2);
});

test('a tall card beside a stack comes before the stack and does not swallow it', () => {
  const tall = box(0, 0, 300, 600);
  const stack = [box(400, 0, 300, 180), box(400, 200, 300, 180), box(400, 400, 300, 180)];
  expect(readingOrder([...stack, tall])).toEqual([3, 0, 1, 2]);
  expect(placeAfter([...stack, tall], 0, 'ArrowDown')).toBe(1);
});
