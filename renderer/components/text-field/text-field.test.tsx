// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { show } from '../../testing.tsx';
import { catalogues } from '../../texts/texts.tsx';
import { TextField } from './text-field.tsx';

const { charactersLeft } = catalogues.id.keyboard;

function countShownFor({ limit, typed }: { limit: number; typed: number }): boolean {
  const { unmount } = show(
    <TextField id="field" label="Contoh" value={'a'.repeat(typed)} onChange={() => {}} limit={limit} />,
  );
  const isShown = screen.queryByText(charactersLeft(limit - typed)) !== null;
  unmount();
  return isShown;
}

test('a fresh short field says nothing of how many letters fit', () => {
  for (const limit of [24, 32, 80, 120]) expect(countShownFor({ limit, typed: 0 })).toBe(false);
});

test('near the end the field says how many letters still fit', () => {
  expect(countShownFor({ limit: 24, typed: 17 })).toBe(false);
  expect(countShownFor({ limit: 24, typed: 18 })).toBe(true);
  expect(countShownFor({ limit: 24, typed: 24 })).toBe(true);
});

test('a long field says so from the last sixty letters on, and not a quarter before its end', () => {
  expect(countShownFor({ limit: 2_000, typed: 1_939 })).toBe(false);
  expect(countShownFor({ limit: 2_000, typed: 1_940 })).toBe(true);
});
