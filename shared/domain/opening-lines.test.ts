import { expect, test } from 'vitest';
import type { OpeningHours } from './opening-hours.ts';
import { openingLines } from './opening-lines.ts';

const MORNING = { opens: '08:00', closes: '12:00' };
const USUAL = [MORNING, { opens: '13:00', closes: '16:00' }];
const HOURS: OpeningHours = {
  timeZone: 'Asia/Jakarta',
  week: { mon: USUAL, tue: USUAL, wed: USUAL, thu: USUAL, fri: [MORNING], sat: [], sun: [] },
  exceptions: [
    { date: '2026-12-24', hours: [MORNING], reason: 'holiday' },
    { date: '2026-11-26', hours: [], reason: 'event' },
    { date: '2026-11-20', hours: [], reason: 'event' },
  ],
};
const MONDAY = Date.parse('2026-11-23T10:00:00+07:00');

test('days with the same hours are one line, and only the near days that are other than usual are told', () => {
  expect(openingLines(HOURS, MONDAY, 'id')).toEqual([
    'Senin sampai Kamis: 08.00-12.00 dan 13.00-16.00',
    'Jumat: 08.00-12.00',
    'Sabtu sampai Minggu: tutup',
    'Kamis 26-11-2026: tutup',
  ]);
  expect(openingLines(HOURS, MONDAY, 'en')[0]).toBe('Monday to Thursday: 08.00-12.00 and 13.00-16.00');
});
