import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupedNumber, linesToTakeHome } from './view.ts';

test('amounts stand as each language writes them', () => {
  expect(groupedNumber(5100, 'id')).toBe('5.100');
  expect(groupedNumber(5100, 'en')).toBe('5,100');
  expect(groupedNumber(2.62, 'id')).toBe('2,62');
  expect(groupedNumber(29500, 'en')).toBe('29,500');
  expect(groupedNumber(196, 'id')).toBe('196');
});

test('grouping changes no digit', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), (value) => {
      expect(groupedNumber(value, 'id').replaceAll('.', '')).toBe(String(value));
    }),
  );
});

test('the code for the phone has a line for each number', () => {
  expect(linesToTakeHome('Negara Contoh', [{ name: 'Polisi', number: '110' }])).toBe(
    'Negara Contoh\nPolisi: 110',
  );
});
