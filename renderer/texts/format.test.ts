import { expect, test } from 'vitest';
import { ScreenLanguage } from '../../shared/domain/language.ts';
import {
  formatDate,
  formatDateTime,
  formatIsoDate,
  formatPartialDate,
  formatTime,
  groupForDictation,
} from './format.ts';

const at = Date.UTC(2026, 4, 12, 16, 42);

test('a moment is told in the zone of the office, with the name people use', () => {
  expect(formatDateTime(at, 'id', 'Asia/Jakarta')).toBe('12 Mei 2026, 23.42 WIB');
  expect(formatDateTime(at, 'id', 'Asia/Makassar')).toBe('13 Mei 2026, 00.42 WITA');
  expect(formatDateTime(at, 'en', 'Asia/Jayapura')).toBe('13 May 2026, 01:42 WIT');
});

test('a zone without an Indonesian name shows none', () => {
  expect(formatTime(at, 'en', 'UTC')).toBe('16:42');
});

test('a calendar date never shifts by a day', () => {
  expect(formatIsoDate('2026-01-01', 'id')).toBe('1 Januari 2026');
  expect(formatDate(Date.UTC(2026, 0, 1), 'en', 'UTC')).toBe('1 January 2026');
});

test('a half-known date shows what is known', () => {
  expect(formatPartialDate({ year: 2024 }, 'id')).toBe('2024');
  expect(formatPartialDate({ year: 2024, month: 8 }, 'id')).toBe('Agustus 2024');
  expect(formatPartialDate({ year: 2024, month: 8, day: 3 }, 'en')).toBe('3 August 2024');
  expect(formatPartialDate({ year: 2024, day: 3 }, 'en')).toBe('2024');
});

test('numbers to dictate come in groups and lose nothing', () => {
  expect(groupForDictation('042917')).toEqual(['042', '917']);
  expect(groupForDictation('B4K2-L7M9', 4)).toEqual(['B4K2', 'L7M9']);
  expect(groupForDictation('')).toEqual([]);
});

test.each(ScreenLanguage.options)('%s has twelve months of its own, none empty', (language) => {
  const months = Array.from(
    { length: 12 },
    (_, month) => formatDate(Date.UTC(2026, month, 1), language, 'UTC').split(' ')[1],
  );
  expect(new Set(months).size).toBe(12);
  expect(months.filter((name) => !/\p{L}{3,}/u.test(name ?? ''))).toEqual([]);
});

test('Javanese and Sundanese write the time as Indonesian does', () => {
  expect(formatTime(at, 'jv', 'Asia/Jakarta')).toBe('23.42 WIB');
  expect(formatTime(at, 'su', 'Asia/Jakarta')).toBe('23.42 WIB');
});
