// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { findViolations, show } from '../testing.tsx';
import { exhibits } from './collect.ts';

test('there are examples, each with a name of its own', () => {
  expect(exhibits.length).toBeGreaterThan(50);
  expect(new Set(exhibits.map(({ path }) => path)).size).toBe(exhibits.length);
});

test.each(exhibits)('$path has no accessibility fault', async ({ render }) => {
  show(render());
  expect(await findViolations()).toEqual([]);
});

test.each(exhibits)('every button of $path has a name in English', ({ render }) => {
  const { container } = show(render(), 'en');
  const buttons = [...container.ownerDocument.querySelectorAll('button')];
  const nameless = buttons.filter(
    (button) => !(button.getAttribute('aria-label') ?? button.textContent)?.trim(),
  );
  expect(nameless).toEqual([]);
});
