import { createHash, randomBytes, sign } from 'node:crypto';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { createHubClient } from '../../../main/sync/hub-client.ts';
import { signRequest } from '../../../main/sync/sign-request.ts';
import { ATTACHMENTS_PATH } from '../../../shared/contract/hub-api.ts';
import { startTestHub, type TestHub } from '../../testing/test-hub.ts';
import type { TestKiosk } from '../../testing/test-kiosk.ts';
import { appendToUpload, beginUpload, findUpload } from '../repositories/attachments.ts';

let served: TestHub;
let kiosk: TestKiosk;
beforeAll(async () => {
  served = await startTestHub();
  kiosk = await served.enrol();
});
afterAll(() => served.close());

const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const never = new AbortController().signal;

/** The kiosk's own client, with the key of an enrolled kiosk. */
function clientOf(one: TestKiosk) {
  const client = createHubClient({
    hubUrl: served.hub.url,
    clock: { now: () => Date.now(), monotonic: () => performance.now() },
    sign: (request) =>
      signRequest({
        ...request,
        keyId: one.kioskId,
        sign: (message) => sign(null, message, one.privateKey),
        created: Date.now(),
        nonce: randomBytes(18).toString('base64url'),
      }),
  });
  onTestFinished(() => client.close());
  return client;
}

/** A submission that names a photo with these bytes, stored at the hub. */
async function aNamedPhoto(bytes = randomBytes(600_000)) {
  const id = hashOf(bytes);
  const record = await kiosk.aSubmission({ attachments: [{ id, bytes: bytes.length }] });
  expect(await kiosk.push([record])).toMatchObject([{ outcome: 'accepted' }]);
  return { id, bytes, submissionId: record.id };
}

async function stateOf(one: TestKiosk, id: string) {
  const answer = await clientOf(one).attachmentStates({ ids: [id] });
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.value.states[0]?.state;
}

test('a photo that a submission names is missing, then stored, byte for byte; sending it again changes nothing', async () => {
  const { id, bytes } = await aNamedPhoto();
  expect(await stateOf(kiosk, id)).toBe('missing');
  const pieces: number[] = [];
  const photo = { id, bytes, onProgress: () => pieces.push(1) };
  expect(await clientOf(kiosk).uploadPhoto(photo, never)).toBeNull();
  expect(pieces).toHaveLength(3);
  expect(await stateOf(kiosk, id)).toBe('stored');
  expect(await clientOf(kiosk).uploadPhoto(photo, never)).toBeNull();
  expect(pieces).toHaveLength(3);
  const { rows } = await served.hub.database.pool.query('SELECT received FROM attachment WHERE id = $1', [
    id,
  ]);
  expect(rows[0].received.equals(bytes)).toBe(true);
});

test('bytes that do not fit their name are never stored, and the upload begins again', async () => {
  const { id, bytes } = await aNamedPhoto();
  const changed = Buffer.from(bytes);
  changed[300_000] = (changed[300_000] ?? 0) ^ 1;
  expect(await clientOf(kiosk).uploadPhoto({ id, bytes: changed, onProgress() {} }, never)).not.toBeNull();
  expect(await stateOf(kiosk, id)).toBe('missing');
  expect(await clientOf(kiosk).uploadPhoto({ id, bytes, onProgress() {} }, never)).toBeNull();
  expect(await stateOf(kiosk, id)).toBe('stored');
});

test('nobody uploads what no submission names, or another size, or another kiosk’s', async () => {
  const stray = randomBytes(1000);
  expect(await stateOf(kiosk, hashOf(stray))).toBe('unexpected');
  expect(
    await clientOf(kiosk).uploadPhoto({ id: hashOf(stray), bytes: stray, onProgress() {} }, never),
  ).toMatchObject({ hubCode: 'attachment.unexpected' });
  const { id, bytes } = await aNamedPhoto();
  expect(
    await clientOf(kiosk).uploadPhoto({ id, bytes: bytes.subarray(1), onProgress() {} }, never),
  ).toMatchObject({ hubCode: 'attachment.unexpected' });
  const stranger = await served.enrol();
  expect(await stateOf(stranger, id)).toBe('unexpected');
  expect(await clientOf(stranger).uploadPhoto({ id, bytes, onProgress() {} }, never)).toMatchObject({
    hubCode: 'attachment.unexpected',
  });
  await clientOf(kiosk).uploadPhoto({ id, bytes, onProgress() {} }, never);
  expect(await stateOf(stranger, id)).toBe('unexpected');
});

test.each(['POST', 'HEAD', 'PATCH'])('%s without a signature is refused', async (method) => {
  const path = method === 'POST' ? ATTACHMENTS_PATH : `${ATTACHMENTS_PATH}/${'a'.repeat(64)}`;
  const response = await fetch(served.hub.url + path, { method, headers: { 'tus-resumable': '1.0.0' } });
  expect(response.status).toBe(401);
});

test('twins of one piece add it once, whichever of many hubs they reach', async () => {
  const { id, bytes, submissionId } = await aNamedPhoto(randomBytes(2000));
  const { pool } = served.hub.database;
  const now = new Date();
  await beginUpload(pool, { id, submissionId, kioskId: kiosk.kioskId, totalBytes: bytes.length }, now);
  const twins = await Promise.all(
    Array.from({ length: 10 }, () => appendToUpload(pool, id, 0, bytes.subarray(0, 900), now)),
  );
  expect(twins.map(({ outcome }) => outcome).sort()).toEqual(['appended', ...Array(9).fill('wrong-offset')]);
  expect(await appendToUpload(pool, id, 900, Buffer.alloc(1101), now)).toEqual({ outcome: 'wrong-offset' });
  expect(await appendToUpload(pool, id, 900, bytes.subarray(900), now)).toMatchObject({
    receivedBytes: 2000,
  });
  expect(await findUpload(pool, id)).toMatchObject({ receivedBytes: 2000, finishedAt: now });
});
