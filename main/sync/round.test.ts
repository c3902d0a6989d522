import { dirname } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { openPhotoFiles } from '../attachments/photo-files.ts';
import type { WritableDB } from '../db/handles.ts';
import { databaseAt } from '../db/testing.ts';
import { readQueueHealth } from '../jobs/queue-health.ts';
import { exampleId } from '../jobs/testing.ts';
import { openDeskLogSender } from './desk-log.ts';
import { createHubClient } from './hub-client.ts';
import { openPhotoAllowance } from './photo-allowance.ts';
import { createPushLimits, type PushLimits } from './push-limits.ts';
import { type RoundReport, runRound } from './round.ts';
import { readStatusCursor } from './status-pages.ts';
import {
  acknowledged,
  aHubDouble,
  aHurriedTime,
  type Behaviour,
  deliveriesFor,
  enrol,
  type FaultName,
  faults,
  type HubDouble,
  idsIn,
  jobStates,
  problem,
  submit,
} from './testing.ts';

let db: WritableDB;
let hub: HubDouble;
let limits: PushLimits;
const time = aHurriedTime(1);

beforeEach(async () => {
  db = databaseAt();
  hub = await aHubDouble(time.clock);
  limits = createPushLimits();
  enrol(db);
});

let rounds = 0;
async function round(
  more: { enrolmentCode?: string; onHighest?: (n: number) => void } = {},
): Promise<RoundReport> {
  const client = createHubClient({
    hubUrl: hub.url,
    clock: time.clock,
    sign: async () => ({ signature: 'example' }),
    deadlines: { connect: 1_000, probe: 1_000, call: 1_000, push: 1_000 },
  });
  try {
    return await runRound({
      db,
      hub: client,
      clock: time.clock,
      kioskNow: time.clock.now,
      random: () => 0.5,
      limits,
      offer: {
        readCode: () => more.enrolmentCode ?? null,
        publicKey: 'A'.repeat(43).concat('='),
        appVersion: '0',
      },
      readHeartbeat: () => ({
        appVersion: '0',
        runtime: 'test',
        deviceTime: 0,
        bootId: exampleId(1),
        monotonicMs: 0,
        waiting: 0,
        oldestWaitingAt: null,
        setAside: 0,
        printer: 'ready',
        freeDiskBytes: null,
        nextTicketCounter: 0,
      }),
      photoFiles: openPhotoFiles(dirname(db.name)),
      photoAllowance: openPhotoAllowance(db, () => null, time.clock.now),
      deliveries: deliveriesFor(db, time.clock.now),
      deskLog: openDeskLogSender(db),
      commandActs: {},
      readReported: () => ({ stuckRounds: 0, contentName: null }),
      onHighestTicketCounter: more.onHighest ?? (() => undefined),
      worker: `round-${rounds++}`,
      signal: new AbortController().signal,
      onLink: () => undefined,
      onProgress: () => undefined,
      progress: { step: () => undefined, settled: () => undefined },
    });
  } finally {
    await client.close();
  }
}

function submitMany(count: number): string[] {
  return Array.from({ length: count }, (_, i) => submit(db, i + 1));
}

/** The hub judges every record by itself; this is what it says of some. */
function judging(said: Record<string, object | null>): Behaviour {
  return (e) => {
    const wanted = idsIn(e.body).filter((id) => !(id in said));
    const usual = e.usual() as { outcomes: { id: string }[] };
    const outcomes = usual.outcomes.filter((one) => wanted.includes(one.id));
    for (const [id, one] of Object.entries(said)) {
      if (one && idsIn(e.body).includes(id)) outcomes.push({ id, ...one });
    }
    e.json(200, { ...usual, outcomes });
  };
}

test('a round sends everything that waits, urgent first, and keeps the hub numbers', async () => {
  submit(db, 1, { urgency: 3 });
  const urgent = submit(db, 2, { urgency: 1 });
  expect(await round()).toMatchObject({ trouble: null, link: 'online', acknowledged: 2 });
  expect(hub.pushes[0]?.[0]).toBe(urgent);
  expect(acknowledged(db)).toEqual(hub.received);
  expect(jobStates(db)).toEqual({ done: 2 });
  expect(hub.calls).toEqual(['probe', 'heartbeat', 'push', 'ticketStatuses']);
});

test('a chain goes in its order within one round', async () => {
  const first = submit(db, 1);
  submit(db, 2, { chain: first, urgency: 1 });
  submit(db, 3);
  await round();
  expect(hub.pushes.flat()).toEqual([first, exampleId(3), exampleId(2)]);
});

const AT_PROBE: [FaultName, RoundReport['link']][] = [
  ['gatewayPage', 'gateway'],
  ['gatewayRedirect', 'gateway'],
  ['otherProtocol', 'gateway'],
  ['emptyObject', 'gateway'],
  ['endless', 'gateway'],
  ['proxyDown', 'hub-trouble'],
  ['failing', 'hub-trouble'],
  ['failingPage', 'hub-trouble'],
  ['busy', 'hub-trouble'],
  ['cutBefore', 'offline'],
  ['cutMidBody', 'offline'],
  ['silent', 'offline'],
];

test.each(AT_PROBE)('a probe answered by %s shows the link as %s and sends nothing', async (fault, link) => {
  submitMany(2);
  hub.next('probe', faults[fault]);
  expect(await round()).toMatchObject({ link });
  expect(hub.calls).toEqual(['probe']);
  expect(jobStates(db)).toEqual({ waiting: 2 });
  expect(await round()).toMatchObject({ link: 'online', acknowledged: 2 });
});

test.each(Object.keys(faults) as FaultName[])(
  'a push answered by %s marks nothing as sent',
  async (fault) => {
    submitMany(1);
    hub.always('push', faults[fault]);
    const report = await round();
    expect(acknowledged(db).size).toBe(0);
    expect(report.acknowledged).toBe(0);
    const health = readQueueHealth(db, 'send-submission');
    // Only the hub's own word that one record is too large hands it to a person.
    expect([health.waiting, health.setAside]).toEqual(fault === 'tooLarge' ? [0, 1] : [1, 0]);
    expect(db.prepare(`SELECT count(*) FROM job WHERE state = 'running'`).pluck().get()).toBe(0);
  },
);

test('a hub that cannot be reached is offline', async () => {
  submitMany(1);
  hub.url = 'http://127.0.0.1:1';
  expect(await round()).toMatchObject({ link: 'offline', trouble: { code: 'link.offline' } });
  expect(jobStates(db)).toEqual({ waiting: 1 });
});

test.each([0, 149, 299])(
  'one refused record at place %i of 300 does not keep the others from arriving in one round',
  async (place) => {
    const ids = submitMany(300);
    const refused = ids[place] as string;
    hub.always('push', judging({ [refused]: { outcome: 'refused', code: 'submission.changed' } }));
    expect(await round()).toMatchObject({ trouble: null, acknowledged: 299, setAside: 1 });
    expect(acknowledged(db).size).toBe(299);
    expect(acknowledged(db).has(refused)).toBe(false);
    expect(jobStates(db)).toEqual({ done: 299, refused: 1 });
  },
);

test.each([0, 149, 299])(
  'a record at place %i of 300 over which the hub falls is found, and the others arrive in one round',
  async (place) => {
    const ids = submitMany(300);
    const poison = ids[place] as string;
    hub.always('push', (e) => {
      if (idsIn(e.body).includes(poison)) e.html(500);
      else e.json(200, e.usual());
    });
    await round();
    expect(acknowledged(db).size).toBe(299);
    expect(jobStates(db)).toEqual({ done: 299, waiting: 1 });
  },
);

test('every kind of outcome ends only its own record', async () => {
  const [retry, person, refused, missing, fine] = submitMany(5) as [string, string, string, string, string];
  hub.next(
    'push',
    judging({
      [retry]: { outcome: 'retry', afterMs: 60_000, code: 'hub.database-away' },
      [person]: { outcome: 'needs-person', code: 'submission.office-unknown' },
      [refused]: { outcome: 'refused', code: 'submission.changed' },
      [missing]: null,
    }),
  );
  expect(await round()).toMatchObject({ acknowledged: 1, setAside: 2, toRetry: 2 });
  expect([...acknowledged(db).keys()]).toEqual([fine]);
  const rows = db.prepare('SELECT state, last_problem FROM job ORDER BY sequence').raw().all();
  expect(rows).toEqual([
    ['waiting', 'hub.database-away'],
    ['needs-person', 'submission.office-unknown'],
    ['refused', 'submission.changed'],
    ['waiting', 'record.not-answered'],
    ['done', null],
  ]);
});

test('an outcome for an id that was not sent acknowledges nothing', async () => {
  const [sent] = submitMany(1) as [string];
  const later = submit(db, 2, { chain: sent });
  hub.next('push', (e) => {
    const usual = e.usual() as { outcomes: object[] };
    const foreign = { outcome: 'accepted', id: later, hubNumber: 'H-X', receivedAt: 1 };
    e.json(200, { ...usual, outcomes: [foreign] });
  });
  await round();
  expect(acknowledged(db).size).toBe(0);
  expect(jobStates(db)).toEqual({ waiting: 2 });
});

test('an answer lost on the way is made good by sending the same again', async () => {
  submitMany(3);
  hub.next('push', faults.cutAfter);
  expect(await round()).toMatchObject({ acknowledged: 0, link: 'offline' });
  expect(hub.received.size).toBe(3);
  await round();
  expect(acknowledged(db)).toEqual(hub.received);
});

test('a link that drops twice while 300 records are sent loses no mark', async () => {
  submitMany(300);
  hub.next('push', (e) => e.json(200, e.usual()), faults.cutMidBody);
  await round();
  expect(acknowledged(db).size).toBe(100);
  hub.next('push', (e) => e.json(200, e.usual()), faults.cutBefore);
  await round();
  const sent = acknowledged(db).size;
  expect(sent).toBeLessThan(300);
  expect(jobStates(db)).toEqual({ done: sent, waiting: 300 - sent });
  await round();
  expect(acknowledged(db)).toEqual(hub.received);
  expect(hub.received.size).toBe(300);
});

test('too large for the hub halves the batch, and the lone record that is too large waits for a person', async () => {
  const ids = submitMany(60);
  const giant = ids[20] as string;
  hub.always('push', (e) => {
    if (idsIn(e.body).length > 16 || idsIn(e.body).includes(giant)) faults.tooLarge(e);
    else e.json(200, e.usual());
  });
  await round();
  expect(acknowledged(db).size).toBe(59);
  expect(db.prepare(`SELECT state, last_problem FROM job WHERE sequence = 21`).raw().get()).toEqual([
    'needs-person',
    'record.too-large',
  ]);
});

test('a gateway that calls everything too large sets no record aside', async () => {
  submitMany(4);
  hub.always('push', (e) => e.html(413));
  await round();
  expect(readQueueHealth(db, 'send-submission')).toMatchObject({ waiting: 4, setAside: 0 });
});

test.each(['busy', 'busyByHeader', 'failingWithWait'] as const)(
  'after %s the rest of the round is left out and the wait is reported',
  async (how) => {
    submitMany(2);
    hub.next(
      'push',
      how === 'failingWithWait' ? (e) => e.json(503, problem('hub.database-away', 1_000)) : faults[how],
    );
    expect(await round()).toMatchObject({ trouble: { retryAfterMs: 1_000 } });
    expect(hub.calls).toEqual(['probe', 'heartbeat', 'push']);
  },
);

test('a batch stays within the bytes of the contract', async () => {
  const sealed = Buffer.alloc(60 * 1024, 7);
  for (let n = 1; n <= 20; n++) submit(db, n, { sealed });
  await round();
  expect(acknowledged(db).size).toBe(20);
  expect(Math.max(...hub.pushes.map((ids) => ids.length))).toBeLessThanOrEqual(6);
});

test('a record that is damaged or gone waits for a person and the others go', async () => {
  submitMany(3);
  db.prepare('UPDATE submission SET sealed = NULL WHERE sequence = 1').run();
  db.prepare(`UPDATE submission SET language = 'xx' WHERE sequence = 2`).run();
  await round();
  expect(db.prepare('SELECT state, last_problem FROM job ORDER BY sequence').raw().all()).toEqual([
    ['needs-person', 'record.missing'],
    ['needs-person', 'record.unreadable'],
    ['done', null],
  ]);
});

test('a heartbeat that the hub cannot take does not keep records from being sent', async () => {
  submitMany(1);
  hub.next('heartbeat', faults.failingPage);
  expect(await round()).toMatchObject({ acknowledged: 1, trouble: { code: 'hub.trouble' } });
});

test('a kiosk that is not admitted sends nothing and loses nothing', async () => {
  submitMany(1);
  hub.next('heartbeat', (e) => e.json(403, problem('kiosk.revoked')));
  expect(await round()).toMatchObject({ trouble: { code: 'hub.revoked', hubCode: 'kiosk.revoked' } });
  expect(hub.calls).toEqual(['probe', 'heartbeat']);
  expect(jobStates(db)).toEqual({ waiting: 1 });
});

test('a hub that does not understand compression gets the same without it', async () => {
  submitMany(3);
  hub.always('push', (e) => {
    if (e.request.headers['content-encoding']) e.json(415, problem('request.unknown-encoding'));
    else e.json(200, e.usual());
  });
  expect(await round()).toMatchObject({ acknowledged: 3 });
});

test('a hub with a new epoch gets again what is kept, and its statuses are read from the start', async () => {
  submitMany(4);
  hub.statuses.push({ cursor: 5, ticketNumber: ticket(1), status: 'checked', reference: null, changedAt: 1 });
  await round();
  db.prepare('UPDATE submission SET sealed = NULL WHERE sequence = 4').run();
  hub.received.clear();
  hub.hub.epoch = exampleId(7_001);
  hub.statuses.length = 0;
  expect(await round()).toMatchObject({ trouble: null, acknowledged: 3 });
  expect([...hub.received.keys()]).toEqual([1, 2, 3].map(exampleId));
  expect(readStatusCursor(db)).toBe(0);
  expect(await round()).toMatchObject({ acknowledged: 0 });
});

function ticket(n: number) {
  return db.prepare('SELECT ticket_number FROM submission WHERE sequence = ?').pluck().get(n) as never;
}

function changes(count: number) {
  submitMany(count);
  for (let n = 1; n <= count; n++) {
    hub.statuses.push({
      cursor: n * 10,
      ticketNumber: ticket(n),
      status: 'checked',
      reference: 'R-1',
      changedAt: n,
    });
  }
}

test('statuses come page by page and the last word of a ticket stays', async () => {
  changes(5);
  hub.statuses.push({ cursor: 60, ticketNumber: ticket(1), status: 'closed', reference: null, changedAt: 9 });
  expect(await round()).toMatchObject({ statuses: 6, trouble: null });
  expect(readStatusCursor(db)).toBe(60);
  expect(db.prepare('SELECT status FROM ticket_status ORDER BY ticket_number').pluck().all()).toEqual([
    'closed',
    'checked',
    'checked',
    'checked',
    'checked',
  ]);
});

test.each(['cutMidBody', 'gatewayPage', 'failing', 'otherProtocol'] as const)(
  'a status page answered by %s leaves the cursor at the last page that was written',
  async (fault) => {
    changes(5);
    hub.next('ticketStatuses', (e) => e.json(200, e.usual()), faults[fault]);
    await round();
    expect(readStatusCursor(db)).toBe(20);
    await round();
    expect(readStatusCursor(db)).toBe(50);
    expect(db.prepare('SELECT count(*) FROM ticket_status').pluck().get()).toBe(5);
  },
);

test('a page that jumps back is not written, and a hub that always says more does not hold the round', async () => {
  changes(2);
  await round();
  hub.next('ticketStatuses', (e) =>
    e.json(200, { ...e.usual(), changes: hub.statuses.slice(0, 1), more: true }),
  );
  expect(await round()).toMatchObject({ trouble: { code: 'hub.trouble' } });
  hub.next('ticketStatuses', (e) => e.json(200, { ...e.usual(), changes: [], more: true }));
  expect(await round()).toMatchObject({ trouble: { code: 'hub.trouble' } });
  expect(readStatusCursor(db)).toBe(20);
});

test('the highest ticket counter that the hub has seen is handed on', async () => {
  const seen: number[] = [];
  hub.hub.highestTicketCounter = 41;
  await round({ onHighest: (n) => seen.push(n) });
  expect(seen).toEqual([41]);
});

test('a kiosk without identity enrols itself, also when the answer was lost the first time', async () => {
  db.prepare('DELETE FROM fact').run();
  submitMany(1);
  expect(await round()).toMatchObject({ trouble: { code: 'hub.not-admitted' } });
  hub.next('enrol', faults.cutAfter, (e) => e.json(404, problem('enrolment.code-unknown')));
  expect(await round({ enrolmentCode: 'EXAMPLE-CODE' })).toMatchObject({ link: 'offline' });
  expect(await round({ enrolmentCode: 'EXAMPLE-CODE' })).toMatchObject({
    trouble: { code: 'hub.not-admitted', hubCode: 'enrolment.code-unknown' },
  });
  expect(await round({ enrolmentCode: 'EXAMPLE-CODE' })).toMatchObject({ trouble: null, acknowledged: 1 });
  const calls = hub.calls.filter((call) => call === 'enrol').length;
  await round({ enrolmentCode: 'EXAMPLE-CODE' });
  expect(hub.calls.filter((call) => call === 'enrol')).toHaveLength(calls);
});

test('the slot of the hub bounds the batches and says when the next round is', async () => {
  submitMany(5);
  const slot = { nextRoundInMs: 240_000, batchRecords: 2, batchBytes: 100_000 };
  hub.next('heartbeat', (e) => e.json(200, { ...(e.usual() as object), slot }));
  expect(await round()).toMatchObject({ trouble: null, acknowledged: 5, nextRoundInMs: 240_000 });
  expect(hub.pushes.map((ids) => ids.length)).toEqual([2, 2, 1]);
  expect(await round()).not.toHaveProperty('nextRoundInMs');
  expect(limits.current().records).toBeGreaterThan(2);
});
