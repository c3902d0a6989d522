import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeCountryList } from '../../scripts/lib/country-list.ts';
import { KioskContent } from '../../shared/contract/content.ts';
import { aClock, aFolder } from '../db/testing.ts';
import { checkContent } from './check.ts';
import { ContentPack } from './pack.ts';
import { readContent } from './read.ts';

const SHIPPED = join(import.meta.dirname, '..', '..', 'resources', 'content');

function shippedPack(): ContentPack {
  return ContentPack.parse(JSON.parse(readFileSync(join(SHIPPED, 'pack.json'), 'utf8')));
}

function contentOf(folder: string, now: string): KioskContent {
  const read = readContent(folder, aClock(Date.parse(now)));
  if (!read.ok) throw new Error(`${read.problem.code} ${read.problem.detail}`);
  return KioskContent.parse(read.value);
}

/** A folder with the shipped pack, changed. */
function aPack(change: (pack: ContentPack) => void): string {
  const folder = aFolder();
  const pack = shippedPack();
  change(pack);
  writeFileSync(join(folder, 'pack.json'), JSON.stringify(pack));
  writeFileSync(join(folder, 'countries.json'), readFileSync(join(SHIPPED, 'countries.json')));
  return folder;
}

test('the shipped content is complete and in order on the day it was verified', () => {
  const content = contentOf(SHIPPED, '2026-11-22T05:00:00Z');
  expect(content.hotlines.map((hotline) => hotline.number)).toEqual([
    '0800-1000',
    '+62 21 2924 4800',
    '+62 811-8080-141',
    '+62 812-9007-0027',
    '1500630',
  ]);
  expect(content.complaintNextSteps.map((step) => step.withinDays)).toEqual([null, 30, null]);
  expect(content.consentTexts).toHaveLength(2);
  expect(checkContent(shippedPack(), content.countries, '2026-11-22')).toEqual([]);
});

test('the shipped countries are what the script makes, the seven largest destinations first', () => {
  const { countries } = contentOf(SHIPPED, '2026-11-22T05:00:00Z');
  expect(countries).toEqual(makeCountryList());
  expect(countries.slice(0, 7).map((country) => country.code)).toEqual([
    'HK',
    'TW',
    'MY',
    'JP',
    'SG',
    'KR',
    'SA',
  ]);
  expect(countries.find((country) => country.code === 'ID')).toBeUndefined();
});

test('a fact is shown on its last day and gone on the next, by Jakarta time', () => {
  const folder = aPack((pack) => {
    for (const hotline of pack.hotlines)
      if (hotline.order === 5) hotline.provenance.valid_until = '2027-01-31';
  });
  const keysAt = (now: string) => contentOf(folder, now).hotlines.map((hotline) => hotline.key);
  expect(keysAt('2027-01-31T16:59:00Z')).toContain('kemnaker');
  expect(keysAt('2027-01-31T17:00:00Z')).not.toContain('kemnaker');
});

test('an expired deadline is not promised any more', () => {
  expect(contentOf(SHIPPED, '2028-06-01T00:00:00Z').complaintNextSteps).toEqual([]);
});

test('a kiosk whose facts ran out by the quarter says that it is behind', () => {
  expect(contentOf(SHIPPED, '2026-11-23T00:00:00Z').isOld).toBe(false);
  expect(contentOf(SHIPPED, '2028-06-01T00:00:00Z').isOld).toBe(true);
});

test('the emergency page is never left without a number', () => {
  const { hotlines } = contentOf(SHIPPED, '2099-01-01T00:00:00Z');
  expect(hotlines.length).toBeGreaterThan(0);
  expect(new Set(hotlines.map((hotline) => hotline.provenance.confidence))).toEqual(new Set(['sure']));
});

test('a missing pack and a broken pack are named problems', () => {
  expect(readContent(aFolder(), aClock())).toMatchObject({
    ok: false,
    problem: { code: 'content.unreadable' },
  });
  const folder = aPack(() => {});
  writeFileSync(join(folder, 'pack.json'), '{"packVersion": 1');
  expect(readContent(folder, aClock())).toMatchObject({ ok: false, problem: { code: 'content.invalid' } });
  writeFileSync(join(folder, 'pack.json'), JSON.stringify({ ...shippedPack(), packVersion: 'one' }));
  expect(readContent(folder, aClock())).toEqual({
    ok: false,
    problem: { code: 'content.invalid', detail: 'packVersion' },
  });
});

test('the check finds what must not go out', () => {
  const pack = shippedPack();
  const [first, second, third, fourth] = pack.hotlines;
  if (!first || !second || !third || !fourth) throw new Error('the shipped pack has fewer hotlines');
  first.provenance.confidence = 'unverified';
  second.provenance.valid_until = '2028-11-30';
  third.provenance.valid_until = '2026-11-21';
  fourth.number = 'ask at the desk';
  pack.ministry.provenance.valid_until = '2026-12-01';
  first.note.id = 'Telepon sekarang!';
  second.key = first.key;
  const whats = checkContent(pack, [], '2026-11-22').map(({ severity, what }) => `${severity}: ${what}`);
  expect(whats).toEqual([
    'warning: runs out on 2026-12-01',
    'error: is not verified and may not be shown',
    'error: is valid for more than a year',
    'error: runs out before it was verified',
    'error: ran out on 2026-11-21',
    'error: has an exclamation mark or blanks around it',
    `error: "${first.key}" stands twice`,
    'error: "ask at the desk" is not a number to dial',
  ]);
});
