import { expect, test } from 'vitest';
import { ServiceKey } from '../../shared/contract/content/services.ts';
import { LeadNeed, NEEDS_OF } from '../../shared/domain/lead.ts';
import { servicesEn } from './services.en.ts';
import { type ServicesTexts, servicesId } from './services.id.ts';

/** Every text of a catalogue with the way to it; functions are called with what they can be about. */
function sentencesOf(node: unknown, way = ''): [string, string][] {
  if (typeof node === 'string') return [[way, node]];
  if (typeof node === 'function') {
    const call = node as (...given: unknown[]) => unknown;
    if (way.endsWith('country.ask')) {
      return [undefined, ...LeadNeed.options].flatMap((need) => sentencesOf(call(need), way));
    }
    return sentencesOf(call(...(/(why|forgets)$/.test(way) ? [90] : ['X', 'X'])), way);
  }
  if (node === null || typeof node !== 'object') return [];
  return Object.entries(node).flatMap(([key, child]) => sentencesOf(child, `${way}.${key}`));
}

const catalogues: [string, ServicesTexts][] = [
  ['Indonesian', servicesId],
  ['English', servicesEn],
];

test('both languages say the same things', () => {
  const waysIn = (texts: ServicesTexts) => [...new Set(sentencesOf(texts).map(([way]) => way))].sort();
  expect(waysIn(servicesEn)).toEqual(waysIn(servicesId));
  expect(waysIn(servicesId).length).toBeGreaterThan(140);
});

test.each(catalogues)('no %s text is empty or shouts', (_language, texts) => {
  for (const [way, text] of sentencesOf(texts)) {
    expect(text.trim(), way).toBe(text);
    expect(text, way).not.toBe('');
    expect(text, way).not.toMatch(/!|\b[A-Z]{5,}\b/);
  }
});

test.each(catalogues)('every need of every service has its words in %s', (_language, { need }) => {
  for (const service of ServiceKey.options) {
    expect(Object.keys(need.answers[service]).sort()).toEqual([...NEEDS_OF[service]].sort());
    const labels = Object.values(need.answers[service]).map(({ label }) => label);
    expect(new Set(labels).size).toBe(labels.length);
  }
});

test('no institution, number, wage or fee stands in the texts: those are content', () => {
  for (const [, texts] of catalogues) {
    for (const [way, text] of sentencesOf(texts)) {
      expect(text, way).not.toMatch(/KemenP2MI|BP2MI|P3MI|BPJS|Western|MoneyGram|Pospay|Giropos|MTCN/i);
      expect(text.replace(/1500/, ''), way).not.toMatch(/\d{4,}|Rp/);
    }
  }
});

/** Words of offices, which have a plain word in their place. */
const OFFICIALESE =
  /\b(dimohon|mohon maaf|silakan|silahkan|harap|wajib|guna|dalam rangka|sehubungan|terkait|perihal|berdasarkan|yang bersangkutan|tersebut|merupakan|melakukan|apabila|bilamana|agar|input|submit|instansi|dokumen|nasabah|transaksi)\b/i;

test('Indonesian texts are the words of a neighbour, in short sentences', () => {
  const sentences = sentencesOf(servicesId).flatMap(([way, text]) =>
    text.split(/(?<=[.?])\s+/).map((sentence) => ({ way, sentence, words: sentence.split(/\s+/).length })),
  );
  for (const { way, sentence } of sentences) expect(sentence, way).not.toMatch(OFFICIALESE);
  expect(sentences.filter(({ words }) => words > 14)).toEqual([]);
  expect(sentences.filter(({ words }) => words <= 9).length / sentences.length).toBeGreaterThan(0.85);
});

test('a question fits the screen: at most 46 characters', () => {
  const titles = sentencesOf(servicesId).filter(([way]) => /[tT]itle$/.test(way));
  expect(titles.filter(([, text]) => text.length > 46)).toEqual([]);
});
