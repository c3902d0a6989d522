import { cpSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aClock, aFolder } from '../db/testing.ts';
import { LAST_GOOD_FILE, openContentShelf } from './shelf.ts';

const SHIPPED = join(import.meta.dirname, '..', '..', 'resources', 'content');

function aKiosk() {
  const packFolder = aFolder();
  cpSync(SHIPPED, packFolder, { recursive: true });
  const dataFolder = aFolder();
  const clock = aClock();
  const troubles: string[] = [];
  const open = () =>
    openContentShelf({ packFolder, dataFolder, clock, onTrouble: (code) => troubles.push(code) });
  const changePack = (change: Record<string, unknown>) => {
    const path = join(packFolder, 'pack.json');
    writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), ...change }));
  };
  return {
    packFolder,
    copy: join(dataFolder, LAST_GOOD_FILE),
    dataFolder,
    clock,
    troubles,
    open,
    changePack,
  };
}

function numbersOn(shelf: ReturnType<typeof openContentShelf>): string[] {
  if (!shelf.ok) throw new Error(shelf.problem.code);
  return shelf.value.read().hotlines.map((hotline) => hotline.number);
}

test('a pack that breaks takes no number away', () => {
  const kiosk = aKiosk();
  const before = numbersOn(kiosk.open());
  expect(before.length).toBeGreaterThan(2);
  const broken: [string, () => void][] = [
    ['content.invalid', () => writeFileSync(join(kiosk.packFolder, 'pack.json'), '{"packVersion": 1')],
    ['content.invalid', () => writeFileSync(join(kiosk.packFolder, 'countries.json'), '[]')],
    ['content.unreadable', () => rmSync(kiosk.packFolder, { recursive: true })],
  ];
  for (const [code, breakPack] of broken) {
    breakPack();
    kiosk.troubles.length = 0;
    expect(numbersOn(kiosk.open())).toEqual(before);
    expect(kiosk.troubles).toEqual([code]);
  }
});

test('a pack without any sure number is a broken one', () => {
  const kiosk = aKiosk();
  const before = numbersOn(kiosk.open());
  kiosk.changePack({ hotlines: [] });
  expect(numbersOn(kiosk.open())).toEqual(before);
  expect(kiosk.troubles).toEqual(['content.invalid']);
});

test('the copy follows every good pack and is left alone while nothing changes', () => {
  const kiosk = aKiosk();
  kiosk.open();
  const first = statSync(kiosk.copy);
  kiosk.open();
  expect(statSync(kiosk.copy).ino).toBe(first.ino);
  kiosk.changePack({ packVersion: 77 });
  kiosk.open();
  writeFileSync(join(kiosk.packFolder, 'pack.json'), 'broken');
  const shelf = kiosk.open();
  expect(shelf.ok && shelf.value.read().packVersion).toBe(77);
});

test('a pack that breaks while the kiosk runs changes nothing, and a new day still lets facts expire', () => {
  const kiosk = aKiosk();
  const shelf = kiosk.open();
  if (!shelf.ok) throw new Error(shelf.problem.code);
  expect(shelf.value.read().complaintNextSteps).not.toEqual([]);
  writeFileSync(join(kiosk.packFolder, 'pack.json'), 'broken');
  rmSync(kiosk.copy);
  kiosk.clock.pass(3 * 365 * 24 * 60 * 60_000);
  expect(shelf.value.read().complaintNextSteps).toEqual([]);
  expect(shelf.value.read().hotlines.length).toBeGreaterThan(0);
  expect(kiosk.troubles).toEqual(['content.invalid']);
});

test('a copy that cannot be written or is broken itself is told and stops nobody', () => {
  const kiosk = aKiosk();
  mkdirSync(kiosk.copy);
  expect(numbersOn(kiosk.open()).length).toBeGreaterThan(2);
  expect(kiosk.troubles).toEqual(['content.not-copied']);
  rmSync(kiosk.copy, { recursive: true });
  kiosk.open();
  writeFileSync(kiosk.copy, readFileSync(kiosk.copy, 'utf8').slice(0, 500));
  writeFileSync(join(kiosk.packFolder, 'pack.json'), 'broken');
  expect(kiosk.open()).toMatchObject({ ok: false, problem: { code: 'content.invalid' } });
});
