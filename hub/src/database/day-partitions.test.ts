import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { HeartbeatAnswer } from '../../../shared/contract/hub-api.ts';
import { startTestHub, type TestHub } from '../../testing/test-hub.ts';
import { send, type TestKiosk } from '../../testing/test-kiosk.ts';
import { diariesOf } from '../operations/diaries.ts';
import { keepDiaries } from './day-partitions.ts';

const DAY_MS = 86_400_000;
const diaries = diariesOf(30);

let jumpMs = 0;
let served: TestHub;
let kiosk: TestKiosk;
let pool: pg.Pool;

beforeAll(async () => {
  served = await startTestHub({ now: () => Date.now() + jumpMs });
  kiosk = await served.enrol();
  pool = served.hub.database.pool;
});
afterAll(() => served.close());

const dayName = (table: string, ms: number) =>
  `${table}_${new Date(ms).toISOString().slice(0, 10).replaceAll('-', '')}`;

async function listDays(table: string): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT inhrelid::regclass::text AS name FROM pg_inherits
     JOIN pg_class ON pg_class.oid = inhrelid AND pg_class.relkind = 'r'
     WHERE inhparent = $1::regclass ORDER BY 1`,
    [table],
  );
  return rows.map((row) => row.name);
}

async function countBeats(): Promise<number> {
  const { rows } = await pool.query('SELECT count(*)::int AS count FROM heartbeat WHERE kiosk_id = $1', [
    kiosk.kioskId,
  ]);
  return rows[0].count;
}

test('a hub that serves has today and the days ahead; every heartbeat is kept in its day', async () => {
  expect(await listDays('heartbeat')).toContain(dayName('heartbeat', Date.now() + 3 * DAY_MS));
  const before = await countBeats();
  await kiosk.heartbeat(0);
  await kiosk.heartbeat(0);
  expect(await countBeats()).toBe(before + 2);
});

test('processes that tidy up at the same moment make each day once', async () => {
  const later = new Date(Date.now() + 2 * DAY_MS);
  const changes = await Promise.all(Array.from({ length: 4 }, () => keepDiaries(pool, diaries, later)));
  const made = changes.flat().filter((change) => change.startsWith('made'));
  expect(new Set(made).size).toBe(made.length);
  expect(await listDays('heartbeat')).toContain(dayName('heartbeat', Date.now() + 5 * DAY_MS));
});

test('days older than the kept ones go with all that is in them, and the last health stays', async () => {
  const longAgo = Date.now() - 40 * DAY_MS;
  await keepDiaries(pool, diaries, new Date(longAgo));
  await pool.query('INSERT INTO heartbeat (kiosk_id, heard_at, health) VALUES ($1, $2, $3)', [
    kiosk.kioskId,
    new Date(longAgo),
    '{}',
  ]);
  expect(await listDays('heartbeat')).toContain(dayName('heartbeat', longAgo));
  const before = await countBeats();
  const changes = await keepDiaries(pool, diaries, new Date());
  expect(changes).toContain(`dropped ${dayName('heartbeat', longAgo)}`);
  expect(await countBeats()).toBe(before - 1);
  const { rows } = await pool.query('SELECT 1 FROM kiosk_health WHERE kiosk_id = $1', [kiosk.kioskId]);
  expect(rows).toHaveLength(1);
});

test('a process whose clock runs years ahead drops nothing that the others keep', async () => {
  const before = await listDays('heartbeat');
  await keepDiaries(pool, diaries, new Date(Date.now() + 1000 * DAY_MS));
  expect(await listDays('heartbeat')).toEqual(expect.arrayContaining(before));
});

test('a clock that jumps past the days that were made holds no heartbeat up', async () => {
  jumpMs = 90 * DAY_MS;
  try {
    const before = await countBeats();
    expect((await kiosk.heartbeat(0)).status).toBe(200);
    expect(await countBeats()).toBe(before + 1);
    expect(await listDays('spent_nonce')).toContain(dayName('spent_nonce', Date.now() + jumpMs));
  } finally {
    jumpMs = 0;
  }
});

test('a request is refused the second time, also on the next day', async () => {
  const request = await kiosk.sign('/v1/ticket-statuses', { cursor: 0, limit: 1 });
  expect((await send(served.hub.url, request)).status).toBe(200);
  jumpMs = DAY_MS;
  try {
    expect((await send(served.hub.url, request)).status).toBe(409);
  } finally {
    jumpMs = 0;
  }
});

test('a fleet that is too large for the usual pace gets slots', async () => {
  const tight = await served.startAnother({ roundsPerSecond: 0.001 });
  const answer = await send(tight.url, await kiosk.sign('/v1/heartbeats', aHeartbeat()));
  const { slot } = HeartbeatAnswer.parse(answer.body);
  expect(slot?.nextRoundInMs).toBeGreaterThan(60_000);
  expect(slot?.batchRecords).toBeGreaterThan(0);
});

function aHeartbeat() {
  return {
    appVersion: '0.0.0-test',
    runtime: 'test',
    deviceTime: Date.now(),
    bootId: kiosk.kioskId,
    monotonicMs: 1,
    waiting: 0,
    oldestWaitingAt: null,
    setAside: 0,
    printer: 'ready',
    freeDiskBytes: null,
    nextTicketCounter: 0,
  };
}
