import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { setCaseStatus } from '../hub/src/cases/set-case-status.ts';
import { inTransaction } from '../hub/src/database/connect.ts';
import { startTestHub, type TestHub } from '../hub/testing/test-hub.ts';
import { aFolder } from '../main/db/testing.ts';
import { aComplaint, startKiosk, type TestKiosk } from '../main/intake/testing.ts';
import { readStatusCursor } from '../main/sync/status-pages.ts';
import type { Sync } from '../main/sync/sync.ts';
import { acknowledged, aHurriedTime } from '../main/sync/testing.ts';
import { deliveryRoutes } from '../shared/contract/deliveries.ts';
import { routes } from '../shared/contract/hub-api.ts';
import type { TicketNumber } from '../shared/domain/ticket.ts';
import { type Fault, type LinkPlan, startFaultyLink } from './network/faulty-link.ts';
import { startSync } from './testing.ts';

/**
 * Whatever the link does, the queue drains, nothing is lost, nothing is doubled and no cursor skips: the real kiosk, the real hub, and
 * a link that follows a plan. `npm run prove:link -- --runs 300 --seed 7` runs more of them; a failed one prints its plan and its seed.
 */
const RUNS = Number(process.env.POS_MIGRAN_LINK_RUNS ?? 6);
const SEED = process.env.POS_MIGRAN_LINK_SEED;

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub();
});
afterAll(() => hub.close());

const at = fc.double({ min: 0, max: 1, noNaN: true });
const fault: fc.Arbitrary<Fault> = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Fault>({ what: 'pass' }) },
  { weight: 2, arbitrary: fc.constant<Fault>({ what: 'lose-request' }) },
  { weight: 3, arbitrary: fc.constant<Fault>({ what: 'lose-answer' }) },
  { weight: 3, arbitrary: at.map((share): Fault => ({ what: 'cut-request', at: share })) },
  { weight: 3, arbitrary: at.map((share): Fault => ({ what: 'cut-answer', at: share })) },
  {
    weight: 2,
    arbitrary: fc.constantFrom<Fault>({ what: 'double', hears: 0 }, { what: 'double', hears: 1 }),
  },
  {
    weight: 2,
    arbitrary: fc.integer({ min: 0, max: 60 }).map((afterMs): Fault => ({ what: 'echo', afterMs })),
  },
  { weight: 2, arbitrary: fc.constant<Fault>({ what: 'old-answer' }) },
  { weight: 2, arbitrary: fc.constant<Fault>({ what: 'strange-answer' }) },
  { weight: 2, arbitrary: fc.constant<Fault>({ what: 'gateway' }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Fault>(
      { what: 'proxy-error', status: 502 },
      { what: 'proxy-error', status: 504 },
    ),
  },
  { weight: 1, arbitrary: fc.constant<Fault>({ what: 'half-open' }) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 150 }).map((ms): Fault => ({ what: 'late', ms })) },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 1, max: 30 }).map((pieceMs): Fault => ({ what: 'trickle', pieceMs })),
  },
);

const faults = (maxLength: number) => fc.array(fault, { maxLength });
const plan: fc.Arbitrary<LinkPlan> = fc.record({
  [routes.probe.path]: faults(4),
  [routes.heartbeat.path]: faults(4),
  [routes.push.path]: faults(12),
  [routes.ticketStatuses.path]: faults(8),
  [deliveryRoutes.deliveries.path]: faults(4),
  [deliveryRoutes.report.path]: faults(4),
});

/** What people do meanwhile, between waits. */
const deed = fc.oneof(
  { weight: 3, arbitrary: fc.constant('submit' as const) },
  { weight: 2, arbitrary: fc.constant('decide' as const) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 120 }) },
);

test('the queue drains, nothing is lost or doubled and no cursor skips, whatever the link does', {
  timeout: 60_000 + RUNS * 30_000,
}, async () => {
  await fc.assert(fc.asyncProperty(plan, fc.array(deed, { minLength: 8, maxLength: 24 }), runOne), {
    numRuns: RUNS,
    endOnFailure: true,
    ...(SEED === undefined ? {} : { seed: Number(SEED) }),
  });
});

async function runOne(plan: LinkPlan, deeds: ('submit' | 'decide' | number)[]): Promise<void> {
  const { clock, timers } = aHurriedTime(200);
  const folder = aFolder();
  const kiosk = startKiosk(folder, { ...clock, pass: () => undefined, set: () => undefined });
  const link = await startFaultyLink(hub.hub.url, plan);
  const sync = startSync(
    { kiosk, hubUrl: link.url, code: await hub.makeCode() },
    {
      clock,
      timers,
      pace: { intervalMs: 20_000, firstWithinMs: 0, nudgeGapMs: 2_000, stuckAfterMs: 800_000 },
      deadlines: { connect: 2_000, probe: 2_000, call: 2_000, push: 2_000 },
    },
  );
  try {
    await until(() => sync.state().isEnrolled);
    const tickets: TicketNumber[] = [];
    let decided = 0;
    for (const what of deeds) {
      if (what === 'submit') {
        tickets.push(await submit(kiosk));
        sync.nudge();
      } else if (what === 'decide') {
        if (await decide(tickets[decided % Math.max(1, tickets.length)], decided)) decided += 1;
      } else await new Promise((resolve) => setTimeout(resolve, what));
    }
    await until(() => isAtRest(kiosk, sync, tickets, decided));
    await requireTruth(kiosk, tickets);
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : error}\n${link.log.join('\n')}`, {
      cause: error,
    });
  } finally {
    await sync.stop();
    await link.close();
  }
}

async function submit(kiosk: TestKiosk): Promise<TicketNumber> {
  const answer = await kiosk.intake.submit(aComplaint());
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.value.number;
}

/** An officer decides, when the hub has the ticket. */
async function decide(ticketNumber: TicketNumber | undefined, n: number): Promise<boolean> {
  if (ticketNumber === undefined) return false;
  const status = (['checked', 'forwarded', 'closed'] as const)[n % 3] ?? 'checked';
  try {
    await inTransaction(hub.hub.database.pool, (tx) =>
      setCaseStatus(tx, { ticketNumber, status, reference: `R-${n}` }, 'test', new Date()),
    );
    return true;
  } catch {
    return false;
  }
}

function isAtRest(kiosk: TestKiosk, sync: Sync, tickets: TicketNumber[], decided: number): boolean {
  const { waiting, setAside } = sync.state();
  return (
    (waiting === 0 &&
      acknowledged(kiosk.deps.db).size === tickets.length &&
      readStatusCursor(kiosk.deps.db) >= decided) ||
    setAside > 0
  );
}

async function requireTruth(kiosk: TestKiosk, tickets: TicketNumber[]): Promise<void> {
  const { db } = kiosk.deps;
  const { pool } = hub.hub.database;
  const { rows: stored } = await pool.query<{ id: string; hub_number: string }>(
    'SELECT id, hub_number FROM submission WHERE ticket_number = ANY ($1)',
    [tickets],
  );
  const atHub = new Map(stored.map((row) => [row.id, row.hub_number]));
  expect(stored).toHaveLength(tickets.length);
  expect(acknowledged(db)).toEqual(atHub);
  const aside = db
    .prepare("SELECT count(*) FROM job WHERE state IN ('refused', 'needs-person')")
    .pluck()
    .get();
  expect(aside).toBe(0);
  const { rows: cases } = await pool.query<{ number: string; status: string; reference: string | null }>(
    `SELECT ticket_number AS number, status, reference FROM ticket_case
     WHERE ticket_number = ANY ($1) AND reference IS NOT NULL ORDER BY 1`,
    [tickets],
  );
  const known = db
    .prepare('SELECT ticket_number AS number, status, reference FROM ticket_status ORDER BY 1')
    .all();
  expect(known).toEqual(cases);
}

async function until(isSo: () => boolean): Promise<void> {
  const giveUpAt = performance.now() + 120_000;
  while (!isSo()) {
    if (performance.now() > giveUpAt) throw new Error('the kiosk never came to rest');
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
