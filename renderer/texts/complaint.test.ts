import { expect, test } from 'vitest';
import {
  AccusedKind,
  CATEGORIES_IN,
  ComplaintCategory,
  Relation,
  Situation,
  WantedResult,
} from '../../shared/domain/complaint.ts';
import { complaintEn } from './complaint.en.ts';
import { type About, type ComplaintTexts, complaintId } from './complaint.id.ts';

/** Every person, situation and party that the words can be about. */
const abouts: About[] = [true, false].flatMap((isSelf) =>
  [undefined, ...Situation.options].flatMap((situation) =>
    [undefined, ...AccusedKind.options].map((accused) => ({ isSelf, situation, accused })),
  ),
);

/** Every text of a catalogue with the way to it; functions are called with everything they can be about. */
function sentencesOf(node: unknown, way = ''): [string, string][] {
  if (typeof node === 'string') return [[way, node]];
  if (typeof node === 'function') {
    const call = node as (argument: unknown) => unknown;
    if (way.endsWith('.by')) return sentencesOf(call('X'), way);
    if (['forgets', 'within'].some((name) => way.endsWith(name))) return sentencesOf(call(7), way);
    return abouts.flatMap((about) => sentencesOf(call(about), way));
  }
  if (node === null || typeof node !== 'object') return [];
  return Object.entries(node).flatMap(([key, child]) => sentencesOf(child, `${way}.${key}`));
}

const catalogues: [string, ComplaintTexts][] = [
  ['Indonesian', complaintId],
  ['English', complaintEn],
];

test('both languages say the same things', () => {
  const waysIn = (texts: ComplaintTexts) => [...new Set(sentencesOf(texts).map(([way]) => way))].sort();
  expect(waysIn(complaintEn)).toEqual(waysIn(complaintId));
  expect(waysIn(complaintId).length).toBeGreaterThan(200);
});

test.each(catalogues)('no %s text is empty or shouts', (_language, texts) => {
  for (const [way, text] of sentencesOf(texts)) {
    expect(text.trim(), way).toBe(text);
    expect(text, way).not.toBe('');
    expect(text, way).not.toMatch(/!|\b[A-Z]{5,}\b/);
  }
});

test.each(catalogues)(
  'every category has a name of its own and a line that explains it in %s',
  (_language, texts) => {
    const names = ComplaintCategory.options.map((category) => texts.category.answers[category].label);
    expect(new Set(names).size).toBe(ComplaintCategory.options.length);
    for (const category of ComplaintCategory.options) {
      expect(texts.category.answers[category].hint, category).toMatch(/\S/);
    }
    expect(Object.values(CATEGORIES_IN).flat()).toEqual(
      expect.arrayContaining([...ComplaintCategory.options]),
    );
  },
);

test.each(catalogues)(
  'every relation and every wanted result has a name of its own in %s',
  (_language, texts) => {
    expect(new Set(Relation.options.map((relation) => texts.relation.answers[relation].label)).size).toBe(
      Relation.options.length,
    );
    expect(new Set(WantedResult.options.map((wanted) => texts.wanted.answers[wanted].label)).size).toBe(
      WantedResult.options.length,
    );
  },
);

test('no name of an institution or phone number stands in the texts: those are content', () => {
  for (const [, texts] of catalogues) {
    for (const [way, text] of sentencesOf(texts)) {
      expect(text, way).not.toMatch(/KemenP2MI|BP2MI|BP3MI|P3MI|BPJS|Kemlu|Kemnaker|KBRI|KJRI|Pospay/i);
      expect(text, way).not.toMatch(/\d{4,}/);
    }
  }
});

/** Words of offices, and the plain word that stands in their place. */
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
  'pelapor',
  'terlapor',
  'teradu',
  'pengadu',
  'kronologi',
  'identitas',
  'verifikasi',
  'validasi',
  'input',
  'submit',
  'instansi',
  'prosedural',
  'dokumen',
  'kompensasi',
];

test('Indonesian texts are the words of a neighbour, not of an office', () => {
  for (const [way, text] of sentencesOf(complaintId)) {
    for (const word of OFFICIALESE) expect(text.toLowerCase(), way).not.toMatch(new RegExp(`\\b${word}\\b`));
  }
});

test('Indonesian sentences are short: at most 14 words, mostly under ten', () => {
  const lengths = sentencesOf(complaintId).flatMap(([way, text]) =>
    text.split(/(?<=[.?])\s+/).map((sentence) => ({ way, sentence, words: sentence.split(/\s+/).length })),
  );
  expect(lengths.filter(({ words }) => words > 14)).toEqual([]);
  const short = lengths.filter(({ words }) => words <= 9).length;
  expect(short / lengths.length).toBeGreaterThan(0.85);
});

test('a question fits the screen: at most 46 characters in Indonesian', () => {
  const titles = sentencesOf(complaintId).filter(([way]) => way.endsWith('.title'));
  expect(titles.filter(([, text]) => text.length > 46)).toEqual([]);
});
