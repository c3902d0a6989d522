import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { HubProblem, routes } from '../../../shared/contract/hub-api.ts';
import { startTestHub, type TestHub } from '../../testing/test-hub.ts';
import { type HubAnswer, makeKeys, postJson, send, type TestKiosk } from '../../testing/test-kiosk.ts';
import { revokeKiosk } from '../repositories/kiosks.ts';

let served: TestHub;
let kiosk: TestKiosk;

beforeAll(async () => {
  served = await startTestHub({ bodyLimit: 20_000 });
  kiosk = await served.enrol();
});
afterAll(() => served.close());

function problemOf({ status, body }: HubAnswer): [number, string] {
  return [status, HubProblem.parse(body).code];
}

test('a request that nobody signed is refused', async () => {
  const record = await kiosk.aSubmission();
  const answer = await postJson(served.hub.url + routes.push.path, { submissions: [record] });
  expect(problemOf(answer)).toEqual([401, 'request.unsigned']);
});

test('a tampered body is refused and nothing of it is stored', async () => {
  const record = await kiosk.aSubmission();
  const request = await kiosk.signPush([record]);
  const body = Uint8Array.from(Buffer.from(JSON.stringify({ submissions: [{ ...record, urgency: 1 }] })));
  expect(problemOf(await send(served.hub.url, { ...request, body }))).toEqual([400, 'request.damaged']);
  expect(await kiosk.push([record])).toMatchObject([{ outcome: 'accepted' }]);
});

test('a request signed with another key is refused', async () => {
  const request = await kiosk.signPush([await kiosk.aSubmission()], { privateKey: makeKeys().privateKey });
  expect(problemOf(await send(served.hub.url, request))).toEqual([401, 'request.bad-signature']);
});

test('a request that is sent twice is refused the second time', async () => {
  const request = await kiosk.signPush([await kiosk.aSubmission()]);
  expect((await send(served.hub.url, request)).status).toBe(200);
  expect(problemOf(await send(served.hub.url, request))).toEqual([409, 'request.replayed']);
});

test('of twenty copies of one request at the same moment exactly one is let in', async () => {
  const request = await kiosk.signPush([await kiosk.aSubmission()]);
  const answers = await Promise.all(Array.from({ length: 20 }, () => send(served.hub.url, request)));
  expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
  expect(answers.filter((answer) => answer.status === 409)).toHaveLength(19);
});

test('a clock that is decades wrong is no reason to refuse', async () => {
  for (const created of [0, Date.UTC(1980, 0), Date.UTC(2090, 0)]) {
    const request = await kiosk.signPush([await kiosk.aSubmission()], { created });
    expect((await send(served.hub.url, request)).status).toBe(200);
  }
});

test('a revoked kiosk is refused, also on another hub of the same database', async () => {
  const lost = await served.enrol();
  const other = await served.startAnother();
  expect((await lost.heartbeat(0)).status).toBe(200);
  await revokeKiosk(served.hub.database.pool, lost.kioskCode, new Date());
  expect(problemOf(await lost.heartbeat(0))).toEqual([403, 'kiosk.revoked']);
  const request = await lost.signPush([await lost.aSubmission()]);
  expect(problemOf(await send(other.url, request))).toEqual([403, 'kiosk.revoked']);
});

test('a compressed body is taken', async () => {
  const record = await kiosk.aSubmission();
  const request = await kiosk.signPush([record], {
    encode: (json) => gzipSync(json),
    contentEncoding: 'gzip',
  });
  expect((await send(served.hub.url, request)).status).toBe(200);
});

test('a body too large on the wire is refused with its code', async () => {
  const request = await kiosk.sign(routes.push.path, { submissions: ['x'.repeat(30_000)] });
  expect(problemOf(await send(served.hub.url, request))).toEqual([413, 'request.too-large']);
});

test('a small body that unpacks to a large one is refused', async () => {
  const request = await kiosk.sign(
    routes.push.path,
    { submissions: ['x'.repeat(2_000_000)] },
    { encode: (json) => gzipSync(json), contentEncoding: 'gzip' },
  );
  expect(request.body.length).toBeLessThan(20_000);
  expect(problemOf(await send(served.hub.url, request))).toEqual([413, 'request.too-large']);
});

test('more records than a batch may have are refused as too large', async () => {
  const request = await kiosk.sign(routes.push.path, { submissions: Array.from({ length: 101 }, () => 1) });
  expect(problemOf(await send(served.hub.url, request))).toEqual([413, 'request.too-large']);
});

test.each([
  ['broken gzip', { encode: () => Buffer.from('no gzip'), contentEncoding: 'gzip' }, 400, 'request.damaged'],
  ['an unknown encoding', { contentEncoding: 'br' }, 415, 'request.unknown-encoding'],
  ['no JSON', { encode: () => Buffer.from('<html>') }, 400, 'request.malformed'],
  ['broken text', { encode: () => Buffer.from([0x22, 0xff, 0x22]) }, 400, 'request.malformed'],
  ['nothing', { encode: () => Buffer.alloc(0) }, 400, 'request.malformed'],
] as const)('a signed body of %s is refused', async (_what, options, status, code) => {
  const request = await kiosk.sign(routes.push.path, { submissions: [1] }, options);
  expect(problemOf(await send(served.hub.url, request))).toEqual([status, code]);
});

test('a kiosk that asks too often is told how long to wait, the others are not', async () => {
  const narrow = await served.startAnother({ admission: { burst: 2, perSecond: 0.01 } });
  const calm = await served.enrol();
  const ask = async (who: TestKiosk) =>
    send(narrow.url, await who.sign(routes.ticketStatuses.path, { cursor: 0, limit: 1 }));
  expect((await ask(kiosk)).status).toBe(200);
  expect((await ask(kiosk)).status).toBe(200);
  const refused = await ask(kiosk);
  expect(problemOf(refused)).toEqual([429, 'request.too-often']);
  expect(HubProblem.parse(refused.body).retryAfterMs).toBeGreaterThan(10_000);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(10);
  expect((await ask(calm)).status).toBe(200);
});

test('a call that does not exist is a problem of the protocol', async () => {
  expect(problemOf(await postJson(`${served.hub.url}/v1/nothing`, {}))).toEqual([404, 'route.unknown']);
});
