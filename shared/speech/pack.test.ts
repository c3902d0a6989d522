import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openSpeechPack, type SpeechIndex } from './pack.ts';
import { keyOf, tokensOf } from './tokens.ts';

const NAMES = new Map<string, string>();

/** An index whose clips can be read back: each name stands for its key. */
function indexOf(...texts: string[]): SpeechIndex {
  const clips = texts.map((text) => {
    const name = keyOf(text)
      .split('')
      .reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) % 0xffffffff, 7)
      .toString(16)
      .padStart(16, '0');
    NAMES.set(name, keyOf(text));
    return [keyOf(text), name];
  });
  return { format: 'pos-migran-speech/1', language: 'id', voice: 'test', clips: Object.fromEntries(clips) };
}
const heard = (clips: readonly string[]) => clips.map((clip) => NAMES.get(clip));

test('numbers are said digit by digit, codes letter by letter', () => {
  expect(tokensOf('Rp332.500 untuk 24 bulan')).toEqual([
    'rp',
    '3',
    '3',
    '2',
    '5',
    '0',
    '0',
    'untuk',
    '2',
    '4',
    'bulan',
  ]);
  expect(tokensOf('B4K2-L7M9')).toEqual(['b', '4', 'k', '2', 'l', '7', 'm', '9']);
  expect(tokensOf('+62 811-8080-141')).toEqual([...'628118080141']);
});

test('a whole sentence comes before its words, and a longer part before a shorter one', () => {
  const pack = openSpeechPack(indexOf('Tunggu sebentar', 'tunggu', 'sebentar', 'di', 'loket', 'di loket'));
  expect(heard(pack.say('Tunggu sebentar, di loket.').clips)).toEqual(['tunggu sebentar', 'di loket']);
});

test('what no clip says is told, and the rest is still said', () => {
  const pack = openSpeechPack(indexOf('nama', 'Anda'));
  const said = pack.say('Nama Anda: Xyzzy');
  expect(heard(said.clips)).toEqual(['nama', 'anda']);
  expect(said.missing).toEqual(['xyzzy']);
});

test('no token is lost or moved, whatever the text and the pack', () => {
  const word = fc.constantFrom('satu', 'dua', 'tiga', 'empat', '7', 'A4');
  fc.assert(
    fc.property(fc.array(fc.array(word, { minLength: 1, maxLength: 4 })), fc.array(word), (known, spoken) => {
      const pack = openSpeechPack(indexOf(...known.map((words) => words.join(' '))));
      const said = pack.say(spoken.join(' '));
      const all = [...heard(said.clips).flatMap((key) => key?.split(' ') ?? []), ...said.missing];
      expect(all.sort()).toEqual(tokensOf(spoken.join(' ')).sort());
    }),
  );
});

test('any text can be cut, and cutting twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const tokens = tokensOf(text);
      expect(tokens.every((token) => token.length > 0 && !/\s/.test(token))).toBe(true);
      expect(keyOf(tokens.join(' ')).length).toBeLessThanOrEqual(tokens.join(' ').length + tokens.length);
    }),
  );
});
