import { expect, test } from 'vitest';
import { noticesEn } from './notices.en.ts';
import { noticesId } from './notices.id.ts';

test('no word around a notice is empty or shouts', () => {
  for (const texts of [noticesId, noticesEn]) {
    const told = JSON.stringify([texts, texts.others(2), texts.source('Contoh'), texts.since('1 Mei 2026')]);
    expect(told).not.toMatch(/!|""|\b[A-Z]{4,}\b/);
  }
});
