// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { show } from '../../testing.tsx';
import { Thread } from './thread.tsx';
import { knotsOf } from './thread-shape.ts';

test('the thread says in words how far it is', () => {
  show(<Thread answered={3} total={8} />);
  expect(screen.queryByRole('img', { name: '3 dari 8 pertanyaan sudah dijawab' })).not.toBeNull();
});

test('a flow that grew shorter never shows more answered than there is', () => {
  show(<Thread answered={9} total={8} />, 'en');
  expect(screen.queryByRole('img', { name: '8 of 8 questions answered' })).not.toBeNull();
});

test('there is a knot for each step, in order and inside the line', () => {
  const knots = knotsOf(12);
  expect(knots).toHaveLength(12);
  for (const [at, { x, y }] of knots.entries()) {
    expect(y).toBeGreaterThan(at === 0 ? 0 : (knots[at - 1]?.y ?? 0));
    expect(y).toBeLessThan(1);
    expect(x).toBeGreaterThan(0);
    expect(x).toBeLessThan(64);
  }
});
