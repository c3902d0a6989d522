import { dirname } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { RoundProgress } from '../../shared/contract/desk.ts';
import { ticketNumberOf } from '../../shared/domain/ticket.ts';
import { openPhotoFiles } from '../attachments/photo-files.ts';
import type { WritableDB } from '../db/handles.ts';
import { sendingOf } from '../db/repositories/attachments.ts';
import { databaseAt } from '../db/testing.ts';
import { openKioskTime } from '../intake/kiosk-time.ts';
import { enqueue, freeInterruptedJobs } from '../jobs/queue.ts';
import { exampleId } from '../jobs/testing.ts';
import { openPhotoAllowance } from './photo-allowance.ts';
import { createSync, type SyncDeps, type SyncState } from './sync.ts';
import {
  acknowledged,
  aHubDouble,
  aHurriedTime,
  deliveriesFor,
  enrol,
  type FaultName,
  faults,
  type HubDouble,
  jobStates,
  problem,
  type RouteName,
  submit,
} from './testing.ts';

const ALL: RouteName[] = ['probe', 'heartbeat', 'push', 'ticketStatuses'];

interface Setting {
  db: WritableDB;
  hub: HubDouble;
  time: ReturnType<typeof aHurriedTime>;
}

async function aSetting(): Promise<Setting> {
  const time = aHurriedTime();
  const db = databaseAt();
  enrol(db);
  return { db, time, hub: await aHubDouble(time.clock) };
}

/** One boot of the kiosk's sync side, a hundred times faster than life. */
function boot({ db, hub, time }: Setting, more: Partial<SyncDeps> = {}) {
  const states: SyncState[] = [];
  freeInterruptedJobs(db);
  const sync = createSync({
    db,
    clock: time.clock,
    timers: time.timers,
    hubUrl: hub.url,
    sign: async () => ({ signature: 'example' }),
    offer: { readCode: () => null, publicKey: 'A'.repeat(43).concat('='), appVersion: '0' },
    bootId: exampleId(1),
    appVersion: '0',
    runtime: 'test',
    readHealth: () => ({ printer: 'ready', freeDiskBytes: null, nextTicketCounter: 0 }),
    onHighestTicketCounter: () => undefined,
    kioskTime: openKioskTime(db, time.clock),
    photoFiles: openPhotoFiles(dirname(db.name)),
    deliveries: deliveriesFor(db, time.clock.now),
    onChange: (state) => states.push(state),
    onTrouble: () => undefined,
    deadlines: { connect: 800, probe: 800, call: 800, push: 800 },
    ...more,
  });
  onTestFinished(() => sync.stop());
  sync.start();
  return { sync, states };
}

const soon = { timeout: 45_000, interval: 5 };

function expectAllSent({ db, hub }: Setting, count: number): void {
  expect(jobStates(db)).toEqual({ done: count });
  expect(acknowledged(db)).toEqual(hub.received);
  expect(hub.received.size).toBe(count);
}

test('what was recorded during an outage is sent by itself when the hub is back', async () => {
  const setting = await aSetting();
  for (const route of ALL) setting.hub.always(route, faults.cutBefore);
  for (let n = 1; n <= 5; n++) submit(setting.db, n);
  const { sync, states } = boot(setting);
  await vi.waitFor(() => {
    expect(sync.state()).toMatchObject({
      waiting: 5,
      link: { state: 'offline' },
      trouble: expect.stringMatching(/^link\./),
    });
  }, soon);
  for (const route of ALL) setting.hub.always(route, null);
  await vi.waitFor(() => expectAllSent(setting, 5), soon);
  await vi.waitFor(
    () => expect(states.at(-1)).toMatchObject({ waiting: 0, link: { state: 'online' }, trouble: null }),
    soon,
  );
});

test('a photo counts until the hub has it, also when its record was received long before', async () => {
  const setting = await aSetting();
  const id = submit(setting.db, 1);
  enqueue(setting.db, sendingOf({ id: 'a'.repeat(64), chain: id, sequence: 2, urgency: 2, now: 1 }));
  const beats: unknown[] = [];
  setting.hub.always('heartbeat', (e) => {
    beats.push(e.body);
    e.json(200, e.usual());
  });
  setting.hub.always('push', faults.failing);
  setting.hub.always('attachmentStates', faults.failing);
  setting.db
    .prepare('INSERT INTO attachment (id, submission_id, bytes, added_at) VALUES (?, ?, 1, 1)')
    .run('a'.repeat(64), id);
  const { sync } = boot(setting);
  await vi.waitFor(() => expect(beats).not.toEqual([]), soon);
  expect(beats[0]).toMatchObject({ waiting: 2, oldestWaitingAt: 1 });
  setting.hub.always('push', null);
  await vi.waitFor(() => expect(acknowledged(setting.db).size).toBe(1), soon);
  expect(sync.state()).toMatchObject({ waiting: 1, setAside: 0 });
  setting.hub.always('attachmentStates', (e) =>
    e.json(200, { ...e.usual(), states: [{ id: 'a'.repeat(64), state: 'stored', receivedAt: 1 }] }),
  );
  await vi.waitFor(() => expect(sync.state().waiting).toBe(0), soon);
});

test.each(['gatewayPage', 'failing', 'busy', 'tooLargeForAll', 'cutMidBody', 'silent'] as const)(
  'one push answered by %s and then silence: the next try starts by itself',
  async (fault) => {
    const setting = await aSetting();
    submit(setting.db, 1);
    submit(setting.db, 2);
    setting.hub.next('push', fault === 'tooLargeForAll' ? (e) => e.html(413) : faults[fault]);
    boot(setting);
    await vi.waitFor(() => expectAllSent(setting, 2), soon);
  },
);

test('many nudges at the same moment send each record once', async () => {
  const setting = await aSetting();
  const { sync } = boot(setting);
  for (let n = 1; n <= 20; n++) {
    submit(setting.db, n);
    sync.nudge();
  }
  await vi.waitFor(() => expectAllSent(setting, 20), soon);
  expect(setting.hub.pushes.flat()).toHaveLength(20);
});

test('a wait that the hub asked for is kept, however often it is nudged', async () => {
  const setting = await aSetting();
  submit(setting.db, 1);
  let askedAt = 0;
  let backAt = 0;
  setting.hub.next('push', (e) => {
    askedAt = setting.time.clock.monotonic();
    e.json(429, problem('request.too-often', 40_000));
    setting.hub.next('probe', (next) => {
      backAt = setting.time.clock.monotonic();
      next.json(200, next.usual());
    });
  });
  const { sync } = boot(setting);
  const nudging = setInterval(() => sync.nudge(), 5);
  await vi.waitFor(() => expectAllSent(setting, 1), soon).finally(() => clearInterval(nudging));
  expect(backAt - askedAt).toBeGreaterThanOrEqual(40_000);
});

test('"sync now" starts at once within a wait that the hub asked for, and tells how far it is to an honest end', async () => {
  const setting = await aSetting();
  submit(setting.db, 1);
  submit(setting.db, 2);
  setting.hub.next('push', (e) => e.json(429, problem('request.too-often', 3_600_000)));
  const { sync } = boot(setting);
  expect(sync.progress()).toMatchObject({ isRunning: false, startedAt: null, toSend: 0 });
  await vi.waitFor(() => expect(sync.progress()).toMatchObject({ trouble: { code: 'hub.busy' } }), soon);
  expect(statesOf(sync.progress())).toMatchObject({ probe: 'done', push: 'failed', statuses: 'skipped' });
  expect(sync.progress().nextInMs).toBeGreaterThan(3_000_000);

  expect(sync.syncNow()).toMatchObject({ isRunning: true, toSend: 2, sent: 0, trouble: null });
  await vi.waitFor(() => expect(sync.progress().isRunning).toBe(false), soon);
  expect(sync.progress()).toMatchObject({ toSend: 2, sent: 2, setAside: 0, trouble: null });
  expect(Object.values(statesOf(sync.progress()))).not.toContain('running');
  expect(setting.hub.received.size).toBe(2);
});

test('a revoked kiosk says so also after a restart, asks seldom, never stops, and goes on when the hub admits it again', async () => {
  const setting = await aSetting();
  submit(setting.db, 1);
  setting.hub.always('heartbeat', (e) => e.json(403, problem('kiosk.revoked')));
  const first = boot(setting);
  await vi.waitFor(() => expect(first.sync.state()).toMatchObject({ isRevoked: true, waiting: 1 }), soon);
  first.sync.nudge();
  expect(first.sync.progress().nextInMs).toBeGreaterThan(20 * 60_000);
  await first.sync.stop();
  setting.hub.always('heartbeat', null);
  const second = boot(setting);
  expect(second.sync.state().isRevoked).toBe(true);
  await vi.waitFor(() => expectAllSent(setting, 1), soon);
  await vi.waitFor(() => expect(second.sync.state().isRevoked).toBe(false), soon);
});

test('photos are kept to the bytes of their hour, over a restart too; without a limit nothing is counted', () => {
  const db = databaseAt();
  let now = 10 * 3_600_000;
  const open = (perHour: number | null) =>
    openPhotoAllowance(
      db,
      () => perHour,
      () => now,
    );
  open(1_000).spend(700);
  expect(open(1_000).leftBytes()).toBe(300);
  open(1_000).spend(700);
  expect(open(1_000).leftBytes()).toBe(0);
  now += 3_600_000;
  expect(open(1_000).leftBytes()).toBe(1_000);
  expect(open(null).leftBytes()).toBe(Number.POSITIVE_INFINITY);
});

test('a round that was given up or threw is not shown as running', async () => {
  const setting = await aSetting();
  setting.hub.always('heartbeat', faults.silent);
  const { sync } = boot(setting, { deadlines: { connect: 800, probe: 800, call: 60_000, push: 60_000 } });
  await vi.waitFor(() => expect(statesOf(sync.progress()).heartbeat).toBe('running'), soon);
  await vi.waitFor(() => expect(sync.progress().trouble?.code).toBe('sync.stuck'), soon);
  expect(Object.values(statesOf(sync.progress()))).not.toContain('running');
});

const statesOf = ({ steps }: RoundProgress) =>
  Object.fromEntries(steps.map(({ step, state }) => [step, state]));

test('a stuck round is given up, what it held is free again, and the next one sends it', async () => {
  const setting = await aSetting();
  submit(setting.db, 1);
  let signed = 0;
  const { sync } = boot(setting, {
    // The second signature of the first round is that of its push; it never comes.
    sign: () => (++signed === 2 ? new Promise(() => undefined) : Promise.resolve({ signature: 'example' })),
  });
  await vi.waitFor(() => expectAllSent(setting, 1), soon);
  expect(sync.state().stuckRounds).toBeGreaterThanOrEqual(1);
});

test('a round that throws, as of a full disk, is followed by another', async () => {
  const setting = await aSetting();
  submit(setting.db, 1);
  setting.db.exec(
    `CREATE TRIGGER full BEFORE INSERT ON acknowledgement BEGIN SELECT raise(ABORT, 'full'); END`,
  );
  const troubles: string[] = [];
  boot(setting, { onTrouble: (what) => troubles.push(what) });
  await vi.waitFor(() => expect(troubles).toContain('a round threw'), soon);
  expect(jobStates(setting.db).done).toBeUndefined();
  setting.db.exec('DROP TRIGGER full');
  await vi.waitFor(() => expectAllSent(setting, 1), soon);
});

test('a process that dies between answer and acknowledgement sends again after the next start, and the hub has it once', async () => {
  const setting = await aSetting();
  submit(setting.db, 1);
  setting.hub.always('push', faults.cutAfter);
  const first = boot(setting);
  await vi.waitFor(() => expect(setting.hub.received.size).toBe(1), soon);
  await first.sync.stop();
  expect(acknowledged(setting.db).size).toBe(0);
  setting.hub.always('push', null);
  boot(setting);
  await vi.waitFor(() => expectAllSent(setting, 1), soon);
});

test('when the hub was last heard is known after a restart too', async () => {
  const setting = await aSetting();
  const first = boot(setting);
  await vi.waitFor(() => expect(first.sync.state().link.heardFromHubAt).not.toBeNull(), soon);
  await first.sync.stop();
  for (const route of ALL) setting.hub.always(route, faults.gatewayPage);
  const second = boot(setting);
  expect(second.sync.state().link).toMatchObject({ state: 'unknown', heardFromHubAt: expect.any(Number) });
  await vi.waitFor(() => expect(second.sync.state().link.state).toBe('gateway'), soon);
  expect(second.sync.state().link.heardFromHubAt).not.toBeNull();
});

test('a device clock that differs from the hub is suspect, and one that does not is not', async () => {
  const setting = await aSetting();
  setting.hub.always('probe', (e) =>
    e.json(200, { ...e.usual(), hubTime: setting.time.clock.now() + 20 * 60_000 }),
  );
  setting.hub.always('heartbeat', faults.failing);
  const { sync } = boot(setting);
  await vi.waitFor(() => expect(sync.state().clockSuspect).toBe(true), soon);
  setting.hub.always('probe', null);
  setting.hub.always('heartbeat', null);
  await vi.waitFor(() => expect(sync.state().clockSuspect).toBe(false), soon);
});

test('until the hub has spoken, a clock behind what was already seen is suspect', async () => {
  const setting = await aSetting();
  for (const route of ALL) setting.hub.always(route, faults.cutBefore);
  const kioskTime = openKioskTime(setting.db, setting.time.clock);
  const behind = { ...kioskTime, isClockBehind: () => true };
  expect(boot(setting, { kioskTime: behind }).sync.state().clockSuspect).toBe(true);
});

test('the moment of an acknowledgement comes from the time that cannot be set back', async () => {
  const setting = await aSetting();
  const kioskTime = openKioskTime(setting.db, setting.time.clock);
  const startedAt = kioskTime.now();
  submit(setting.db, 1);
  const setBack = { ...setting.time.clock, now: () => startedAt - 400 * 24 * 3_600_000 };
  boot(setting, { kioskTime, clock: setBack });
  await vi.waitFor(() => expectAllSent(setting, 1), soon);
  const at = setting.db.prepare('SELECT acknowledged_at FROM acknowledgement').pluck().get();
  expect(at).toBeGreaterThanOrEqual(startedAt);
});

test('the hub bounds the kiosk’s own time, and what it taught survives a restart', async () => {
  const setting = await aSetting();
  const ahead = 10 * 365 * 24 * 3_600_000;
  const wrong = { ...setting.time.clock, now: () => setting.time.clock.now() + ahead };
  openKioskTime(setting.db, wrong).keep();
  const kioskTime = openKioskTime(setting.db, setting.time.clock);
  expect(kioskTime.isClockBehind()).toBe(true);
  boot(setting, { kioskTime });
  await vi.waitFor(() => {
    expect(openKioskTime(setting.db, setting.time.clock).isClockBehind()).toBe(false);
  }, soon);
});

test('whatever the line does, nothing is marked that the hub does not hold, and everything arrives in the end', async () => {
  const lineFaults = (Object.keys(faults) as FaultName[]).filter(
    (name) => name !== 'tooLarge' && name !== 'silent',
  );
  const script = fc.array(
    fc.tuple(fc.constantFrom(...ALL), fc.constantFrom(...lineFaults, 'well' as const)),
    {
      maxLength: 14,
    },
  );
  await fc.assert(
    fc.asyncProperty(script, fc.integer({ min: 1, max: 12 }), async (steps, count) => {
      const setting = await aSetting();
      const { db, hub } = setting;
      for (const [route, name] of steps)
        hub.next(route, name === 'well' ? (e) => e.json(200, e.usual()) : faults[name]);
      for (let n = 1; n <= count; n++) submit(db, n, n % 3 === 0 ? { chain: exampleId(n - 1) } : {});
      let isTrue = true;
      const { sync } = boot(setting, {
        onChange: () => {
          for (const [id, number] of acknowledged(db)) isTrue &&= hub.received.get(id) === number;
        },
      });
      await vi.waitFor(() => expectAllSent(setting, count), soon);
      expect(isTrue).toBe(true);
      await sync.stop();
    }),
    { numRuns: 12 },
  );
}, 120_000);

test('a record from before hashes were sent is sent without one, and byte by byte the same after an epoch change', async () => {
  const setting = await aSetting();
  const { db, hub } = setting;
  const former = submit(db, 1);
  const present = submit(db, 2);
  const hash = '$scrypt$ln=1,r=1,p=1$AAAA$AAAA';
  db.prepare('UPDATE submission SET look_up_hash = ? WHERE id = ?').run(hash, present);
  const seen = new Map<string, string[]>();
  hub.always('push', (e) => {
    for (const record of (e.body as { submissions: { id: string }[] }).submissions) {
      seen.set(record.id, [...(seen.get(record.id) ?? []), JSON.stringify(record)]);
    }
    e.json(200, e.usual());
  });
  const { sync } = boot(setting);
  await vi.waitFor(() => expectAllSent(setting, 2), soon);
  hub.hub.epoch = exampleId(7_001);
  sync.syncNow();
  await vi.waitFor(() => expect([...seen.values()].map((sent) => sent.length)).toEqual([2, 2]), soon);
  for (const sent of seen.values()) expect(sent[1]).toBe(sent[0]);
  expect(JSON.parse(seen.get(former)?.[0] ?? '{}')).not.toHaveProperty('secretHash');
  expect(JSON.parse(seen.get(present)?.[0] ?? '{}')).toHaveProperty('secretHash', hash);
});

test('a look-up is answered while a push hangs, and a silent hub is given up in time', async () => {
  const setting = await aSetting();
  const { db, hub } = setting;
  submit(db, 1);
  hub.always('push', faults.silent);
  const { sync } = boot(setting, {
    deadlines: { connect: 800, probe: 800, call: 800, push: 60_000, lookUp: 800 },
  });
  await vi.waitFor(() => expect(hub.calls).toContain('push'), soon);
  const ticket = { number: ticketNumberOf('223', 1), secret: '042917' };
  expect(await sync.lookUp(ticket)).toMatchObject({ ok: true, value: { found: null } });
  hub.always('lookUp', faults.silent);
  expect(await sync.lookUp(ticket)).toMatchObject({ ok: false, problem: { code: 'link.timed-out' } });
});
