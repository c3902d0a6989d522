import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deliveryRoutes, LookUpAnswer } from '../../../shared/contract/deliveries.ts';
import { HubProblem } from '../../../shared/contract/hub-api.ts';
import { kioskCodeOf, type TicketNumber, ticketNumberOf } from '../../../shared/domain/ticket.ts';
import { startTestHub, type TestHub } from '../../testing/test-hub.ts';
import { send, type TestKiosk } from '../../testing/test-kiosk.ts';
import { setCaseStatus } from '../cases/set-case-status.ts';
import { inTransaction } from '../database/connect.ts';
import { hashSecret } from '../trust/slow-hash.ts';

const QUICK = { logN: 4, r: 8, p: 1 };
const HOUR_MS = 3_600_000;

let served: TestHub;
let home: TestKiosk;
let now = Date.now();
let logged = '';

beforeAll(async () => {
  const sink = new Writable({
    write(chunk, _encoding, done) {
      logged += chunk;
      done();
    },
  });
  served = await startTestHub({ now: () => now, log: pino({ level: 'debug' }, sink) });
  home = await served.enrol();
});
afterAll(() => served.close());

async function aTicket(secret: string | null, kiosk = home) {
  const secretHash = secret === null ? {} : { secretHash: await hashSecret(secret, QUICK) };
  const record = await kiosk.aSubmission(secretHash);
  expect(await kiosk.push([record])).toMatchObject([{ outcome: 'accepted' }]);
  return record;
}

async function lookUp(kiosk: TestKiosk, number: string, secret: string, url = served.hub.url) {
  return send(url, await kiosk.sign(deliveryRoutes.lookUp.path, { number, secret }));
}

async function found(kiosk: TestKiosk, number: string, secret: string) {
  return LookUpAnswer.parse((await lookUp(kiosk, number, secret)).body).found;
}

test('another kiosk reads status and additions with the secret', async () => {
  const away = await served.enrol();
  const record = await aTicket('135790');
  const { id, ticketNumber } = record;
  const addition = { kind: 'follow-up', act: 'add-information', part: 1, follows: id } as const;
  await home.push([await home.aSubmission({ ticketNumber, ...addition })]);
  const change = { ticketNumber, status: 'forwarded', reference: 'B-9' } as const;
  await inTransaction(served.hub.database.pool, (tx) => setCaseStatus(tx, change, 'test', new Date(now)));
  expect(await found(away, ticketNumber, '135790')).toMatchObject({
    kind: 'complaint',
    kioskCode: home.kioskCode,
    officeName: 'Kantor Pos Contoh',
    recordedAt: record.recordedAt,
    status: 'forwarded',
    reference: 'B-9',
    additions: [{ part: 1, act: 'add-information' }],
  });
});

test('a wrong secret, a number that nobody has and a ticket without a secret are one answer', async () => {
  const away = await served.enrol();
  const { ticketNumber } = await aTicket('135790');
  const silent = await aTicket(null);
  const nobodys = ticketNumberOf(kioskCodeOf(20_000), 7);
  for (const number of [ticketNumber, silent.ticketNumber, nobodys]) {
    const { status, body } = await lookUp(away, number, '000000');
    expect([status, LookUpAnswer.parse(body).found]).toEqual([200, null]);
  }
});

test('after five wrong tries a ticket is locked for a quarter of an hour, whoever asks and wherever', async () => {
  const other = await served.startAnother({ now: () => now });
  const { ticketNumber } = await aTicket('135790');
  const kiosks = [await served.enrol(), await served.enrol(), await served.enrol()] as const;
  for (let tried = 0; tried < 5; tried++) {
    const [kiosk] = tried % 2 ? kiosks.slice(1) : kiosks;
    if (kiosk) await lookUp(kiosk, ticketNumber, `00000${tried}`, tried % 2 ? other.url : served.hub.url);
  }
  const locked = await lookUp(kiosks[2], ticketNumber, '135790', other.url);
  expect(locked).toMatchObject({ status: 429, body: { code: 'look-up.locked' } });
  expect(HubProblem.parse(locked.body).retryAfterMs).toBeGreaterThanOrEqual(14 * 60_000);
  now += 15 * 60_000;
  expect(await found(kiosks[2], ticketNumber, '135790')).not.toBeNull();
});

test('of many guesses at the same moment only five are compared', async () => {
  const other = await served.startAnother({ now: () => now });
  const { ticketNumber } = await aTicket('135790');
  const kiosks = [await served.enrol(), await served.enrol()];
  const guesses = Array.from({ length: 24 }, (_, index) => {
    const kiosk = kiosks[index % 2];
    if (!kiosk) throw new Error('no kiosk');
    return lookUp(kiosk, ticketNumber, '000000', index % 3 ? other.url : served.hub.url);
  });
  const answers = await Promise.all(guesses);
  expect(answers.filter((answer) => answer.status === 200)).toHaveLength(5);
  expect(answers.filter((answer) => answer.status === 429)).toHaveLength(19);
});

test('a kiosk has thirty wrong tries in an hour over all tickets; right ones do not count', async () => {
  const away = await served.enrol();
  const { ticketNumber } = await aTicket('135790');
  const guess = (index: number): TicketNumber => ticketNumberOf(kioskCodeOf(20_001), index);
  for (let right = 0; right < 7; right++) expect(await found(away, ticketNumber, '135790')).not.toBeNull();
  for (let wrong = 0; wrong < 30; wrong++) expect(await found(away, guess(wrong), '000000')).toBeNull();
  expect(await lookUp(away, guess(31), '000000')).toMatchObject({ status: 429 });
  expect(await lookUp(away, ticketNumber, '135790')).toMatchObject({ status: 429 });
  const calm = await served.enrol();
  expect(await found(calm, ticketNumber, '135790')).not.toBeNull();
  now += HOUR_MS;
  expect(await found(away, ticketNumber, '135790')).not.toBeNull();
}, 60_000);

test('a hash that would stop the hub is not kept, the record is', async () => {
  const [salt, hash] = ['c2FsdHNhbHRzYWx0c2FsdA', 'A'.repeat(43)];
  const away = await served.enrol();
  const record = await home.aSubmission({ secretHash: `$scrypt$ln=30,r=8,p=1$${salt}$${hash}` });
  expect(await home.push([record])).toMatchObject([{ outcome: 'accepted' }]);
  expect(await found(away, record.ticketNumber, '135790')).toBeNull();
});

test('the hash of the secret belongs to the record: another one is a changed record', async () => {
  const record = await aTicket('135790');
  const changed = { ...record, secretHash: await hashSecret('000000', QUICK) };
  expect(await home.push([changed])).toMatchObject([{ outcome: 'refused', code: 'push.changed' }]);
});

test('neither number nor secret is in a log', async () => {
  const away = await served.enrol();
  const { ticketNumber } = await aTicket('864209');
  await found(away, ticketNumber, '864209');
  await found(away, ticketNumber, '975318');
  expect(logged).toContain(deliveryRoutes.lookUp.path);
  for (const text of [ticketNumber, ticketNumber.replace('-', ''), '864209', '975318']) {
    expect(logged).not.toContain(text);
  }
});
