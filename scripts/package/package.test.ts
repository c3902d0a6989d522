import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { foreignFiles } from './check.ts';
import { controlText, readWish } from './deb.ts';
import { packageName } from './stage.ts';
import { stageSystem } from './system.ts';

const WHOLE = [
  'node_modules/better-sqlite3/lib/methods/wrappers.js',
  'node_modules/better-sqlite3/prebuilds/linux-x64.node',
  'out/main/index.cjs',
  'out/preload/index.cjs',
  'out/renderer/assets/index-Bx_1-a.js',
  'out/renderer/index.html',
  'out/speech/id/0a1b.opus',
  'package.json',
  'resources/content/photos/contoh-1.webp',
];

test('what a kiosk needs may be in a package', () => {
  expect(foreignFiles(WHOLE)).toEqual([]);
});

test.each([
  'out/main/index.cjs.map',
  'out/renderer/gallery.html',
  'out/test/unit.json',
  'main/index.ts',
  '.env',
  'node_modules/better-sqlite3/prebuilds/win32-x64.node',
  'node_modules/playwright-core/index.js',
  'resources/keys/fleet.pem',
])('%s is found when it comes into a package', (path) => {
  expect(foreignFiles([...WHOLE, path])).toEqual([`${path} does not belong into a package`]);
});

test('a package without its main part is found', () => {
  expect(foreignFiles(WHOLE.filter((path) => path !== 'out/main/index.cjs'))).toEqual([
    'out/main/index.cjs is missing',
  ]);
});

test('a package of the fallback runtime says so in its name', () => {
  expect(packageName('fallback')).toBe('pos-migran-kiosk-test-build');
  expect(packageName('official')).toBe('pos-migran-kiosk');
});

test('what the builder asks of fpm becomes a control file', () => {
  const wish = readWish([
    ...['-s', 'dir', '--force', '-t', 'deb', '-d', 'libnss3', '-d', 'libgtk-3-0', '--deb-compression', 'xz'],
    ...['--architecture', 'amd64', '--after-install', '/t/in', '--description', 'A kiosk\n for a lobby'],
    ...['--version', '1.2.3', '--package', '/t/out.deb', '--name', 'example', '--maintainer', 'Ex <a@b.c>'],
    ...['/t/unpacked/=/opt/example', '/t/16.png=/usr/share/icons/e.png'],
  ]);
  expect(wish).toMatchObject({
    output: '/t/out.deb',
    scripts: [{ name: 'postinst', path: '/t/in' }],
    files: ['/t/unpacked/=/opt/example', '/t/16.png=/usr/share/icons/e.png'],
  });
  expect(controlText(wish)).toBe(
    'Architecture: amd64\nDescription: A kiosk\n for a lobby\nVersion: 1.2.3\nPackage: example\nMaintainer: Ex <a@b.c>\nDepends: libnss3, libgtk-3-0\n',
  );
});

test('an argument that the stand-in does not know stops it', () => {
  expect(() => readWish(['--before-install', '/t/x'])).toThrow('does not know --before-install');
});

test('the guides of the deb come with the pictures that they show', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pos-migran-deb-'));
  try {
    await stageSystem(folder, '0.0.0-1');
    const guides = join(folder, 'usr', 'share', 'doc', 'pos-migran-kiosk');
    const shown = readdirSync(guides)
      .filter((name) => name.endsWith('.md'))
      .flatMap((name) => [...readFileSync(join(guides, name), 'utf8').matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)])
      .map(([, picture = '']) => picture);
    expect(shown).not.toEqual([]);
    expect(shown.filter((picture) => !existsSync(join(guides, picture)))).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
