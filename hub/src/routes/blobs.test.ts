import { createHash, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BLOBS_PATH, SNAPSHOTS_PATH } from '../../../shared/contract/deliveries.ts';
import type { Blob, ContentManifest } from '../../../shared/contract/signed-document.ts';
import { startTestHub, type TestHub } from '../../testing/test-hub.ts';
import type { TestKiosk } from '../../testing/test-kiosk.ts';
import { readRange } from '../blobs/byte-range.ts';
import { inTransaction } from '../database/connect.ts';
import { FLEET, issueDocuments } from '../documents/issue.ts';
import { keepBlob } from '../repositories/blobs.ts';
import { listNewest } from '../repositories/documents.ts';
import { getSigningKey } from '../signing/find-signing-key.ts';
import { initKeys } from '../signing/init-keys.ts';

/** Over several pieces of what is read at a time. */
const LARGE = randomBytes(700_001);
const SMALL = [Buffer.from('one'), randomBytes(300_000), Buffer.from('x')];

let served: TestHub;
let kiosk: TestKiosk;
let large: Blob;

beforeAll(async () => {
  served = await startTestHub();
  kiosk = await served.enrol();
  large = await keep(LARGE);
});
afterAll(() => served.close());

function keep(bytes: Buffer): Promise<Blob> {
  return inTransaction(served.hub.database.pool, (tx) => keepBlob(tx, bytes, new Date()));
}

const read = async (response: Response) => Buffer.from(await response.arrayBuffer());
const getLarge = (headers: Record<string, string> = {}) =>
  kiosk.get(`${BLOBS_PATH}/${large.sha256}`, headers);

test('a file comes whole, under its hash', async () => {
  const response = await getLarge();
  expect(response.status).toBe(200);
  expect(response.headers.get('content-length')).toBe(String(LARGE.length));
  expect(response.headers.get('etag')).toBe(`"${large.sha256}"`);
  expect(
    createHash('sha256')
      .update(await read(response))
      .digest('hex'),
  ).toBe(large.sha256);
});

test.each([0, 1, 262_143, 262_144, 262_145, 700_000])('from byte %i on the rest comes', async (from) => {
  const response = await getLarge({ range: `bytes=${from}-`, 'if-range': `"${large.sha256}"` });
  expect(response.status).toBe(206);
  expect(response.headers.get('content-range')).toBe(`bytes ${from}-700000/700001`);
  expect((await read(response)).equals(LARGE.subarray(from))).toBe(true);
});

test('a range beyond the end is refused with the size, and for other bytes than meant all comes', async () => {
  const beyond = await getLarge({ range: 'bytes=700001-' });
  expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, 'bytes */700001']);
  expect(await beyond.json()).toMatchObject({ code: 'blob.bad-range' });
  const other = await getLarge({ range: 'bytes=5-', 'if-range': '"other"' });
  expect([other.status, (await read(other)).length]).toEqual([200, LARGE.length]);
  expect((await getLarge({ 'if-none-match': `"${large.sha256}"` })).status).toBe(304);
});

test('nobody but a kiosk reads, and what is not there is said to be', async () => {
  const url = `${served.hub.url}${BLOBS_PATH}/${large.sha256}`;
  expect((await fetch(url)).status).toBe(401);
  const missing = await kiosk.get(`${BLOBS_PATH}/${'0'.repeat(64)}`);
  expect([missing.status, await missing.json()]).toMatchObject([404, { code: 'blob.unknown' }]);
  expect((await kiosk.get(`${SNAPSHOTS_PATH}/7`)).status).toBe(404);
  expect((await kiosk.get(`${BLOBS_PATH}/..%2F..%2Fetc`)).status).toBe(400);
});

test('a snapshot is the files of the pack in the order of its manifest, from any byte on', async () => {
  const { pool, keyFolder } = served.hub.database;
  await initKeys(pool, keyFolder, new Date());
  const files = await Promise.all(
    SMALL.map(async (bytes, index) => ({ ...(await keep(bytes)), path: `${index}.json` })),
  );
  const content: ContentManifest = { name: 'contoh-1', format: 1, files };
  const key = await getSigningKey(pool, keyFolder, 'content');
  await inTransaction(pool, (tx) =>
    issueDocuments(tx, key, [{ kind: 'content', readers: FLEET, content }], new Date()),
  );
  const [pack] = await listNewest(pool, [{ kind: 'content', audience: 'fleet' }]);
  const path = `${SNAPSHOTS_PATH}/${pack?.version}`;
  const whole = Buffer.concat(SMALL);
  expect((await read(await kiosk.get(path))).equals(whole)).toBe(true);
  for (const from of [1, 3, 262_147, 300_002, 300_003]) {
    const response = await kiosk.get(path, { range: `bytes=${from}-` });
    expect(response.status).toBe(206);
    expect((await read(response)).equals(whole.subarray(from))).toBe(true);
  }
  expect((await read(await kiosk.get(path, { range: 'bytes=2-4' }))).equals(whole.subarray(2, 5))).toBe(true);
});

test('a range never names a byte that is not there', () => {
  const header = fc.oneof(
    fc.tuple(fc.nat(50), fc.nat(50)).map(([from, to]) => `bytes=${from}-${to}`),
    fc.nat(50).map((from) => `bytes=${from}-`),
    fc.nat(50).map((last) => `bytes=-${last}`),
    fc.string(),
  );
  fc.assert(
    fc.property(header, fc.integer({ min: 1, max: 40 }), (text, size) => {
      const range = readRange(text, size);
      if (typeof range === 'string') return;
      expect(range.from).toBeGreaterThanOrEqual(0);
      expect(range.to).toBeGreaterThanOrEqual(range.from);
      expect(range.to).toBeLessThan(size);
    }),
  );
});
