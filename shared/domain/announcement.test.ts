import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Announcement, faultOfAnnouncement } from './announcement.ts';

const TEXT = { id: 'Loket tutup 25-12-2026', en: 'The counter is closed on 25-12-2026' };
const announcement = (changes: Partial<Announcement> = {}) =>
  Announcement.safeParse({ text: TEXT, from: '2026-12-01', until: '2026-12-25', ...changes });

test('times, days and rooms may be said', () => {
  for (const text of [
    TEXT.id,
    'Buka 08.00-16.00, Jumat 08.00-11.30',
    'Ruang 214, lantai 2',
    'Besok loket buka pukul 09:00',
    'Kuota 2027 dibuka 5/1/2027',
  ]) {
    expect([text, faultOfAnnouncement(text)]).toEqual([text, null]);
  }
});

test('a number to call is refused, however it is written', () => {
  for (const text of [
    'Hubungi 0800-0000-1234',
    'WA 0800 0000 1234',
    'Telepon (0800) 0000.1234',
    'Daftar +62 800 0000 1234',
    'Telepon 112 dulu',
    'kirim ke 080000',
    '0.8.0.0.0.0.0.0.1.2.3.4',
    '08.00.00.00.12.34',
  ]) {
    expect([text, faultOfAnnouncement(text)]).toEqual([text, 'phone']);
  }
});

test('an address to open is refused', () => {
  for (const text of [
    'Buka http://contoh',
    'www.contoh.example',
    'daftar di contoh.com',
    'a@contoh',
    'contoh.go.id',
  ]) {
    expect([text, faultOfAnnouncement(text)]).toEqual([text, 'link']);
  }
});

test('no run of eight digits or more gets through, whatever stands between and around them', () => {
  const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 8, maxLength: 14 });
  const between = fc.constantFrom('', ' ', '-', ' - ', '(', ')');
  fc.assert(
    fc.property(digits, between, fc.constantFrom('', 'Info ', 'Loket: '), (all, mark, before) => {
      const text = `${before}${all.join(mark)}`.slice(0, 80);
      expect(faultOfAnnouncement(text)).not.toBeNull();
    }),
  );
});

test('it is short, says something, ends after it begins and not in half a year', () => {
  expect(faultOfAnnouncement('   ')).toBe('empty');
  expect(faultOfAnnouncement('a'.repeat(81))).toBe('too-long');
  expect(announcement().success).toBe(true);
  expect(announcement({ until: '2026-11-30' }).success).toBe(false);
  expect(announcement({ until: '2027-05-01' }).success).toBe(false);
  expect(announcement({ text: { ...TEXT, en: '' } }).success).toBe(false);
});
