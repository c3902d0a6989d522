import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AnswerSeen, type HubTroubleCode, judgeAnswer, judgeError } from './hub-verdict.ts';
import { problem } from './testing.ts';

const page: AnswerSeen = { status: 200, body: undefined, retryAfter: undefined, date: undefined };

const FROM_HUB: [number, string, HubTroubleCode][] = [
  [400, 'request.malformed', 'hub.bad-request'],
  [401, 'kiosk.unknown', 'hub.not-admitted'],
  [403, 'kiosk.revoked', 'hub.revoked'],
  [404, 'route.unknown', 'hub.trouble'],
  [409, 'request.replayed', 'hub.trouble'],
  [413, 'request.too-large', 'hub.too-large'],
  [415, 'request.unknown-encoding', 'hub.encoding'],
  [429, 'request.too-often', 'hub.busy'],
  [500, 'hub.failed', 'hub.trouble'],
  [503, 'hub.database-away', 'hub.trouble'],
];

test.each(FROM_HUB)("the hub's own %i %s is %s", (status, code, expected) => {
  expect(judgeAnswer({ ...page, status, body: problem(code) })).toMatchObject({
    code: expected,
    fromHub: true,
    hubCode: code,
  });
});

const FROM_SOMEBODY: [number, HubTroubleCode][] = [
  [200, 'link.gateway'],
  [204, 'link.gateway'],
  [302, 'link.gateway'],
  [401, 'link.gateway'],
  [403, 'link.gateway'],
  [404, 'link.gateway'],
  [407, 'link.gateway'],
  [413, 'hub.too-large'],
  [429, 'hub.busy'],
  [502, 'hub.trouble'],
  [503, 'hub.trouble'],
  [511, 'link.gateway'],
];

test.each(FROM_SOMEBODY)("somebody's %i page is %s and never the hub's word", (status, expected) => {
  expect(judgeAnswer({ ...page, status })).toMatchObject({ code: expected, fromHub: false });
});

test('a page with status 200 never asks us to wait', () => {
  expect(judgeAnswer({ ...page, retryAfter: '3600' }).retryAfterMs).toBeUndefined();
});

test.each([
  ['7', undefined, 7_000],
  [' 7 ', undefined, 7_000],
  ['Wed, 21 Oct 2026 07:28:30 GMT', 'Wed, 21 Oct 2026 07:28:00 GMT', 30_000],
  ['Wed, 21 Oct 2026 07:28:00 GMT', 'Wed, 21 Oct 2026 07:28:30 GMT', 0],
  ['Wed, 21 Oct 2026 07:28:30 GMT', undefined, 60_000],
  ['soon', undefined, 60_000],
  ['-5', undefined, 60_000],
])('a Retry-After of %s with the date %s is a wait of %i ms', (retryAfter, date, expected) => {
  expect(judgeAnswer({ ...page, status: 503, retryAfter, date }).retryAfterMs).toBe(expected);
});

test('the wait in the hub’s body counts more than the header', () => {
  const seen = { ...page, status: 429, body: problem('request.too-often', 5_000), retryAfter: '60' };
  expect(judgeAnswer(seen).retryAfterMs).toBe(5_000);
});

const ERRORS: [string, HubTroubleCode][] = [
  ['ECONNREFUSED', 'link.offline'],
  ['ENOTFOUND', 'link.offline'],
  ['UND_ERR_CONNECT_TIMEOUT', 'link.offline'],
  ['ECONNRESET', 'link.cut'],
  ['UND_ERR_SOCKET', 'link.cut'],
  ['UND_ERR_HEADERS_TIMEOUT', 'link.timed-out'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'link.gateway'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'link.gateway'],
  ['CERT_HAS_EXPIRED', 'link.gateway'],
  ['HPE_INVALID_CONSTANT', 'link.gateway'],
  ['SOMETHING_NEW', 'link.offline'],
];

test.each(ERRORS)('an error %s is %s, also when it is wrapped', (name, expected) => {
  const error = Object.assign(new Error('example'), { code: name });
  expect(judgeError(error, false).code).toBe(expected);
  expect(judgeError(new TypeError('wrapped', { cause: error }), false).code).toBe(expected);
  expect(judgeError(new AggregateError([error]), false).code).toBe(expected);
});

test('our own deadline is a time-out, whatever the error says', () => {
  expect(judgeError(new Error('aborted'), true).code).toBe('link.timed-out');
});

test('every status and every body gets a verdict, and only the protocol speaks for the hub', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 100, max: 599 }),
      fc.jsonValue(),
      fc.option(fc.string(), { nil: undefined }),
      (status, body, retryAfter) => {
        const verdict = judgeAnswer({ status, body, retryAfter, date: undefined });
        expect(verdict.fromHub).toBe(false);
        expect(verdict.retryAfterMs ?? 0).toBeGreaterThanOrEqual(0);
      },
    ),
  );
});
