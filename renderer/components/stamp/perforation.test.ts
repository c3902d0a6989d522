import { expect, test } from 'vitest';
import { perforatedOutline } from './perforation.ts';

test('the outline comes back to where it began', () => {
  const path = perforatedOutline(600, 720, 46, 11);
  let [x, y] = [0, 0];
  for (const [, command, rest = ''] of path.matchAll(/([la])([^laMZ]+)/g)) {
    const numbers = rest
      .trim()
      .split(/[\s,]+/)
      .map(Number);
    const [dx = 0, dy = 0] = command === 'a' ? numbers.slice(-2) : numbers;
    x += dx;
    y += dy;
  }
  expect(Math.abs(x)).toBeLessThan(1);
  expect(Math.abs(y)).toBeLessThan(1);
});
