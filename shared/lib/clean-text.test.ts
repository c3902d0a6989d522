import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanText } from './clean-text.ts';

test('cleaning twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (typed) => {
      expect(cleanText(cleanText(typed))).toBe(cleanText(typed));
    }),
  );
});

test('emoji, right-to-left letters and line breaks stay', () => {
  expect(cleanText(' Gaji 😢 belum dibayar\nراتب ')).toBe('Gaji 😢 belum dibayar\nراتب');
});

test('control characters, halves of characters and marks that turn the direction go', () => {
  expect(cleanText('a\u0000b\u001bc')).toBe('a b c');
  expect(cleanText('gaji\ud83d')).toBe('gaji');
  expect(cleanText('\u202emoor\u202c')).toBe('moor');
  expect(cleanText('a\r\nb\rc')).toBe('a\nb\nc');
});
