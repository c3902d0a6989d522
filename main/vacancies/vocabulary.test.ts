import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beginsNearly, Vocabulary } from './vocabulary.ts';
import { askedWords, wordsOf } from './words.ts';

test('words lose accents, capitals and signs', () => {
  expect(wordsOf('  Pérawat–LANSIA (rumah sakit), 24-jam! ')).toEqual([
    'perawat',
    'lansia',
    'rumah',
    'sakit',
    '24',
    'jam',
  ]);
  expect(wordsOf('😢 "*" -- NEAR/3')).toEqual(['near', '3']);
});

test('whatever is typed, the words are small letters and digits, and reading them again changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const words = wordsOf(text);
      for (const word of words) expect(word).toMatch(/^[a-z0-9]{1,40}$/);
      expect(wordsOf(words.join(' '))).toEqual(words);
      expect(askedWords(text).length).toBeLessThanOrEqual(8);
    }),
  );
});

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 6 });

test('a vocabulary knows every beginning of its words and no other', () => {
  fc.assert(
    fc.property(fc.array(word), word, (words, beginning) => {
      expect(new Vocabulary(words).hasBeginning(beginning)).toBe(words.some((w) => w.startsWith(beginning)));
    }),
  );
});

/** Every text that one change makes of another. */
function changed(text: string): Set<string> {
  const found = new Set([text]);
  for (let at = 0; at <= text.length; at++) {
    const before = text.slice(0, at);
    const after = text.slice(at);
    found.add(before + after.slice(1));
    for (const letter of 'abc') {
      found.add(before + letter + after);
      if (after) found.add(before + letter + after.slice(1));
    }
    if (after.length > 1) found.add(before + after[1] + after[0] + after.slice(2));
  }
  return found;
}

test('nearly is one change: a letter too many, too few, another, or two changed over', () => {
  fc.assert(
    fc.property(word, word, (known, typed) => {
      const near = changed(typed);
      const expected = Array.from({ length: known.length + 1 }, (_, to) => known.slice(0, to)).some(
        (beginning) => near.has(beginning),
      );
      expect(beginsNearly(known, typed)).toBe(expected);
    }),
    { numRuns: 2000 },
  );
});

test('a piece of a word finds it, and a wrong letter is forgiven', () => {
  const vocabulary = new Vocabulary(['perawat', 'penjahit', 'koki']);
  expect(vocabulary.insteadOf('rawat')).toEqual(['perawat']);
  expect(vocabulary.insteadOf('perwat')).toEqual(['perawat']);
  expect(vocabulary.insteadOf('pwrawat')).toEqual(['perawat']);
  expect(vocabulary.insteadOf('pejnahit')).toEqual(['penjahit']);
  expect(vocabulary.insteadOf('xyzzy')).toEqual([]);
  expect(vocabulary.insteadOf('ko')).toEqual([]);
});
