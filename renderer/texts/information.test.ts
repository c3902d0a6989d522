import { expect, test } from 'vitest';
import { informationEn } from './information.en.ts';
import { type InformationTexts, informationId } from './information.id.ts';

/** Every text with the way to it; functions are called with an example. */
function sentencesOf(node: unknown, way = ''): [string, string][] {
  if (typeof node === 'string') return [[way, node]];
  if (typeof node === 'function') return sentencesOf((node as (...given: unknown[]) => unknown)(7, 7), way);
  if (node === null || typeof node !== 'object') return [];
  return Object.entries(node).flatMap(([key, child]) => sentencesOf(child, `${way}.${key}`));
}

const catalogues: [string, InformationTexts][] = [
  ['Indonesian', informationId],
  ['English', informationEn],
];

test('both languages say the same things', () => {
  const ways = (texts: InformationTexts) => sentencesOf(texts).map(([way]) => way);
  expect(ways(informationEn)).toEqual(ways(informationId));
  expect(ways(informationId).length).toBeGreaterThan(60);
});

test.each(catalogues)('no %s text is empty, shouts or names an office', (_language, texts) => {
  for (const [way, text] of sentencesOf(texts)) {
    expect(text.trim(), way).toBe(text);
    expect(text, way).not.toBe('');
    expect(text, way).not.toMatch(/!|\b[A-Z]{5,}\b/);
    expect(text, way).not.toMatch(/KemenP2MI|BP2MI|BP3MI|P3MI|BPJS|Kemlu|Kemnaker|KBRI|KJRI|Pospay/i);
    expect(text, way).not.toMatch(/\d{4,}/);
  }
});

test('Indonesian sentences have at most 14 words, and a question fits the screen', () => {
  const all = sentencesOf(informationId);
  for (const [way, text] of all) {
    for (const sentence of text.split(/(?<=[.?])\s+/)) {
      expect(sentence.split(/\s+/).length, `${way}: ${sentence}`).toBeLessThanOrEqual(14);
    }
  }
  for (const [way, text] of all.filter(([name]) => /title$/i.test(name))) {
    expect(text.length, way).toBeLessThanOrEqual(46);
  }
});
