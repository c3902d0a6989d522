import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerWithFile, CONTENT_SECURITY_POLICY, fileFor, photoFor, speechFileFor } from './app-files.ts';
import { isOurAddress, isOurWindow } from './origin.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'app-files-'));
  writeFileSync(join(folder, 'index.html'), '<p>kiosk</p>');
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The screens, and one picture that is shown. */
const files = () => ({
  folder,
  speech: join(folder, 'speech'),
  readPhoto: async (file: string) => (file === 'kopi.webp' ? new Uint8Array([1, 2, 3]) : null),
});

test('the start page comes with the whole policy', async () => {
  const answer = await answerWithFile('app://kiosk/index.html', files());
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY);
  expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe|https?:|\*/);
});

test.each([
  'app://kiosk/../secret.html',
  'app://kiosk/%2e%2e/%2e%2e/etc/passwd.html',
  'app://kiosk/..%5c..%5csecret.html',
  'app://kiosk/a%00.html',
  'app://kiosk/%E0%A4%A.html',
  'app://other/index.html',
  'app://kiosk.evil/index.html',
  'file:///etc/hostname.html',
  'https://kiosk/index.html',
  'app://kiosk/config.json',
])('%s is not found', async (address) => {
  expect((await answerWithFile(address, files())).status).toBe(404);
});

test('no address names a file outside the folder', () => {
  fc.assert(
    fc.property(fc.string(), (path) => {
      const file = fileFor(`app://kiosk/${path}`, folder);
      if (file) expect(file.startsWith(`${folder}/`)).toBe(true);
    }),
  );
});

test('only the main frame of our own window on our own page may speak', () => {
  const frame = { parent: null, url: 'app://kiosk/index.html' };
  const event = (senderId: number, senderFrame: unknown) =>
    ({ sender: { id: senderId }, senderFrame }) as unknown as Parameters<typeof isOurWindow>[0];
  expect(isOurWindow(event(1, frame), 1)).toBe(true);
  expect(isOurWindow(event(2, frame), 1)).toBe(false);
  expect(isOurWindow(event(1, null), 1)).toBe(false);
  expect(isOurWindow(event(1, { ...frame, parent: frame }), 1)).toBe(false);
  expect(isOurWindow(event(1, { ...frame, url: 'https://example.org/' }), 1)).toBe(false);
});

test('an address that cannot be read is not ours', () => {
  expect(isOurAddress('')).toBe(false);
  expect(isOurAddress('app:kiosk')).toBe(false);
});

test('a picture that is shown comes as one, and a name that is not shown opens nothing', async () => {
  const answer = await answerWithFile('app://kiosk/content-photos/kopi.webp', files());
  expect(answer.headers.get('content-type')).toBe('image/webp');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(new Uint8Array(await answer.arrayBuffer())).toEqual(new Uint8Array([1, 2, 3]));
  expect((await answerWithFile('app://kiosk/content-photos/tarik.webp', files())).status).toBe(404);
});

test.each([
  'app://kiosk/content-photos/../index.html',
  'app://kiosk/content-photos/..%2findex.html',
  'app://kiosk/content-photos/%2e%2e/kopi.webp',
  'app://kiosk/content-photos/sub/kopi.webp',
  'app://kiosk/content-photos/kopi.webp%00.png',
  'app://kiosk/content-photos/KOPI.webp',
  'app://kiosk/content-photos/kopi.svg',
  'app://kiosk/content-photos/',
  'app://other/content-photos/kopi.webp',
  'https://kiosk/content-photos/kopi.webp',
])('%s names no picture', (address) => {
  expect(photoFor(address)).toBeNull();
});

test('no address asks for a picture by anything but a plain name', () => {
  fc.assert(
    fc.property(fc.string(), (rest) => {
      expect(photoFor(`app://kiosk/content-photos/${rest}`) ?? 'a.png').toMatch(
        /^[a-z0-9-]+\.(webp|jpg|png)$/,
      );
    }),
  );
});

test('clips and their index come from the folder of the voice, and nothing else does', async () => {
  mkdirSync(join(folder, 'speech', 'id'), { recursive: true });
  writeFileSync(join(folder, 'speech', 'id', '0123456789abcdef.opus'), 'clip');
  const answer = await answerWithFile('app://kiosk/speech/id/0123456789abcdef.opus', files());
  expect(answer.headers.get('content-type')).toBe('audio/ogg');
  expect(await answer.text()).toBe('clip');
  for (const path of [
    'id/../../index.html',
    'id/0123.opus',
    'fr/index.json',
    'id/index.html',
    '../index.json',
    'id/%2e%2e/index.json',
  ]) {
    expect(speechFileFor(`app://kiosk/speech/${path}`, folder), path).toBeNull();
  }
});
