import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { countsOf, DECREE } from '../../scripts/lib/wilayah-files.ts';
import type { Wilayah, WilayahCode } from '../../shared/domain/wilayah.ts';
import { openRegions, type Regions } from './regions.ts';

const shipped = join(import.meta.dirname, '..', '..', 'resources', 'wilayah');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'regions-'));
  cpSync(shipped, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function below(regions: Regions, code: WilayahCode | null): Wilayah[] {
  const listed = regions.list(code);
  if (!listed.ok) throw new Error(listed.problem.code);
  return listed.value.regions;
}

test('from the provinces down, the regions are those of the decree of 2025', () => {
  const regions = openRegions(shipped);
  const provinces = below(regions, null);
  const regencies = provinces.flatMap(({ code }) => below(regions, code));
  const districts = regencies.flatMap(({ code }) => below(regions, code));
  const villages = districts.flatMap(({ code }) => below(regions, code));
  expect(countsOf([...provinces, ...regencies, ...districts, ...villages])).toEqual([38, 514, 7285, 83762]);
  expect(new Set(villages.map(({ code }) => code)).size).toBe(83762);
  for (const name of [
    'upper.tsv',
    ...readdirSync(join(shipped, 'villages')).map((file) => join('villages', file)),
  ]) {
    const [head] = readFileSync(join(shipped, name), 'utf8').split('\n');
    expect(head, name).toContain(DECREE);
    expect(head, name).toContain('ODbL');
  }
});

test('the four provinces of 2022 are there, and a village of Mojokerto or Sidoarjo is found by its way', () => {
  const regions = openRegions(shipped);
  expect(below(regions, null).map(({ code }) => code)).toEqual(
    expect.arrayContaining(['93', '94', '95', '96']),
  );
  const [district] = below(regions, '35.15').filter(({ code }) => code === '35.15.14');
  expect(district?.name).toMatch(/\S/);
  for (const { code } of below(regions, '35.15.14')) expect(code).toMatch(/^35\.15\.14\.\d{4}$/);
});

test('regions come by name, and a code that is in no decree has none below', () => {
  const regions = openRegions(shipped);
  const names = below(regions, '35').map(({ name }) => name);
  expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'id')));
  expect(below(regions, '35.99')).toEqual([]);
  expect(below(regions, '35.15.14.2001')).toEqual([]);
});

test('a missing file is told, the others still serve, and a file that is back is read again', () => {
  const kept = readFileSync(join(folder, 'villages', '35.tsv'));
  rmSync(join(folder, 'villages', '35.tsv'));
  const regions = openRegions(folder);
  expect(regions.list('35.15.14')).toEqual({
    ok: false,
    problem: { code: 'wilayah.unreadable', detail: 'ENOENT' },
  });
  expect(below(regions, '35.15').length).toBeGreaterThan(10);
  writeFileSync(join(folder, 'villages', '35.tsv'), kept);
  expect(below(regions, '35.15.14').length).toBeGreaterThan(3);
});

test.each([
  ['cut off', (path: string) => writeFileSync(path, readFileSync(path, 'utf8').slice(0, 5_000))],
  ['longer than it says', (path: string) => appendFileSync(path, '99\tContoh\n')],
  [
    'with a broken row',
    (path: string) => writeFileSync(path, readFileSync(path, 'utf8').replace('\n11.01\t', '\n1x.01\t')),
  ],
  ['empty', (path: string) => writeFileSync(path, '')],
  ['something else', (path: string) => writeFileSync(path, Buffer.from([0, 255, 10, 13]))],
])('a file that is %s is not used at all', (_what, spoil) => {
  spoil(join(folder, 'upper.tsv'));
  expect(openRegions(folder).list(null)).toMatchObject({
    ok: false,
    problem: { code: 'wilayah.unreadable' },
  });
});
