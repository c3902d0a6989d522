import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { StatusPage } from '../../../shared/contract/hub-api.ts';
import type { TicketNumber } from '../../../shared/domain/ticket.ts';
import type { CaseStatus } from '../../../shared/domain/ticket-status.ts';
import { OFFICER_TOKEN, startTestHub, type TestHub } from '../../testing/test-hub.ts';
import { postJson, type TestKiosk } from '../../testing/test-kiosk.ts';
import { setCaseStatus } from '../cases/set-case-status.ts';
import { inTransaction } from '../database/connect.ts';

let served: TestHub;

beforeAll(async () => {
  served = await startTestHub();
});
afterAll(() => served.close());

async function aTicket(kiosk: TestKiosk): Promise<TicketNumber> {
  const record = await kiosk.aSubmission();
  await kiosk.push([record]);
  return record.ticketNumber;
}

async function pageAfter(kiosk: TestKiosk, cursor: number, limit = 500): Promise<StatusPage> {
  return StatusPage.parse((await kiosk.statuses(cursor, limit)).body);
}

const set = (ticketNumber: TicketNumber, status: CaseStatus, reference: string | null = null) =>
  inTransaction(served.hub.database.pool, (tx) =>
    setCaseStatus(tx, { ticketNumber, status, reference }, 'test', new Date()),
  );

test('a kiosk reads the officers changes of its own tickets, page by page', async () => {
  const [kiosk, other] = [await served.enrol(), await served.enrol()];
  const [mine, theirs] = [await aTicket(kiosk), await aTicket(other)];
  await set(mine, 'checked');
  await set(theirs, 'closed');
  await set(mine, 'forwarded', 'B-77');

  const first = await pageAfter(kiosk, 0, 1);
  expect(first.changes).toMatchObject([{ ticketNumber: mine, status: 'checked', reference: null }]);
  expect(first.more).toBe(true);
  const second = await pageAfter(kiosk, first.changes[0]?.cursor ?? 0, 1);
  expect(second.changes).toMatchObject([{ ticketNumber: mine, status: 'forwarded', reference: 'B-77' }]);
  expect(second.more).toBe(false);
  expect((await pageAfter(kiosk, second.changes[0]?.cursor ?? 0)).changes).toEqual([]);
});

test('saying the same again is no change', async () => {
  const kiosk = await served.enrol();
  const ticket = await aTicket(kiosk);
  await set(ticket, 'received');
  await set(ticket, 'checked');
  await set(ticket, 'checked');
  expect((await pageAfter(kiosk, 0)).changes).toHaveLength(1);
});

test('of two overlapping changes none is passed over, whichever commits first', async () => {
  const kiosk = await served.enrol();
  const [slow, quick] = [await aTicket(kiosk), await aTicket(kiosk)];
  let letSlowCommit = () => {};
  const slowMayCommit = new Promise<void>((resolve) => {
    letSlowCommit = resolve;
  });
  let tellPosition = () => {};
  const slowHasItsPosition = new Promise<void>((resolve) => {
    tellPosition = resolve;
  });
  const slowDone = inTransaction(served.hub.database.pool, async (tx) => {
    await setCaseStatus(tx, { ticketNumber: slow, status: 'checked', reference: null }, 'slow', new Date());
    tellPosition();
    await slowMayCommit;
  });
  await slowHasItsPosition;
  const quickDone = set(quick, 'checked');
  // Long enough for a change that does not wait its turn to commit first.
  await Promise.race([quickDone, wait(300)]);
  const early = await pageAfter(kiosk, 0);
  letSlowCommit();
  await Promise.all([slowDone, quickDone]);
  const late = await pageAfter(kiosk, early.changes.at(-1)?.cursor ?? 0);
  const seen = [...early.changes, ...late.changes].map((change) => change.ticketNumber);
  expect(seen.sort()).toEqual([slow, quick].sort());
});

test('a reader that never stops sees every change of many officers exactly once', async () => {
  const kiosk = await served.enrol();
  const tickets = await Promise.all(Array.from({ length: 12 }, () => aTicket(kiosk)));
  const changes = ['checked', 'forwarded', 'closed'] as const;
  let writing = true;
  const officers = Promise.all(
    tickets.map(async (ticket) => {
      for (const status of changes) await set(ticket, status);
    }),
  ).finally(() => {
    writing = false;
  });
  const seen: string[] = [];
  let cursor = 0;
  for (let last = false; !last; ) {
    last = !writing;
    const page = await pageAfter(kiosk, cursor, 5);
    for (const change of page.changes) {
      seen.push(`${change.ticketNumber} ${change.status}`);
      cursor = change.cursor;
    }
    last = last && !page.more;
  }
  await officers;
  const wanted = tickets.flatMap((ticket) => changes.map((status) => `${ticket} ${status}`));
  expect(seen.sort()).toEqual(wanted.sort());
});

test('an officer sets a status with the token, nobody without', async () => {
  const kiosk = await served.enrol();
  const ticket = await aTicket(kiosk);
  const url = `${served.hub.url}/v1/officer/cases/${ticket}/status`;
  const wish = { status: 'forwarded', reference: 'X-12' };
  const refused: Record<string, string>[] = [
    {},
    { authorization: 'Bearer wrong' },
    { authorization: OFFICER_TOKEN },
  ];
  for (const headers of refused) {
    expect(await postJson(url, wish, headers)).toMatchObject({
      status: 401,
      body: { code: 'officer.denied' },
    });
  }
  const authorization = `Bearer ${OFFICER_TOKEN}`;
  expect(await postJson(url, wish, { authorization })).toMatchObject({
    status: 200,
    body: { ticketNumber: ticket, status: 'forwarded', reference: 'X-12' },
  });
  expect((await pageAfter(kiosk, 0)).changes).toMatchObject([{ status: 'forwarded', reference: 'X-12' }]);
  expect(await postJson(url, { status: 'lost' }, { authorization })).toMatchObject({ status: 400 });
  expect(await postJson(url, { status: 'closed', reference: 'a\u0000b' }, { authorization })).toMatchObject({
    status: 400,
  });
});

test('where no token is configured nobody is an officer', async () => {
  const other = await served.startAnother({ officerToken: undefined });
  const kiosk = await served.enrol();
  const url = `${other.url}/v1/officer/cases/${await aTicket(kiosk)}/status`;
  expect(await postJson(url, { status: 'checked' }, { authorization: 'Bearer undefined' })).toMatchObject({
    status: 401,
  });
});

test('a ticket that nobody handed in has no case', async () => {
  const kiosk = await served.enrol();
  const record = await kiosk.aSubmission();
  await expect(set(record.ticketNumber, 'checked')).rejects.toMatchObject({ code: 'case.unknown' });
});
