import { describe, expect, test } from 'vitest';
import { colourOf, contrastOf, readTokens } from './contrast.ts';
import functional from './functional.css?raw';
import paletteCss from './palette.css?raw';
import typeCss from './type.css?raw';

const palette = readTokens(paletteCss, ':root');
const day = new Map([...palette, ...readTokens(functional, ':root')]);
const themes = {
  day,
  contrast: new Map([...day, ...readTokens(functional, ':root[data-theme="contrast"]')]),
  dim: new Map([...day, ...readTokens(functional, ':root[data-theme="dim"]')]),
};

/** Every text role with every ground it is set on. */
const textOn = [
  ['--text', '--ground'],
  ['--text', '--surface'],
  ['--text', '--surface-pressed'],
  ['--text', '--action-mist'],
  ['--text', '--care-mist'],
  ['--text', '--done-mist'],
  ['--text', '--light-mist'],
  ['--text-soft', '--ground'],
  ['--text-soft', '--surface'],
  ['--text-soft', '--surface-pressed'],
  ['--text-soft', '--action-mist'],
  ['--action-text', '--action'],
  ['--action-text', '--action-pressed'],
  ['--action-ink', '--ground'],
  ['--action-ink', '--surface'],
  ['--action-ink', '--action-mist'],
  ['--care-text', '--care'],
  ['--care-text', '--care-pressed'],
  ['--care-ink', '--ground'],
  ['--care-ink', '--surface'],
  ['--care-ink', '--care-mist'],
  ['--done-text', '--done'],
  ['--done-text', '--done-pressed'],
  ['--done-ink', '--ground'],
  ['--done-ink', '--surface'],
  ['--done-ink', '--done-mist'],
  ['--bad-text', '--bad'],
  ['--bad-ink', '--ground'],
  ['--bad-ink', '--surface'],
  ['--bad-ink', '--bad-mist'],
  ['--text', '--bad-mist'],
  ['--focus-inner', '--light'],
  ['--emergency-text', '--emergency'],
  ['--emergency-text', '--emergency-pressed'],
  ['--night-text', '--night'],
  ['--night-soft', '--night'],
] as const;

/** Edges that tell where a control is (WCAG 2.2, 1.4.11). */
const edgeOn = [
  ['--control-line', '--ground'],
  ['--control-line', '--surface'],
  ['--thread', '--ground'],
  ['--focus-inner', '--light'],
] as const;

describe.each(Object.entries(themes))('the %s theme', (_name, tokens) => {
  test.each(textOn)('sets %s on %s with at least 7:1', (text, ground) => {
    expect(contrastOf(colourOf(tokens, text), colourOf(tokens, ground))).toBeGreaterThanOrEqual(7);
  });

  test.each(edgeOn)('draws %s on %s with at least 3:1', (edge, ground) => {
    expect(contrastOf(colourOf(tokens, edge), colourOf(tokens, ground))).toBeGreaterThanOrEqual(3);
  });
});

test('the emergency ground is the same in every theme', () => {
  const grounds = Object.values(themes).map((tokens) => colourOf(tokens, '--emergency'));
  expect(new Set(grounds).size).toBe(1);
});

test('no text size falls under 22 px', () => {
  const sizes = [...typeCss.matchAll(/--size-[\w-]+:\s*(?:calc\()?([\d.]+)rem/g)].map(([, rem]) =>
    Number(rem),
  );
  expect(sizes.length).toBeGreaterThan(15);
  expect(Math.min(...sizes) * 16).toBeGreaterThanOrEqual(22);
});

test('black on white is 21:1 and a colour on itself is 1:1', () => {
  expect(contrastOf('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrastOf('#2a3788', '#2a3788')).toBe(1);
});

test('at 200 % text that is read is twice as large, and nothing shrinks at any setting', () => {
  const usual = readTokens(typeCss, ':root');
  for (const size of ['130', '160', '200']) {
    const grown = readTokens(typeCss, `:root[data-text-size="${size}"]`);
    expect(Number(grown.get('--grow'))).toBe(Number(size) / 100);
    expect([...grown.keys()].sort()).toEqual(
      [...usual.keys()].filter((name) => name.startsWith('--grow')).sort(),
    );
    for (const factor of grown.values()) expect(Number(factor)).toBeGreaterThan(1);
  }
  for (const read of ['--size-text', '--size-label', '--size-small']) {
    expect(usual.get(read)).toContain('var(--grow)');
  }
});
