// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { hearingFaults } from '../audio/testing.ts';
import { findViolations, show } from '../testing.tsx';
import { audioEn } from '../texts/audio.en.ts';
import { audioId } from '../texts/audio.id.ts';
import { exhibits } from './collect.ts';

test('there are examples, each with a name of its own', () => {
  expect(exhibits.length).toBeGreaterThan(50);
  expect(new Set(exhibits.map(({ path }) => path)).size).toBe(exhibits.length);
});

/** Every other one in English, in turn; `npm run a11y` looks at each in both languages, on a real page. */
const inTurn = exhibits.map((exhibit, index) => ({
  ...exhibit,
  language: index % 2 === 0 ? ('id' as const) : ('en' as const),
}));

test.each(inTurn)(
  '$path has no accessibility fault, and as a screen is read aloud whole, told in $language',
  async ({ isScreen, render, language }) => {
    const { baseElement } = show(render(), language);
    expect(await findViolations()).toEqual([]);
    if (isScreen) expect(hearingFaults(baseElement, language === 'id' ? audioId : audioEn)).toEqual([]);
  },
);
