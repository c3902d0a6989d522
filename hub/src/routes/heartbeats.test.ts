import { afterAll, beforeAll, expect, test } from 'vitest';
import { HeartbeatAnswer } from '../../../shared/contract/hub-api.ts';
import { ticketNumberOf } from '../../../shared/domain/ticket.ts';
import { startTestHub, type TestHub } from '../../testing/test-hub.ts';
import type { TestKiosk } from '../../testing/test-kiosk.ts';
import { noteBackup } from '../repositories/hub.ts';

let served: TestHub;

beforeAll(async () => {
  served = await startTestHub();
});
afterAll(() => served.close());

async function beat(kiosk: TestKiosk, nextTicketCounter: number): Promise<number | null> {
  return HeartbeatAnswer.parse((await kiosk.heartbeat(nextTicketCounter)).body).highestTicketCounter;
}

test('a kiosk that never had a ticket hears that there is none', async () => {
  expect(await beat(await served.enrol(), 0)).toBeNull();
});

test('a kiosk restored from an old copy hears how far it was, from its records', async () => {
  const kiosk = await served.enrol();
  await kiosk.push([await kiosk.aSubmission({ ticketNumber: ticketNumberOf(kiosk.kioskCode, 4711) })]);
  await kiosk.push([await kiosk.aSubmission({ ticketNumber: ticketNumberOf(kiosk.kioskCode, 12) })]);
  expect(await beat(kiosk, 5)).toBe(4711);
});

test('a kiosk restored from an old copy hears how far it was, also when its records never came', async () => {
  const kiosk = await served.enrol();
  expect(await beat(kiosk, 90)).toBe(89);
  expect(await beat(kiosk, 40)).toBe(89);
});

test('the last health is kept', async () => {
  const kiosk = await served.enrol();
  await kiosk.heartbeat(0, { printer: 'ready', waiting: 1 });
  await kiosk.heartbeat(0, { printer: 'out-of-paper', waiting: 7 });
  const { rows } = await served.hub.database.pool.query(
    'SELECT health FROM kiosk_health WHERE kiosk_id = $1',
    [kiosk.kioskId],
  );
  expect(rows).toMatchObject([{ health: { printer: 'out-of-paper', waiting: 7 } }]);
});

test('text that the database cannot hold is refused as malformed', async () => {
  const kiosk = await served.enrol();
  expect(await kiosk.heartbeat(0, { printer: 'a\u0000b' })).toMatchObject({
    status: 400,
    body: { code: 'request.malformed' },
  });
});

test('a kiosk hears up to when the hub is backed up, and an older backup takes nothing back', async () => {
  const kiosk = await served.enrol();
  const heard = async () => HeartbeatAnswer.parse((await kiosk.heartbeat(0)).body).backedUpTo;
  expect(await heard()).toBeNull();
  const until = new Date('2026-11-22T03:00:00Z');
  await noteBackup(served.hub.database.pool, until);
  expect(await heard()).toBe(until.getTime());
  await noteBackup(served.hub.database.pool, new Date('2026-11-21T03:00:00Z'));
  expect(await heard()).toBe(until.getTime());
});
