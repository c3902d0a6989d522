import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aFolder } from './db/testing.ts';
import { readPlaces } from './places.ts';

const env = {
  POS_MIGRAN_DATA: '/elsewhere',
  POS_MIGRAN_SQLITE_BINDING: '/b.node',
  POS_MIGRAN_WINDOW: 'desktop',
};
const aPackage = (manifest: object) => {
  const folder = aFolder();
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  return { isPackaged: true, getAppPath: () => folder, getPath: () => '/user' };
};
const anApp = (isPackaged: boolean) => ({ isPackaged, getAppPath: () => '/app', getPath: () => '/user' });

test('tests may move the data folder', () => {
  expect(readPlaces(anApp(false), env)).toMatchObject({
    dataFolder: '/elsewhere',
    profile: '/elsewhere/browser',
    nativeBinding: '/b.node',
    isKiosk: false,
  });
});

test('a packaged kiosk listens to no environment variable', () => {
  expect(readPlaces(anApp(true), env)).toMatchObject({
    dataFolder: '/user/kiosk',
    profile: null,
    nativeBinding: undefined,
    isKiosk: true,
    wilayah: '/app/resources/wilayah',
  });
});

test('a package knows its build, and one that does not is older than all', () => {
  expect(readPlaces(aPackage({ buildNumber: 1700 }), {}).build).toBe(1700);
  expect(readPlaces(aPackage({ buildNumber: 'new' }), {}).build).toBe(0);
  expect(readPlaces(anApp(false), {}).build).toBe(0);
});

test('only a package that says it is a release is one', () => {
  expect(readPlaces(aPackage({ isTestBuild: false }), {}).isTestBuild).toBe(false);
  expect(readPlaces(aPackage({ isTestBuild: true }), {}).isTestBuild).toBe(true);
  expect(readPlaces(aPackage({}), {}).isTestBuild).toBe(true);
  expect(readPlaces(anApp(true), {}).isTestBuild).toBe(true);
  expect(readPlaces(anApp(false), {}).isTestBuild).toBe(true);
});
