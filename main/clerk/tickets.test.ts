import { expect, test } from 'vitest';
import type { TicketList } from '../../shared/contract/clerk.ts';
import { databaseAt } from '../db/testing.ts';
import { aCounter, BUDI, given } from './testing.ts';
import { countSql, listTickets, pageSql } from './tickets.ts';

const LISTS: TicketList[] = ['today', 'to-serve', 'paper-trouble'];
const noPaper = { outcome: 'failed', reason: 'unreachable' } as const;

async function numbersIn(counter: Awaited<ReturnType<typeof aCounter>>, list: TicketList) {
  const page = given(await counter.clerk['clerk.tickets']({ list, offset: 0, limit: 50 }, BUDI));
  expect(page.total).toBe(page.tickets.length);
  expect(page.counts[list]).toBe(page.total);
  return page.tickets.map(({ number }) => number);
}

test('today begins at midnight in the office, not in London, and stands newest first', async () => {
  const counter = await aCounter();
  // 23.50 in Jakarta is 16.50 in London.
  counter.clock.set(Date.parse('2026-11-22T16:50:00Z'));
  const evening = await counter.submitKind('lead');
  expect(await numbersIn(counter, 'today')).toEqual([evening.number]);
  counter.clock.set(Date.parse('2026-11-22T17:00:00Z'));
  expect(await numbersIn(counter, 'today')).toEqual([]);
  const first = await counter.submitKind('complaint');
  counter.clock.pass(60_000);
  const second = await counter.submitKind('registration');
  expect(await numbersIn(counter, 'today')).toEqual([second.number, first.number]);
});

test('to serve are slips for the counter of the last 30 days that nobody marked', async () => {
  const counter = await aCounter();
  const old = await counter.submitKind('lead');
  counter.clock.pass(30 * 86_400_000 + 1);
  await counter.submitKind('complaint');
  const lead = await counter.submitKind('lead');
  counter.clock.pass(1);
  const proposal = await counter.submitKind('product-proposal');
  expect(await numbersIn(counter, 'to-serve')).toEqual([proposal.number, lead.number]);
  await counter.clerk['clerk.serve']({ number: lead.number, served: true }, BUDI);
  expect(await numbersIn(counter, 'to-serve')).toEqual([proposal.number]);
  expect(await counter.clerk['clerk.find']({ text: old.number }, BUDI)).toMatchObject({ ok: true });
});

test('a slip that failed and was left to the counter waits there, and one that came out does not', async () => {
  const counter = await aCounter();
  await counter.submitKind('lead');
  await counter.print();
  const ticket = await counter.submitKind('complaint');
  await counter.print({ outcome: 'failed', reason: 'not-configured' });
  expect(counter.slips.answer(ticket.slipId, false)).toMatchObject({ value: { state: 'handed-over' } });
  expect(await numbersIn(counter, 'paper-trouble')).toEqual([ticket.number]);
  const page = await counter.clerk['clerk.tickets']({ list: 'paper-trouble', offset: 0, limit: 1 }, BUDI);
  expect(page).toMatchObject({
    value: { tickets: [{ paper: { slip: { slipId: ticket.slipId, state: 'handed-over' }, copies: 0 } }] },
  });
});

test('an addition that came out does not hide a ticket whose own slip did not', async () => {
  const counter = await aCounter();
  const ticket = await counter.submitKind('lead');
  await counter.print(noPaper);
  counter.slips.endVisit();
  counter.db
    .prepare(
      `INSERT INTO slip (id, kind, ticket_number, state, copies, boot_id, created_at, changed_at)
       VALUES ('addition', 'service', ?, 'printed', 1, 'boot', ?, ?)`,
    )
    .run(ticket.number, counter.clock.now() + 1000, counter.clock.now());
  expect(await numbersIn(counter, 'paper-trouble')).toEqual([ticket.number]);
  const found = given(await counter.clerk['clerk.find']({ text: ticket.number }, BUDI));
  expect(found.paper).toMatchObject({ slip: { slipId: ticket.slipId, state: 'handed-over' }, copies: 1 });
});

test('a page is a page: the second begins where the first ended', async () => {
  const counter = await aCounter();
  const numbers: string[] = [];
  for (let i = 0; i < 5; i++) {
    numbers.unshift((await counter.submitKind('lead')).number);
    counter.clock.pass(1000);
  }
  const page = async (offset: number) => {
    const found = given(await counter.clerk['clerk.tickets']({ list: 'today', offset, limit: 2 }, BUDI));
    expect(found.total).toBe(5);
    return found.tickets.map(({ number }) => number);
  };
  expect([...(await page(0)), ...(await page(2)), ...(await page(4))]).toEqual(numbers);
});

test('lists of a kiosk with 100,000 tickets are read from their index alone', () => {
  const db = databaseAt();
  const now = Date.parse('2026-11-22T03:00:00Z');
  db.exec(`
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000)
    INSERT INTO submission (id, kind, flow_version, language, urgency, ticket_number, kiosk_code, sequence, recorded_at,
      boot_id, monotonic_ms, chain, sealed_sha256)
    SELECT printf('01900000-0000-7000-8000-%012d', i), 'lead', 1, 'id', 3, printf('N%07d', i), '222', i,
      ${now} - i * 600000, 'boot', i, 'chain', printf('%064d', 0) FROM n;
    INSERT INTO ticket (number, submission_id, secret_hash, qr_text, recorded_at)
    SELECT ticket_number, id, '$scrypt$x', 'qr', recorded_at FROM submission;
    INSERT INTO slip (id, kind, ticket_number, state, boot_id, created_at, changed_at)
    SELECT id, 'service', ticket_number, iif(sequence % 10000 = 1, 'unknown', 'printed'), 'boot', sequence, recorded_at
    FROM submission;`);
  const times = { from: 0, until: 1, since: 0, limit: 20, offset: 0 };
  for (const list of LISTS) {
    for (const sql of [pageSql(list), countSql(list)]) {
      const plan = db.prepare<object, { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(times);
      const steps = plan.map(({ detail }) => detail).filter((step) => !step.startsWith('USE TEMP B-TREE'));
      expect(steps[0], sql).toMatch(
        list === 'paper-trouble'
          ? /^SEARCH slip USING (COVERING )?INDEX slip_in_trouble \(changed_at>\?\)/
          : /^SEARCH submission USING (COVERING )?INDEX submission_recorded \(recorded_at>\?/,
      );
      expect(
        steps.filter((step) => step.startsWith('SCAN')),
        sql,
      ).toEqual([]);
    }
  }
  const page = listTickets(db, { list: 'today', offset: 0, limit: 20 }, now);
  expect(page.tickets).toHaveLength(20);
  // Ten hours of a day at six an hour; 30 days of it; one in ten thousand, of which those of 30 days.
  expect(page.counts).toEqual({ today: 60, 'to-serve': 4320, 'paper-trouble': 1 });
});
