import { generateKeyPairSync, sign } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type RequestToSign, signRequest } from '../../../main/sync/sign-request.ts';
import { type ReceivedRequest, readClaimedSignature, verifyRequest } from './verify-request.ts';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const rawKey = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url');
const keyId = '0d9b1c9e-5a53-4f0e-9a46-1f2f6b8c7d10';
const nonce = 'abcdefghijklmnop';

async function received(changes: Partial<RequestToSign> = {}): Promise<ReceivedRequest> {
  const request: RequestToSign = {
    method: 'POST',
    url: 'http://127.0.0.1:4000/v1/submissions',
    body: Buffer.from('{"submissions":[]}'),
    keyId,
    sign: (message) => sign(null, message, privateKey),
    created: Date.UTC(2026, 10, 22),
    nonce,
    ...changes,
  };
  const headers = await signRequest(request);
  return { method: request.method, url: new URL(request.url).pathname, headers, body: request.body };
}

test('what the kiosk signs is genuine, whatever the body, the path and the clock', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 500 }),
      fc.webPath(),
      fc.integer({ min: 0, max: Date.UTC(2099, 0) }),
      async (body, path, created) => {
        const request = await received({ body, url: `http://127.0.0.1${path}`, created });
        expect(await readClaimedSignature(request)).toEqual({ keyId, nonce });
        expect(await verifyRequest(request, rawKey)).toBe('genuine');
      },
    ),
    { numRuns: 50 },
  );
});

test('another body is damaged', async () => {
  const request = await received();
  expect(await verifyRequest({ ...request, body: Buffer.from('{"submissions":[1]}') }, rawKey)).toBe(
    'damaged',
  );
});

test('another body under a digest that fits it is forged', async () => {
  const request = await received();
  const other = await received({ body: Buffer.from('other') });
  const headers = { ...request.headers, 'content-digest': other.headers['content-digest'] };
  expect(await verifyRequest({ ...request, headers, body: other.body }, rawKey)).toBe('forged');
});

test.each([
  ['path', { url: '/v1/heartbeats' }],
  ['method', { method: 'GET' }],
])('another %s is forged', async (_what, change) => {
  expect(await verifyRequest({ ...(await received()), ...change }, rawKey)).toBe('forged');
});

test('another key is forged', async () => {
  const stranger = generateKeyPairSync('ed25519');
  const request = await received({ sign: (message) => sign(null, message, stranger.privateKey) });
  expect(await verifyRequest(request, rawKey)).toBe('forged');
});

test('a request without signature claims nothing and is not genuine', async () => {
  const request = { ...(await received()), headers: {} };
  expect(await readClaimedSignature(request)).toBeNull();
  expect(await verifyRequest(request, rawKey)).toBe('forged');
});

test.each(['created=', 'nonce=', 'keyid=', '"content-digest"', '"@path"', '"@method"'])(
  'a signature that leaves out %s is not genuine',
  async (part) => {
    const request = await received();
    const input = String(request.headers['signature-input']).replace(part, part.replace(/[a-z]/, 'x'));
    const headers = { ...request.headers, 'signature-input': input };
    expect(await verifyRequest({ ...request, headers }, rawKey)).toBe('forged');
  },
);

test('two signatures in one request are not read: it would not be clear who speaks', async () => {
  const request = await received();
  const headers = {
    ...request.headers,
    'signature-input': `${request.headers['signature-input']}, ${String(request.headers['signature-input']).replace('sig=', 'sig2=')}`,
    signature: `${request.headers.signature}, ${String(request.headers.signature).replace('sig=', 'sig2=')}`,
  };
  expect(await readClaimedSignature({ ...request, headers })).toBeNull();
});

test.each(['short', 'has blanks in it, many', 'x'.repeat(65)])(
  'a nonce like "%s" is not taken',
  async (bad) => {
    expect(await readClaimedSignature(await received({ nonce: bad }))).toBeNull();
  },
);

test.each(['', 'sig', 'sig=:', '=;;', 'sig=("@method"'])(
  'a broken header %j is refused, not thrown at',
  async (input) => {
    const request = await received();
    const headers = { ...request.headers, 'signature-input': input };
    expect(await readClaimedSignature({ ...request, headers })).toBeNull();
    expect(await verifyRequest({ ...request, headers }, rawKey)).toBe('forged');
  },
);
