import { join } from 'node:path';
import { expect, test } from 'vitest';
import { KioskContent } from '../../shared/contract/content.ts';
import { aClock } from '../db/testing.ts';
import { readContent } from './read.ts';

const SHIPPED = join(import.meta.dirname, '..', '..', 'resources', 'content');

function informationAt(now: string) {
  const read = readContent(SHIPPED, aClock(Date.parse(now)));
  if (!read.ok) throw new Error(read.problem.code);
  const { information } = KioskContent.parse(read.value);
  const profile = (code: string) => {
    const found = information.profiles.find((one) => one.code === code);
    if (!found) throw new Error(`there is no profile of ${code}`);
    return found;
  };
  return { information, profile };
}

test('the seven largest destinations have a full profile each, the rest a short one', () => {
  const { information } = informationAt('2026-11-22T05:00:00Z');
  const full = information.profiles.filter(({ depth }) => depth === 'full').map(({ code }) => code);
  expect(full).toEqual(['HK', 'TW', 'MY', 'JP', 'SG', 'KR', 'SA']);
  expect(information.profiles).toHaveLength(23);
  expect(information.subjects.map(({ letter }) => letter).join('')).toBe('abcdefghijk');
});

test('Cambodia, Myanmar and Thailand are never shown as a destination, and no status claims more than its source', () => {
  const { information, profile } = informationAt('2026-11-22T05:00:00Z');
  for (const code of ['KH', 'MM', 'TH']) {
    expect(profile(code).status.value).toBe('no-cooperation');
    expect(profile(code).warnings.length).toBeGreaterThan(0);
    expect(profile(code).wages).toEqual([]);
  }
  expect(information.profiles.filter(({ status }) => status.value === 'open')).toEqual([]);
});

test('the general minimum wage of Taiwan says that it is not for household workers', () => {
  const { profile } = informationAt('2026-11-22T05:00:00Z');
  const minimum = profile('TW').wages.filter(({ amount }) => amount !== 20_000);
  expect(minimum).toHaveLength(2);
  for (const { forWhom } of minimum)
    expect(forWhom.id).toContain('Bukan untuk perawat dan pekerja rumah tangga');
  for (const { forWhom } of profile('BN').wages)
    expect(forWhom.id).toContain('Bukan untuk pekerja rumah tangga');
});

test('a wage of 2026 is gone on the first day of 2027', () => {
  expect(informationAt('2026-12-31T10:00:00Z').profile('KR').wages).toHaveLength(1);
  expect(informationAt('2026-12-31T17:00:00Z').profile('KR').wages).toEqual([]);
});

test('content that nobody renewed keeps its countries and cards, and says nothing as a fact', () => {
  const { information } = informationAt('2028-06-01T00:00:00Z');
  expect(information.subjects).toHaveLength(11);
  expect(information.subjects.flatMap(({ points }) => points)).toEqual([]);
  expect(information.generalWarnings).toEqual([]);
  for (const { code, status, placements, wages, rights, emergency, missions } of information.profiles) {
    // A barrier outlives its date: without it a closed country would look like any other.
    expect(status.value).toBe(['KH', 'MM', 'TH'].includes(code) ? 'no-cooperation' : 'unverified');
    expect([...placements, ...wages, ...rights, ...emergency, ...missions]).toEqual([]);
  }
});
