import { expect, test } from 'vitest';
import { readPlaces } from './places.ts';

const env = {
  POS_MIGRAN_DATA: '/elsewhere',
  POS_MIGRAN_SQLITE_BINDING: '/b.node',
  POS_MIGRAN_WINDOW: 'desktop',
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
