import { afterAll, beforeAll, expect, test } from 'vitest';
import { EnrolmentAnswer, routes } from '../../../shared/contract/hub-api.ts';
import { kioskCodeOf } from '../../../shared/domain/ticket.ts';
import { startTestHub, type TestHub } from '../../testing/test-hub.ts';
import { enrolTestKiosk, type HubAnswer, makeKeys, postJson } from '../../testing/test-kiosk.ts';
import { readmitKiosk, revokeKiosk } from '../repositories/kiosks.ts';

let served: TestHub;

beforeAll(async () => {
  served = await startTestHub();
});
afterAll(() => served.close());

const { publicKey } = makeKeys();
const enrol = (code: string, key = publicKey): Promise<HubAnswer> =>
  postJson(served.hub.url + routes.enrol.path, { code, publicKey: key, appVersion: '1.0.0' });

test('a code makes a kiosk of its office; the same code and key again make the same kiosk', async () => {
  const code = await served.makeCode();
  const first = EnrolmentAnswer.parse((await enrol(code)).body);
  expect(first.office).toEqual({ name: 'Kantor Pos Contoh', timeZone: 'Asia/Makassar' });
  expect(first.sealingRecipients).toHaveLength(1);
  const again = EnrolmentAnswer.parse((await enrol(code)).body);
  expect({ ...again, hubTime: 0 }).toEqual({ ...first, hubTime: 0 });
});

test('a used code is refused for another key', async () => {
  const code = await served.makeCode();
  const mine = makeKeys().publicKey;
  expect((await enrol(code, mine)).status).toBe(200);
  expect(await enrol(code, makeKeys().publicKey)).toMatchObject({
    status: 409,
    body: { code: 'enrolment.code-used' },
  });
});

test('a kiosk that is known stays what it is with a new code of its office, which is spent', async () => {
  const mine = makeKeys().publicKey;
  const first = EnrolmentAnswer.parse((await enrol(await served.makeCode(), mine)).body);
  const code = await served.makeCode();
  const again = EnrolmentAnswer.parse((await enrol(code, mine)).body);
  expect({ ...again, hubTime: 0 }).toEqual({ ...first, hubTime: 0 });
  expect(await enrol(code, makeKeys().publicKey)).toMatchObject({ body: { code: 'enrolment.code-used' } });
});

test('a code of another office moves no kiosk there, and can still be used', async () => {
  const mine = makeKeys().publicKey;
  expect((await enrol(await served.makeCode(), mine)).status).toBe(200);
  const elsewhere = await served.hub.makeEnrolmentCode({
    officeName: 'Kantor Pos Contoh Dua',
    timeZone: 'Asia/Jakarta',
    validDays: 1,
  });
  expect(await enrol(elsewhere, mine)).toMatchObject({ status: 409, body: { code: 'enrolment.key-known' } });
  expect((await enrol(elsewhere, makeKeys().publicKey)).status).toBe(200);
});

test('twenty kiosks that type one code at the same moment: one gets it', async () => {
  const code = await served.makeCode();
  const answers = await Promise.all(Array.from({ length: 20 }, () => enrol(code, makeKeys().publicKey)));
  expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
  expect(answers.filter((answer) => answer.status === 409)).toHaveLength(19);
});

test('kiosks that enrol at the same moment get different codes, without gaps', async () => {
  const before = await served.enrol();
  const kiosks = await Promise.all(
    Array.from({ length: 10 }, async () => enrolTestKiosk(served.hub.url, await served.makeCode())),
  );
  const first = Array.from({ length: 1000 }, (_, n) => kioskCodeOf(n)).indexOf(before.kioskCode) + 1;
  const expected = Array.from({ length: 10 }, (_, n) => kioskCodeOf(first + n));
  expect(kiosks.map((kiosk) => kiosk.kioskCode).sort()).toEqual(expected.sort());
});

test('no kiosk gets the code whose first ticket would look like a place left blank', async () => {
  await served.enrol();
  const { rows } = await served.hub.database.pool.query('SELECT min(ordinal) AS first FROM kiosk');
  expect(rows).toEqual([{ first: 1 }]);
});

test('an unknown code and an old code are refused', async () => {
  const key = makeKeys().publicKey;
  expect(await enrol('AAAA-BBBB-CCCC', key)).toMatchObject({
    status: 404,
    body: { code: 'enrolment.code-unknown' },
  });
  const code = await served.makeCode();
  const later = await served.startAnother({ now: () => Date.now() + 8 * 86_400_000 });
  const answer = await postJson(later.url + routes.enrol.path, { code, publicKey: key, appVersion: '1' });
  expect(answer).toMatchObject({ status: 410, body: { code: 'enrolment.code-expired' } });
});

test('a revoked kiosk does not come back with its old code', async () => {
  const kiosk = await served.enrol();
  await revokeKiosk(served.hub.database.pool, kiosk.kioskCode, new Date());
  expect(await postJson(served.hub.url + routes.enrol.path, kiosk.request)).toMatchObject({
    status: 403,
    body: { code: 'kiosk.revoked' },
  });
});

test('a revoked kiosk does not come back with a new code either, but once it was readmitted', async () => {
  const kiosk = await served.enrol();
  const { pool } = served.hub.database;
  await revokeKiosk(pool, kiosk.kioskCode, new Date());
  const code = await served.makeCode();
  expect(await enrol(code, kiosk.request.publicKey)).toMatchObject({ body: { code: 'kiosk.revoked' } });
  expect(await readmitKiosk(pool, kiosk.kioskCode)).toBe(true);
  expect(await enrol(code, kiosk.request.publicKey)).toMatchObject({ body: { kioskCode: kiosk.kioskCode } });
  expect(await readmitKiosk(pool, 'ZZZ')).toBe(false);
});

test('the code itself is not in the database', async () => {
  const code = await served.makeCode();
  const { rows } = await served.hub.database.pool.query<{ row: string }>(
    'SELECT enrolment_code::text AS row FROM enrolment_code',
  );
  for (const { row } of rows) expect(row).not.toContain(code.replaceAll('-', ''));
});

test('guessing is slowed down', async () => {
  const narrow = await served.startAnother({ enrolmentAdmission: { burst: 3, perSecond: 0.01 } });
  const guess = () =>
    postJson(narrow.url + routes.enrol.path, { code: 'AAAA-BBBB', publicKey, appVersion: '1' });
  for (let tries = 0; tries < 3; tries++) expect((await guess()).status).toBe(404);
  expect(await guess()).toMatchObject({ status: 429, body: { code: 'request.too-often' } });
});
