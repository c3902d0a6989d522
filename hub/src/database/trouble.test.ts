import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, inject, onTestFinished, test, vi } from 'vitest';
import { HubProblem, PushAnswer } from '../../../shared/contract/hub-api.ts';
import type { Submission } from '../../../shared/domain/submission.ts';
import { type DatabaseLink, openDatabaseLink } from '../../testing/database-link.ts';
import { openTestDatabase, type TestDatabase } from '../../testing/test-database.ts';
import { enrolTestKiosk, type HubAnswer, send, type TestKiosk } from '../../testing/test-kiosk.ts';
import { type HubOptions, type RunningHub, startHub } from '../start-hub.ts';

const OFFICE = { officeName: 'Kantor Pos Contoh', timeZone: 'Asia/Jakarta', validDays: 7 } as const;
const PATIENCE = { connectMs: 2_000, statementMs: 2_000, lockMs: 1_500 };
const SOON = { timeout: 50_000, interval: 200 };

let database: TestDatabase;
let link: DatabaseLink;
let owner: pg.Client;
let dataFolder: string;
let hub: RunningHub;
let kiosk: TestKiosk;

beforeAll(async () => {
  database = await openTestDatabase();
  link = await openDatabaseLink(database.databaseUrl);
  owner = new pg.Client({ connectionString: database.databaseUrl });
  await owner.connect();
  dataFolder = mkdtempSync(join(inject('hubTestFolder'), 'trouble-'));
  hub = await start({ patience: PATIENCE });
  kiosk = await enrolTestKiosk(hub.url, await hub.makeEnrolmentCode(OFFICE));
});
beforeEach(() => link.heal());
afterAll(async () => {
  link.heal();
  await hub.close();
  await owner.end();
  await link.close();
  await database.close();
  rmSync(dataFolder, { recursive: true, force: true });
});

const start = (options: Partial<HubOptions>) =>
  startHub({ databaseUrl: link.databaseUrl, dataFolder, ...options });

async function push(record: Submission, url = hub.url): Promise<HubAnswer> {
  return send(url, await kiosk.signPush([record]));
}

function problemOf({ status, body }: HubAnswer): string {
  const problem = HubProblem.parse(body);
  expect(problem.retryAfterMs).toBeGreaterThan(0);
  return `${status} ${problem.code}`;
}

/** As a kiosk does: again until it is told an outcome. */
async function pushUntilTold(record: Submission, url = hub.url) {
  return vi.waitFor(async () => {
    const answer = await push(record, url);
    expect(answer.status).toBe(200);
    return PushAnswer.parse(answer.body).outcomes[0];
  }, SOON);
}

async function countRows(id: string): Promise<number> {
  const { rows } = await owner.query('SELECT count(*)::int AS count FROM submission WHERE id = $1', [id]);
  return rows[0].count;
}

/** Holds every push back until it is released. */
async function holdCases(): Promise<() => Promise<void>> {
  await owner.query('BEGIN');
  await owner.query('LOCK TABLE ticket_case IN ACCESS EXCLUSIVE MODE');
  return async () => void (await owner.query('ROLLBACK'));
}

test('a database that hangs is not answered as success, and the record is taken once it is back', async () => {
  const record = await kiosk.aSubmission();
  link.hang();
  expect(problemOf(await push(record))).toBe('503 hub.database-away');
  expect((await fetch(`${hub.url}/readyz`)).status).toBe(503);
  expect((await fetch(`${hub.url}/healthz`)).status).toBe(200);
  expect(await (await fetch(`${hub.url}/metrics`)).text()).toContain('hub_database_up 0');
  link.heal();
  expect(await pushUntilTold(record)).toMatchObject({ outcome: 'accepted' });
  expect(await countRows(record.id)).toBe(1);
}, 90_000);

test('a commit whose answer was lost is no success either; asked again, it tells the one stored outcome', async () => {
  const record = await kiosk.aSubmission();
  link.loseAnswersFromCommit();
  expect(problemOf(await push(record))).toBe('503 hub.database-away');
  link.heal();
  const { rows } = await owner.query('SELECT hub_number FROM submission WHERE id = $1', [record.id]);
  expect(rows).toHaveLength(1);
  expect(await pushUntilTold(record)).toMatchObject({ outcome: 'accepted', hubNumber: rows[0].hub_number });
}, 90_000);

test('a database that only reads is not answered as success, and the hub is not ready', async () => {
  const record = await kiosk.aSubmission();
  const name = new URL(database.databaseUrl).pathname.slice(1);
  const setReadOnly = async (value: 'on' | 'off') => {
    await owner.query(`ALTER DATABASE ${name} SET default_transaction_read_only = ${value}`);
    await owner.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND pid <> pg_backend_pid()',
      [name],
    );
  };
  await setReadOnly('on');
  await vi.waitFor(async () => expect(problemOf(await push(record))).toBe('503 hub.database-away'), SOON);
  expect((await fetch(`${hub.url}/readyz`)).status).toBe(503);
  await setReadOnly('off');
  expect(await pushUntilTold(record)).toMatchObject({ outcome: 'accepted' });
  expect((await fetch(`${hub.url}/readyz`)).status).toBe(200);
}, 90_000);

test('when every connection is taken, all are refused with a time and all are taken afterwards', async () => {
  const narrow = await start({ patience: PATIENCE, connections: 2 });
  onTestFinished(() => narrow.close());
  const records = await Promise.all(Array.from({ length: 6 }, () => kiosk.aSubmission()));
  const release = await holdCases();
  const answers = await Promise.all(records.map((record) => push(record, narrow.url)));
  await release();
  expect([...new Set(answers.map(problemOf))]).toEqual(['503 hub.database-away']);
  for (const record of records) {
    expect(await pushUntilTold(record, narrow.url)).toMatchObject({ outcome: 'accepted' });
    expect(await countRows(record.id)).toBe(1);
  }
}, 90_000);

test('what is not done by the deadline is refused, and what it did nevertheless is told the next time', async () => {
  const hasty = await start({ deadlineMs: 1_000 });
  onTestFinished(() => hasty.close());
  const record = await kiosk.aSubmission();
  const release = await holdCases();
  expect(problemOf(await push(record, hasty.url))).toBe('503 hub.too-slow');
  await release();
  await vi.waitFor(async () => expect(await countRows(record.id)).toBe(1), SOON);
  expect(await pushUntilTold(record, hasty.url)).toMatchObject({ outcome: 'accepted' });
}, 90_000);

test('a full house refuses at once with a time, and at that time it lets the same kiosk in', async () => {
  const small = await start({ gate: { working: 1, inHouse: 2, patienceMs: 30_000 } });
  onTestFinished(() => small.close());
  const [first, second, third] = [
    await kiosk.aSubmission(),
    await kiosk.aSubmission(),
    await kiosk.aSubmission(),
  ];
  const other = await enrolTestKiosk(hub.url, await hub.makeEnrolmentCode(OFFICE));
  const release = await holdCases();
  const inHouse = [push(first, small.url), push(second, small.url)];
  const turnedAway = await vi.waitFor(async () => {
    const answer = await send(small.url, await other.signPush([await other.aSubmission()]));
    expect(problemOf(answer)).toBe('503 hub.busy');
    return answer;
  }, SOON);
  expect(Number(turnedAway.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
  expect(turnedAway.headers.get('connection')).toBe('close');
  expect((await fetch(`${small.url}/v1/probe`)).status).toBe(200);
  await release();
  for (const answer of await Promise.all(inHouse)) expect(answer.status).toBe(200);
  expect(await pushUntilTold(third, small.url)).toMatchObject({ outcome: 'accepted' });
}, 90_000);

test('a hub that ends finishes what it took, lets nobody else in, and is not ready meanwhile', async () => {
  const ending = await start({});
  const record = await kiosk.aSubmission();
  const release = await holdCases();
  const asked = push(record, ending.url);
  await vi.waitFor(async () => {
    expect(await (await fetch(`${ending.url}/metrics`)).text()).toMatch(/hub_requests_working 1$/m);
  }, SOON);
  const closed = ending.close();
  expect((await fetch(`${ending.url}/readyz`)).status).toBe(503);
  expect(problemOf(await push(await kiosk.aSubmission(), ending.url))).toBe('503 hub.leaving');
  await release();
  expect((await asked).status).toBe(200);
  await closed;
  await expect(fetch(`${ending.url}/healthz`)).rejects.toThrow();
}, 90_000);
