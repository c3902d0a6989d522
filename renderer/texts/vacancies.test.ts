import { expect, test } from 'vitest';
import { vacanciesEn } from './vacancies.en.ts';
import { type VacanciesTexts, vacanciesId } from './vacancies.id.ts';

/** Every text of a catalogue with the way to it; functions are called with a word for each gap. */
function sentencesOf(node: unknown, way = ''): [string, string][] {
  if (typeof node === 'string') return [[way, node]];
  if (typeof node === 'function') {
    const call = node as (...gaps: string[]) => string;
    return [[way, call('X', 'Y')]];
  }
  if (node === null || typeof node !== 'object') return [];
  return Object.entries(node).flatMap(([key, child]) => sentencesOf(child, `${way}.${key}`));
}

const catalogues: [string, VacanciesTexts][] = [
  ['Indonesian', vacanciesId],
  ['English', vacanciesEn],
];

test('both languages say the same things', () => {
  const waysIn = (texts: VacanciesTexts) => sentencesOf(texts).map(([way]) => way);
  expect(waysIn(vacanciesEn)).toEqual(waysIn(vacanciesId));
  expect(waysIn(vacanciesId).length).toBeGreaterThan(90);
});

test.each(catalogues)('no %s text is empty or shouts, but for the mark of an example', (_language, texts) => {
  for (const [way, text] of sentencesOf(texts)) {
    expect(text.trim(), way).toBe(text);
    expect(text, way).not.toBe('');
    expect(text, way).not.toMatch(/!/);
    if (way !== '.example.title') expect(text, way).not.toMatch(/\b[A-Z]{5,}\b/);
  }
});

test('no text promises that an offer is real or says that it is fraud', () => {
  for (const [, texts] of catalogues) {
    for (const [way, text] of sentencesOf(texts)) {
      expect(text, way).not.toMatch(
        /\baman\b|resmi|dijamin|pasti penipuan|\bsafe\b|guarantee|certainly|official/i,
      );
    }
  }
});

test('what is not found is said to be not verified as of a day, and neither fake nor true', () => {
  expect(vacanciesId.nothing.notFake('1 Mei 2026')).toContain(
    'belum dapat diverifikasi di data kami per 1 Mei 2026',
  );
  expect(vacanciesId.nothing.meaning).toMatch(/tidak berarti palsu.*tidak berarti benar/);
});

test('no name of an institution or number stands in the texts: those are content', () => {
  for (const [, texts] of catalogues) {
    for (const [way, text] of sentencesOf(texts)) {
      expect(text, way).not.toMatch(/KemenP2MI|BP2MI|BP3MI|P3MI|SIP2MI|SISKOP2MI|SIAPkerja|CekRekening/i);
      expect(text, way).not.toMatch(/\d{4,}/);
    }
  }
});

/** Words of offices. "Persyaratan" stands in a heading that the ministry's own lists use. */
const OFFICIALESE =
  /\b(dimohon|mohon maaf|silakan|silahkan|harap|wajib|guna|dalam rangka|sehubungan|terkait|perihal|berdasarkan|yang bersangkutan|tersebut|merupakan|melakukan|apabila|bilamana|agar|identitas|verifikasi|validasi|input|submit|instansi|prosedural|dokumen|kompensasi)\b/i;

test('Indonesian texts are the words of a neighbour, in short sentences', () => {
  for (const [way, text] of sentencesOf(vacanciesId)) {
    expect(text, way).not.toMatch(OFFICIALESE);
    for (const sentence of text.split(/(?<=[.?])\s+/))
      expect(sentence.split(/\s+/).length, way).toBeLessThanOrEqual(14);
  }
});

test('a question fits the screen: at most 46 characters in Indonesian', () => {
  const titles = sentencesOf(vacanciesId).filter(([way]) => way.endsWith('.title'));
  expect(titles.length).toBeGreaterThan(8);
  expect(titles.filter(([, text]) => text.length > 46)).toEqual([]);
});
