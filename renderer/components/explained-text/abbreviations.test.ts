import { expect, test } from 'vitest';
import { GlossaryContent } from '../../../shared/contract/content/services.ts';
import { glossaryOf } from './explain.ts';

const contents = import.meta.glob<unknown>('../../../resources/content/*.json', {
  eager: true,
  import: 'default',
});
const texts = import.meta.glob<string>(
  ['../../texts/*.id.ts', '../../texts/*.en.ts', '../../texts/{id,en}.ts'],
  {
    eager: true,
    import: 'default',
    query: '?raw',
  },
);
const nameOf = (path: string) => path.split('/').at(-1) ?? path;

const glossary = GlossaryContent.parse(contents['../../../resources/content/glossary.json']);
const { words } = glossaryOf(glossary.entries);

/** Understood without an explanation, or no abbreviation at all. */
const KNOWN_BY_ALL = new Set([
  // Names that are written with two capitals.
  ...['WhatsApp', 'MoneyGram', 'RIA', 'PosIND', 'LAPOR', 'CekRekening', 'AduanNomor'],
  // Words in capitals.
  ...['CONTOH', 'EXAMPLE'],
  // On every telephone and ticket.
  ...['HP', 'QR', 'SMS', 'PIN', 'USB', 'SIM', 'ABC', 'OK', 'ID'],
  // Clock times.
  ...['WIB', 'WITA', 'WIT'],
  // Units and currencies.
  ...[
    'IDR',
    'HKD',
    'TWD',
    'MYR',
    'SGD',
    'JPY',
    'KRW',
    'SAR',
    'BND',
    'USD',
    'EUR',
    'NT',
    'HK',
    'US',
    'RM',
    'KG',
  ],
]);

/** Words with two capitals or more: those that somebody must have been told. */
function abbreviationsIn(text: string): string[] {
  const rest = words ? text.replace(words, ' ') : text;
  const found = rest.match(/(?<![\p{L}\p{N}])[\p{L}\p{N}]*\p{Lu}[\p{L}\p{N}]*\p{Lu}[\p{L}\p{N}]*/gu) ?? [];
  return found.filter((word) => !KNOWN_BY_ALL.has(word) && !/^\d+$/.test(word));
}

/** Every text in two languages, at any depth; sources and codes are not texts. */
function textsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('id' in value && 'en' in value && typeof value.id === 'string' && typeof value.en === 'string') {
    return [value.id, value.en];
  }
  return Object.values(value).flatMap(textsIn);
}

// Names of countries are no abbreviations.
const contentFiles = Object.entries(contents)
  .map(([path, content]) => ({ file: nameOf(path), content }))
  .filter(({ file }) => file !== 'countries.json');

test.each(contentFiles)(
  'every abbreviation that visitors read in $file has an explanation',
  ({ content }) => {
    expect([...new Set(textsIn(content).flatMap(abbreviationsIn))].sort()).toEqual([]);
  },
);

test('every abbreviation in the words of the screens has an explanation', () => {
  const files = Object.keys(texts).map(nameOf);
  expect(files).toEqual(expect.arrayContaining(['id.ts', 'en.ts', 'services.id.ts', 'services.en.ts']));
  expect(contentFiles.length).toBeGreaterThan(4);
  const found = Object.entries(texts).flatMap(([path, source]) =>
    literalsIn(source).flatMap((text) => abbreviationsIn(text).map((word) => `${nameOf(path)}: ${word}`)),
  );
  expect([...new Set(found)].sort()).toEqual([]);
});

/** What stands between quotes as the value of something; keys, types and imports are not for visitors. */
function literalsIn(source: string): string[] {
  return source
    .split('\n')
    .filter((line) => !/^\s*(import|export type|\||\/\/|\*|\/\*)/.test(line))
    .flatMap((line) => [...line.matchAll(/'((?:[^'\\]|\\.)*)'(?!\s*:)|`([^`]*)`/g)])
    .map(([, quoted, template]) => quoted ?? template?.replace(/\$\{[^}]*\}/g, ' ') ?? '')
    .filter((text) => /\s/.test(text) || !/^[A-Z_]+$/.test(text));
}

test('no form stands in two entries, and no key twice', () => {
  const forms = glossary.entries.flatMap((entry) => entry.forms);
  expect(new Set(forms).size).toBe(forms.length);
  const keys = glossary.entries.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
});

test('an explanation is one short line in both languages, and does not shout', () => {
  for (const { key, explanation } of glossary.entries) {
    for (const text of Object.values(explanation)) {
      expect(text.length, key).toBeLessThanOrEqual(130);
      expect(text, key).toMatch(/^[^!]+\.$/);
    }
  }
});

test('an abbreviation that nobody explains is found', () => {
  expect(abbreviationsIn('Bawa XYZ dan e-KTP ke BP3MI, atau kirim WhatsApp.')).toEqual(['XYZ']);
});
