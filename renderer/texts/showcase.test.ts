import { expect, test } from 'vitest';
import { showcaseEn } from './showcase.en.ts';
import { type ShowcaseTexts, showcaseId } from './showcase.id.ts';

/** Every text of a catalogue with the way to it; functions are called with something short for each of their words. */
function sentencesOf(node: unknown, way = ''): [string, string][] {
  if (typeof node === 'string') return [[way, node]];
  if (typeof node === 'function') {
    const call = node as (...words: unknown[]) => unknown;
    const isCounting = /count|photo/i.test(way.split('.').at(-1) ?? '') || way.endsWith('.remove');
    return sentencesOf(isCounting ? call(3, 4) : call('X', 'Y', 'Z'), way);
  }
  if (node === null || typeof node !== 'object') return [];
  return Object.entries(node).flatMap(([key, child]) => sentencesOf(child, `${way}.${key}`));
}

const catalogues: [string, ShowcaseTexts][] = [
  ['Indonesian', showcaseId],
  ['English', showcaseEn],
];

test('both languages say the same things', () => {
  const waysIn = (texts: ShowcaseTexts) => [...new Set(sentencesOf(texts).map(([way]) => way))].sort();
  expect(waysIn(showcaseEn)).toEqual(waysIn(showcaseId));
  expect(waysIn(showcaseId).length).toBeGreaterThan(150);
});

/** Names of marks are spelled as they stand on a package. */
const MARK_NAMES = /\b(P-IRT|BPOM|NIB)\b/g;

test.each(catalogues)('no %s text is empty or shouts', (_language, texts) => {
  for (const [way, text] of sentencesOf(texts)) {
    expect(text.trim(), way).toBe(text);
    expect(text, way).not.toBe('');
    expect(text.replaceAll(MARK_NAMES, ''), way).not.toMatch(/!|\b[A-Z]{5,}\b/);
  }
});

test('no name of an institution, phone number or sum of money stands in the texts: those are content', () => {
  for (const [, texts] of catalogues) {
    for (const [way, text] of sentencesOf(texts)) {
      expect(text, way).not.toMatch(/KemenP2MI|BP2MI|BP3MI|P3MI|Kemlu|Pospay|Pos Indonesia|BPJPH/i);
      // The example of a price is the one number of that length.
      expect(text.replaceAll('25000', ''), way).not.toMatch(/\d{4,}/);
    }
  }
});

const OFFICIALESE = [
  'dimohon',
  'mohon maaf',
  'silakan',
  'silahkan',
  'harap',
  'wajib',
  'guna',
  'dalam rangka',
  'sehubungan',
  'terkait',
  'perihal',
  'berdasarkan',
  'yang bersangkutan',
  'tersebut',
  'merupakan',
  'melakukan',
  'apabila',
  'bilamana',
  'agar',
  'identitas',
  'verifikasi',
  'validasi',
  'input',
  'submit',
  'instansi',
  'dokumen',
];

test('Indonesian texts are the words of a neighbour, not of an office', () => {
  for (const [way, text] of sentencesOf(showcaseId)) {
    for (const word of OFFICIALESE) expect(text.toLowerCase(), way).not.toMatch(new RegExp(`\\b${word}\\b`));
  }
});

test('Indonesian sentences are short: at most 14 words', () => {
  const lengths = sentencesOf(showcaseId).flatMap(([way, text]) =>
    text.split(/(?<=[.?])\s+/).map((sentence) => ({ way, sentence, words: sentence.split(/\s+/).length })),
  );
  expect(lengths.filter(({ words }) => words > 14)).toEqual([]);
});

test('a question fits the screen: at most 46 characters in Indonesian', () => {
  const titles = sentencesOf(showcaseId).filter(
    ([way]) => /[tT]itle$/.test(way) || way.startsWith('.choose'),
  );
  expect(titles.filter(([, text]) => text.length > 46)).toEqual([]);
});

test('no text promises a time or a price of its own', () => {
  for (const [, texts] of catalogues) {
    for (const [way, text] of sentencesOf(texts))
      expect(text, way).not.toMatch(/gratis|free|\bhari kerja\b/i);
  }
});
