import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wrap, wrapEvenly } from './wrap.ts';

test('words stay whole where they can, and a date stays on one line', () => {
  expect(wrap('Lengkapi data paling lambat 22\u00a0Des\u00a02026.', 32)).toEqual([
    'Lengkapi data paling lambat',
    '22 Des 2026.',
  ]);
});

test('a word longer than the paper is cut and not lost', () => {
  expect(wrap('ini Pemutusanhubungankerja', 10)).toEqual(['ini', 'Pemutusanh', 'ubunganker', 'ja']);
});

test('no line is empty or too wide, and every letter is there', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\u00a0', '-'), maxLength: 120 }),
      fc.integer({ min: 1, max: 64 }),
      (text, columns) => {
        const lines = wrap(text, columns);
        for (const line of lines) {
          expect(line.length).toBeGreaterThan(0);
          expect(line.length).toBeLessThanOrEqual(columns);
        }
        const letters = (each: string) => each.replace(/[\s\u00a0]/g, '');
        expect(letters(lines.join(''))).toBe(letters(text));
      },
    ),
  );
});

test('evenly broken lines are no more, fit, say the same, and leave no word alone that could have company', () => {
  expect(wrapEvenly('Ini belum pendaftaran resmi. Pendaftaran resmi ada di SISTEM CONTOH.', 32)).toEqual([
    'Ini belum pendaftaran',
    'resmi. Pendaftaran resmi',
    'ada di SISTEM CONTOH.',
  ]);
  fc.assert(
    fc.property(
      fc.array(fc.string({ maxLength: 30 }), { maxLength: 12 }),
      fc.integer({ min: 1, max: 64 }),
      (words, columns) => {
        const text = words.join(' ');
        const even = wrapEvenly(text, columns);
        expect(even.length).toBeLessThanOrEqual(wrap(text, columns).length);
        expect(even.every((line) => line.length <= columns)).toBe(true);
        expect(even.join('').replaceAll(' ', '')).toBe(wrap(text, columns).join('').replaceAll(' ', ''));
      },
    ),
  );
});
