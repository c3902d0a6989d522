import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aFolder } from '../db/testing.ts';
import { changeConfig, EARLIER_CONFIG_FILE } from './change.ts';
import { CONFIG_FILE, readConfig } from './read.ts';

const PRINTER = { profile: 'epson-80', address: 'tcp://192.0.2.10:9100' };

function aConfig(text: string | null): string {
  const folder = aFolder();
  if (text !== null) writeFileSync(join(folder, CONFIG_FILE), text);
  return folder;
}
const read = (folder: string, file = CONFIG_FILE) => readFileSync(join(folder, file), 'utf8');

test('one key changes, what stands beside it stays, and the file before is kept', () => {
  const before = '\uFEFF{ "officeName": "Kantor Contoh",\n "printer": null }';
  const folder = aConfig(before);
  expect(changeConfig(folder, { printer: PRINTER })).toEqual({ ok: true, value: {} });
  expect(JSON.parse(read(folder))).toEqual({ officeName: 'Kantor Contoh', printer: PRINTER });
  expect(readConfig(folder)).toMatchObject({ value: { printer: PRINTER } });
  expect(read(folder, EARLIER_CONFIG_FILE)).toBe(before);
});

test('where there was none, one is made, with nothing but the change', () => {
  const folder = aConfig(null);
  changeConfig(folder, { printer: PRINTER });
  expect(JSON.parse(read(folder))).toEqual({ printer: PRINTER });
  expect(readdirSync(folder)).toEqual([CONFIG_FILE]);
});

test.each([
  ['a file that somebody is in the middle of mending', '{ "printer": ', 'config.malformed', {}],
  ['a key that nobody knows', '{ "pinter": null }', 'config.invalid', {}],
  ['a change that is none', '{}', 'config.invalid', { printer: { profile: '', address: '' } }],
])('%s is refused and nothing is written', (_what, before, code, change) => {
  const folder = aConfig(before);
  expect(changeConfig(folder, { hubUrl: null, ...change })).toMatchObject({ ok: false, problem: { code } });
  expect(read(folder)).toBe(before);
  expect(readdirSync(folder)).toEqual([CONFIG_FILE]);
});

test('a file that cannot be read or replaced is named, and stays', () => {
  const folder = aFolder();
  mkdirSync(join(folder, CONFIG_FILE));
  expect(changeConfig(folder, {})).toMatchObject({
    problem: { code: 'config.unreadable', detail: 'EISDIR' },
  });
  const kept = aConfig('{}');
  mkdirSync(join(kept, EARLIER_CONFIG_FILE));
  expect(changeConfig(kept, { hubUrl: null })).toMatchObject({ problem: { code: 'config.not-writable' } });
  expect(read(kept)).toBe('{}');
});
