import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { GlossaryEntry } from '../../../shared/contract/content/services.ts';
import { glossaryOf, piecesOf } from './explain.ts';

const entry = (key: string, ...forms: string[]): GlossaryEntry => ({
  key,
  forms,
  explanation: { id: `Arti ${key}.`, en: `Meaning of ${key}.` },
  provenance: {
    source: 'example',
    verified_on: '2026-05-01',
    valid_until: '2027-05-01',
    confidence: 'sure',
  },
});

const entries = [
  entry('pmi', 'PMI'),
  entry('pmi-purna', 'PMI Purna'),
  entry('p2mi', 'P2MI'),
  entry('e-pmi', 'E-PMI', 'e-PMI'),
  entry('odd', 'A.B', 'C+D', '(E)', '[F', 'G/H'),
];
const glossary = glossaryOf(entries);
const explained = (text: string, except?: string[]) =>
  piecesOf(text, glossary, except).flatMap((piece) => (piece.entry ? [[piece.entry.key, piece.text]] : []));

test('the longest form is explained, and each word once', () => {
  expect(explained('PMI Purna dulu PMI, lalu PMI lagi.')).toEqual([
    ['pmi-purna', 'PMI Purna'],
    ['pmi', 'PMI'],
  ]);
});

test('a form inside another word is left alone', () => {
  expect(explained('KemenP2MI, CPMI, PMI2, XPMI dan pmi')).toEqual([]);
  expect(explained('(PMI) PMI-nya "P2MI"')).toEqual([
    ['pmi', 'PMI'],
    ['p2mi', 'P2MI'],
  ]);
  expect(explained('e-PMI')).toEqual([['e-pmi', 'e-PMI']]);
});

test('signs in a form mean themselves', () => {
  expect(explained('AxB')).toEqual([]);
  expect(explained('A.B')).toEqual([['odd', 'A.B']]);
});

test('what the page explains itself is not marked', () => {
  expect(explained('PMI dan P2MI', ['pmi'])).toEqual([['p2mi', 'P2MI']]);
});

test('without a glossary the text is one piece', () => {
  expect(piecesOf('PMI', glossaryOf([]))).toEqual([{ text: 'PMI' }]);
});

const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...entries.flatMap(({ forms }) => forms)),
      fc.constantFrom(' ', '-', '/', '(', ')', '.', 'a', '7', 'PMI', 'Purna'),
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary' }),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));

test('no character is lost, added or moved, and every marked piece is a form of its entry', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const pieces = piecesOf(text, glossary);
      expect(pieces.map((piece) => piece.text).join('')).toBe(text);
      const keys = pieces.flatMap((piece) => piece.entry?.key ?? []);
      expect(new Set(keys).size).toBe(keys.length);
      for (const piece of pieces) if (piece.entry) expect(piece.entry.forms).toContain(piece.text);
      if (text !== '') expect(pieces.every((piece) => piece.text !== '')).toBe(true);
    }),
    { numRuns: 500 },
  );
});
