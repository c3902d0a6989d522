import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aFolder } from '../db/testing.ts';
import { loadPrinterProfile } from './load-profile.ts';
import { aProfile, SHIPPED } from './testing.ts';

/** What the technician reads. */
function lineOf(folder: string, id: string): string | undefined {
  const loaded = loadPrinterProfile(folder, id);
  if (loaded.ok) throw new Error('this profile was taken');
  return loaded.problem.detail;
}

test('every shipped profile is one that can be used', () => {
  for (const id of SHIPPED) expect(aProfile(id).id).toBe(id);
});

test('a profile that cannot be used is named with its reason', () => {
  const folder = aFolder();
  const write = (id: string, text: string) => writeFileSync(join(folder, `${id}.json`), text);
  write('broken', '{ "id": "broken"');
  write('wide', JSON.stringify({ ...aProfile('epson-80'), id: 'wide', columns: 69, dots: 576 }));
  write('renamed', JSON.stringify(aProfile('epson-80')));
  expect(lineOf(folder, 'missing')).toBe('printer profile "missing": there is no such profile');
  expect(lineOf(folder, 'broken')).toBe('printer profile "broken": the file is not JSON');
  expect(lineOf(folder, 'wide')).toBe('printer profile "wide": columns: the columns do not fit the dots');
  expect(lineOf(folder, 'renamed')).toBe('printer profile "renamed": the file is about epson-80');
});

test('a name cannot lead out of the folder of profiles', () => {
  expect(lineOf(aFolder(), '../../package')).toBe(
    'printer profile "../../package": not the name of a profile',
  );
});

test('Star line mode is another language and is refused with what to do about it', () => {
  const folder = aFolder();
  writeFileSync(
    join(folder, 'star-line.json'),
    JSON.stringify({ ...aProfile('star-80'), id: 'star-line', language: 'star-line' }),
  );
  expect(lineOf(folder, 'star-line')).toBe(
    'printer profile "star-line": language: only ESC/POS is spoken; a Star printer must be switched from Star line mode to ESC/POS emulation',
  );
});
