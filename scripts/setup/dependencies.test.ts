import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findFirstDifference } from './dependencies.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dependencies-'));
  writeLock('package-lock.json', locked);
  writeLock('node_modules/.package-lock.json', { 'node_modules/one': locked['node_modules/one'] });
  install('node_modules/one');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const locked = {
  '': { version: '0.1.0' },
  'node_modules/one': { version: '1.0.0', integrity: 'sha512-a' },
  'node_modules/other-platform': { version: '2.0.0', integrity: 'sha512-b', optional: true },
};

function install(path: string): void {
  mkdirSync(join(folder, path), { recursive: true });
  writeFileSync(join(folder, path, 'package.json'), '{}');
}

function writeLock(path: string, packages: object): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), JSON.stringify({ packages }));
}

test('a finished installation is left alone, packages for other platforms may be missing', () => {
  expect(findFirstDifference(folder)).toBeNull();
});

test('an interrupted installation is repeated: npm had not written its record yet', () => {
  rmSync(join(folder, 'node_modules/.package-lock.json'));
  expect(findFirstDifference(folder)).toBe('node_modules is missing or unfinished');
  rmSync(join(folder, 'node_modules'), { recursive: true });
  expect(findFirstDifference(folder)).toBe('node_modules is missing or unfinished');
});

test('a changed lock file is noticed: another version, another content, one package more', () => {
  for (const change of [
    { 'node_modules/one': { version: '1.0.1', integrity: 'sha512-a' } },
    { 'node_modules/one': { version: '1.0.0', integrity: 'sha512-c' } },
  ]) {
    writeLock('package-lock.json', { ...locked, ...change });
    expect(findFirstDifference(folder)).toBe('one is not the one in package-lock.json');
  }
  writeLock('package-lock.json', { ...locked, 'node_modules/two': { version: '1.0.0' } });
  expect(findFirstDifference(folder)).toBe('two is not the one in package-lock.json');
});

test('a package that somebody deleted is noticed', () => {
  rmSync(join(folder, 'node_modules/one'), { recursive: true });
  expect(findFirstDifference(folder)).toBe('one is missing');
});
