import { expect, test } from 'vitest';
import { registrationEn } from './registration.en.ts';
import { type RegistrationTexts, registrationId } from './registration.id.ts';

/** Every text of a catalogue with the way to it; functions are called as the screens call them. */
function sentencesOf(node: unknown, way = ''): [string, string][] {
  if (typeof node === 'string') return [[way, node]];
  if (typeof node === 'function') return sentencesOf((node as (...given: unknown[]) => unknown)(7, 13), way);
  if (node === null || typeof node !== 'object') return [];
  return Object.entries(node).flatMap(([key, child]) => sentencesOf(child, `${way}.${key}`));
}

const catalogues: [string, RegistrationTexts][] = [
  ['Indonesian', registrationId],
  ['English', registrationEn],
];

test('both languages say the same things', () => {
  const waysIn = (texts: RegistrationTexts) => [...new Set(sentencesOf(texts).map(([way]) => way))].sort();
  expect(waysIn(registrationEn)).toEqual(waysIn(registrationId));
  expect(waysIn(registrationId).length).toBeGreaterThan(250);
});

test.each(catalogues)(
  'no %s text is empty, shouts, names an institution or carries a number to call',
  (_language, texts) => {
    for (const [way, text] of sentencesOf(texts)) {
      expect(text.trim(), way).toBe(text);
      expect(text, way).not.toBe('');
      expect(text, way).not.toMatch(/!|\b[A-Z]{5,}\b/);
      expect(text, way).not.toMatch(/KemenP2MI|BP2MI|BP3MI|P3MI|BPJS|SISKOP2MI|Kemnaker|Pospay|Giropos/i);
      expect(text, way).not.toMatch(/\d{4,}/);
    }
  },
);

test.each(catalogues)('two answers to one question never have the same name in %s', (_language, texts) => {
  for (const [question, answers] of Object.entries(texts.answers)) {
    const names = Object.values(answers).map(({ label }) => label);
    expect(new Set(names).size, question).toBe(names.length);
  }
});

/** Words of offices, and words that this kiosk must not use of what it does. */
const OFFICIALESE =
  'dimohon silakan silahkan harap wajib guna terkait perihal berdasarkan tersebut merupakan melakukan apabila bilamana agar ' +
  'kronologi identitas verifikasi validasi input submit instansi prosedural dokumen';

test('Indonesian texts are the words of a neighbour, not of an office', () => {
  for (const [way, text] of sentencesOf(registrationId)) {
    for (const word of OFFICIALESE.split(' ')) {
      expect(text.toLowerCase(), way).not.toMatch(new RegExp(`\\b${word}\\b`));
    }
  }
});

test('Indonesian sentences are short: at most 14 words, mostly under ten', () => {
  const lengths = sentencesOf(registrationId).flatMap(([way, text]) =>
    text.split(/(?<=[.?])\s+/).map((sentence) => ({ way, sentence, words: sentence.split(/\s+/).length })),
  );
  expect(lengths.filter(({ words }) => words > 14)).toEqual([]);
  expect(lengths.filter(({ words }) => words <= 9).length / lengths.length).toBeGreaterThan(0.85);
});

test('a question fits the screen: at most 46 characters in Indonesian', () => {
  const titles = sentencesOf(registrationId).filter(([way]) => way.toLowerCase().endsWith('title'));
  expect(titles.filter(([, text]) => text.length > 46)).toEqual([]);
});

test('nothing is asked that nobody may ask here', () => {
  for (const [, texts] of catalogues) {
    for (const { title, label = '' } of Object.values(texts.questions)) {
      expect(`${title} ${label}`).not.toMatch(
        /agama|religion|ibu kandung|maiden|rekening|account|hasil tes|foto ktp/i,
      );
    }
  }
});
