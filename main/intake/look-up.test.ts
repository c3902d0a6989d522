import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { LookUpAnswer, LookUpRequest } from '../../shared/contract/deliveries.ts';
import { PROTOCOL, type StatusPage } from '../../shared/contract/hub-api.ts';
import type { Ticket } from '../../shared/contract/ipc.ts';
import { kioskCodeOf, ticketNumberOf } from '../../shared/domain/ticket.ts';
import { learnHubEpoch } from '../sync/hub-epoch.ts';
import type { HubAnswer } from '../sync/hub-verdict.ts';
import { applyStatusPage } from '../sync/status-pages.ts';
import { hashTicketSecret } from '../trust/ticket-secret.ts';
import { createLookUp } from './look-up.ts';
import { aComplaint, anEnrolledKiosk, EXAMPLE_KIOSK_CODE, quickHash, type TestKiosk } from './testing.ts';
import { beginVisit } from './visit.ts';

const MINUTE = 60_000;

async function aTicket(kiosk: TestKiosk): Promise<Ticket> {
  const answer = await kiosk.intake.submit(aComplaint());
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.value;
}

/** A secret that is surely not this ticket's. */
function wrongSecretOf(ticket: Ticket): string {
  return ticket.secret === '000000' ? '000001' : '000000';
}

async function codeOf(answer: ReturnType<TestKiosk['intake']['lookUp']>): Promise<string> {
  const result = await answer;
  return result.ok ? result.value.standing.standing : result.problem.code;
}

test('number and secret together open the ticket, with what is honestly known', async () => {
  const kiosk = await anEnrolledKiosk();
  const ticket = await aTicket(kiosk);
  expect(await kiosk.intake.lookUp(ticket)).toEqual({
    ok: true,
    value: {
      kind: 'complaint',
      isFollowable: false,
      additions: [],
      number: ticket.number,
      recordedAt: ticket.recordedAt,
      officeName: 'Kantor Pos Contoh',
      isFromElsewhere: false,
      standing: { standing: 'recorded' },
      heardFromHubAt: null,
    },
  });
});

test('a wrong secret and a number that does not exist get the same answer', async () => {
  const kiosk = await anEnrolledKiosk();
  const ticket = await aTicket(kiosk);
  const wrong = await kiosk.intake.lookUp({ number: ticket.number, secret: wrongSecretOf(ticket) });
  const unknown = await kiosk.intake.lookUp({
    number: ticketNumberOf(EXAMPLE_KIOSK_CODE, 9999),
    secret: ticket.secret,
  });
  expect(wrong).toEqual({ ok: false, problem: { code: 'ticket.no-match' } });
  expect(unknown).toEqual(wrong);
});

test('a number that does not exist costs the same one slow comparison', async () => {
  const kiosk = await anEnrolledKiosk();
  let made = 0;
  const lookUp = createLookUp({
    db: kiosk.deps.db,
    time: kiosk.intake.time,
    visit: beginVisit,
    askHub: async () => null,
    hashSecret: async (secret) => {
      made++;
      return await hashTicketSecret(secret, { logN: 1, r: 1, p: 1 });
    },
  });
  for (let n = 0; n < 3; n++) {
    await lookUp({ number: ticketNumberOf(EXAMPLE_KIOSK_CODE, 100 + n), secret: '123456' });
  }
  // The decoy is made once and then compared like a real hash, not made anew for every unknown number.
  expect(made).toBe(1);
});

test('five wrong secrets lock the number, a restart and a clock set back do not open it, time does', async () => {
  let kiosk = await anEnrolledKiosk();
  const ticket = await aTicket(kiosk);
  const wrong = { number: ticket.number, secret: wrongSecretOf(ticket) };
  for (let n = 0; n < 5; n++) expect(await codeOf(kiosk.intake.lookUp(wrong))).toBe('ticket.no-match');
  const locked = await kiosk.intake.lookUp(ticket);
  expect(locked).toMatchObject({ ok: false, problem: { code: 'ticket.locked' } });
  kiosk = kiosk.restart();
  expect(await codeOf(kiosk.intake.lookUp(ticket))).toBe('ticket.locked');
  kiosk.clock.set(kiosk.clock.now() - 24 * 60 * MINUTE);
  expect(await codeOf(kiosk.intake.lookUp(ticket))).toBe('ticket.locked');
  kiosk.clock.pass(14 * MINUTE);
  expect(await codeOf(kiosk.intake.lookUp(ticket))).toBe('ticket.locked');
  kiosk.clock.pass(2 * MINUTE);
  expect(await codeOf(kiosk.intake.lookUp(ticket))).toBe('recorded');
});

test('the time to try again is the true one', async () => {
  const kiosk = await anEnrolledKiosk();
  const ticket = await aTicket(kiosk);
  const first = kiosk.clock.now();
  for (let n = 0; n < 5; n++) {
    await kiosk.intake.lookUp({ number: ticket.number, secret: wrongSecretOf(ticket) });
    kiosk.clock.pass(MINUTE);
  }
  const locked = await kiosk.intake.lookUp(ticket);
  expect(locked).toEqual({ ok: false, problem: { code: 'ticket.locked', retryAt: first + 15 * MINUTE } });
});

test('after a clock ran ahead and was put right, the time to try again is one that a right clock will show', async () => {
  const kiosk = await anEnrolledKiosk();
  const ticket = await aTicket(kiosk);
  const truth = kiosk.clock.now();
  kiosk.clock.set(truth + 20 * 24 * 60 * MINUTE);
  await kiosk.intake.lookUp({ number: ticket.number, secret: wrongSecretOf(ticket) });
  kiosk.clock.set(truth);
  kiosk.intake.time.hearHub(truth);
  for (let n = 0; n < 4; n++) {
    await kiosk.intake.lookUp({ number: ticket.number, secret: wrongSecretOf(ticket) });
  }
  const locked = await kiosk.intake.lookUp(ticket);
  expect(locked).toEqual({ ok: false, problem: { code: 'ticket.locked', retryAt: truth + 15 * MINUTE } });
});

test('twenty guesses at the same moment get no more tries than one after the other', async () => {
  const kiosk = await anEnrolledKiosk();
  const ticket = await aTicket(kiosk);
  const wrong = { number: ticket.number, secret: wrongSecretOf(ticket) };
  const codes = await Promise.all(Array.from({ length: 20 }, () => codeOf(kiosk.intake.lookUp(wrong))));
  expect(codes.filter((code) => code === 'ticket.no-match')).toHaveLength(5);
});

test('guessing over many numbers locks the kiosk, also for numbers that do not exist', async () => {
  const kiosk = await anEnrolledKiosk();
  const codes: string[] = [];
  for (let n = 0; n < 31; n++) {
    codes.push(
      await codeOf(
        kiosk.intake.lookUp({ number: ticketNumberOf(EXAMPLE_KIOSK_CODE, 500 + n), secret: '123456' }),
      ),
    );
  }
  expect(codes.slice(0, 30).every((code) => code === 'ticket.no-match')).toBe(true);
  expect(codes[30]).toBe('ticket.locked');
});

test('she who knows her secret starts afresh', async () => {
  const kiosk = await anEnrolledKiosk();
  const ticket = await aTicket(kiosk);
  for (let round = 0; round < 3; round++) {
    for (let n = 0; n < 4; n++) {
      await kiosk.intake.lookUp({ number: ticket.number, secret: wrongSecretOf(ticket) });
    }
    expect(await codeOf(kiosk.intake.lookUp(ticket))).toBe('recorded');
  }
});

test('the standing follows the hub and the officer, and says when sending needs a person', async () => {
  const kiosk = await anEnrolledKiosk();
  const { db } = kiosk.deps;
  const complaint = aComplaint();
  const answer = await kiosk.intake.submit(complaint);
  if (!answer.ok) throw new Error(answer.problem.code);
  const ticket = answer.value;
  const standing = async () => {
    const found = await kiosk.intake.lookUp(ticket);
    return found.ok ? found.value.standing : found.problem.code;
  };
  db.prepare("UPDATE job SET state = 'needs-person' WHERE kind = 'send-submission'").run();
  expect(await standing()).toEqual({ standing: 'needs-person' });
  db.prepare('INSERT INTO acknowledgement VALUES (?, ?, ?, ?, ?)').run(
    complaint.submissionId,
    'e',
    'H-1',
    77,
    88,
  );
  expect(await standing()).toEqual({ standing: 'received', receivedAt: 77 });
  db.prepare('INSERT INTO ticket_status VALUES (?, ?, ?, ?, ?)').run(
    ticket.number,
    'forwarded',
    'REF-1',
    90,
    99,
  );
  expect(await standing()).toEqual({
    standing: 'case',
    status: 'forwarded',
    reference: 'REF-1',
    changedAt: 90,
    asOf: 99,
  });
  db.prepare("UPDATE ticket_status SET status = 'invented-later', reference = NULL").run();
  expect(await standing()).toEqual({ standing: 'received', receivedAt: 77 });
});

function aStatusPage(hubTime: number, changes: StatusPage['changes']): StatusPage {
  return { protocol: PROTOCOL, epoch: randomUUID(), hubTime, changes, more: false };
}

test('a pull that brought nothing new confirms the status, until the hub begins a new life', async () => {
  const kiosk = await anEnrolledKiosk();
  const { db } = kiosk.deps;
  const ticket = await aTicket(kiosk);
  const asOf = async () => {
    const found = await kiosk.intake.lookUp(ticket);
    return found.ok && found.value.standing.standing === 'case' ? found.value.standing.asOf : null;
  };
  const pull = (cursor: number, changes: StatusPage['changes'] = []) =>
    expect(applyStatusPage(db, aStatusPage(kiosk.clock.now(), changes), cursor, kiosk.clock.now())).toBe(
      true,
    );
  const change = {
    ticketNumber: ticket.number,
    status: 'forwarded',
    reference: null,
    changedAt: 90,
    cursor: 1,
  } as const;
  learnHubEpoch(db, randomUUID(), kiosk.clock.now());
  pull(0, [change]);
  const told = kiosk.clock.now();
  expect(await asOf()).toBe(told);
  kiosk.clock.pass(MINUTE);
  pull(1);
  expect(await asOf()).toBe(told + MINUTE);
  // Restored from a backup, the hub may not know this ticket: its silence confirms nothing.
  kiosk.clock.pass(MINUTE);
  learnHubEpoch(db, randomUUID(), kiosk.clock.now());
  kiosk.clock.pass(MINUTE);
  pull(0);
  expect(await asOf()).toBe(told);
  pull(0, [change]);
  kiosk.clock.pass(MINUTE);
  pull(1);
  expect(await asOf()).toBe(told + 4 * MINUTE);
});

const ELSEWHERE = ticketNumberOf(kioskCodeOf(1), 42);
const FOUND: NonNullable<LookUpAnswer['found']> = {
  kind: 'complaint',
  isFollowable: true,
  recordedAt: 1_000,
  receivedAt: 2_000,
  kioskCode: kioskCodeOf(1),
  officeName: 'Kantor Pos Contoh Dua',
  status: 'forwarded',
  reference: 'R-1',
  changedAt: 3_000,
  additions: [{ part: 1, act: 'add-photo', recordedAt: 2_500 }],
};
const HUB_TIME = 4_000;

/** A look-up on an enrolled kiosk whose hub answers so. */
async function askingTheHub(hub: () => HubAnswer<LookUpAnswer> | null) {
  const kiosk = await anEnrolledKiosk();
  const asked: LookUpRequest[] = [];
  const visit = beginVisit();
  const lookUp = createLookUp({
    db: kiosk.deps.db,
    time: kiosk.intake.time,
    visit: () => visit,
    hashSecret: quickHash,
    askHub: async (ticket) => {
      asked.push(ticket);
      return hub();
    },
  });
  return { kiosk, asked, visit, lookUp };
}

const says = (found: LookUpAnswer['found']): HubAnswer<LookUpAnswer> => ({
  ok: true,
  value: { protocol: PROTOCOL, epoch: randomUUID(), hubTime: HUB_TIME, found },
});
const unreachable = (): HubAnswer<LookUpAnswer> => ({
  ok: false,
  problem: { code: 'link.offline', fromHub: false },
});

test('a ticket of another kiosk is told as the hub has it now, and this visit cannot add to it', async () => {
  const { kiosk, asked, visit, lookUp } = await askingTheHub(() => says(FOUND));
  expect(await lookUp({ number: ELSEWHERE, secret: '042917' })).toEqual({
    ok: true,
    value: {
      number: ELSEWHERE,
      kind: 'complaint',
      isFollowable: true,
      isFromElsewhere: true,
      officeName: 'Kantor Pos Contoh Dua',
      recordedAt: 1_000,
      additions: [{ part: 1, act: 'add-photo', recordedAt: 2_500, isReceived: true }],
      standing: { standing: 'case', status: 'forwarded', reference: 'R-1', changedAt: 3_000, asOf: HUB_TIME },
      heardFromHubAt: kiosk.clock.now(),
    },
  });
  expect(asked).toEqual([{ number: ELSEWHERE, secret: '042917' }]);
  expect(visit.openedTickets.size).toBe(0);
});

test('a case that nobody has touched has only arrived', async () => {
  const untouched = { ...FOUND, status: 'received', reference: null, changedAt: 2_000 } as const;
  const { lookUp } = await askingTheHub(() => says(untouched));
  expect(await lookUp({ number: ELSEWHERE, secret: '042917' })).toMatchObject({
    value: { standing: { standing: 'received', receivedAt: 2_000 } },
  });
});

test('what the hub does not find looks like a wrong pair of this kiosk, and five of them lock here as well', async () => {
  const { asked, lookUp } = await askingTheHub(() => says(null));
  const wrong = { number: ELSEWHERE, secret: '000000' };
  const own = await lookUp({ number: ticketNumberOf(EXAMPLE_KIOSK_CODE, 9999), secret: '000000' });
  for (let n = 0; n < 5; n++) expect(await lookUp(wrong)).toEqual(own);
  expect(await lookUp(wrong)).toMatchObject({ problem: { code: 'ticket.locked' } });
  expect(asked).toHaveLength(5);
});

test('without the hub it says that it cannot know, and tries are counted all the same', async () => {
  const { asked, lookUp } = await askingTheHub(unreachable);
  const ticket = { number: ELSEWHERE, secret: '042917' };
  for (let n = 0; n < 5; n++) {
    expect(await lookUp(ticket)).toEqual({ ok: false, problem: { code: 'ticket.not-here' } });
  }
  expect(await lookUp(ticket)).toMatchObject({ problem: { code: 'ticket.locked' } });
  expect(asked).toHaveLength(5);
  const { lookUp: alone } = await askingTheHub(() => null);
  expect(await alone(ticket)).toEqual({ ok: false, problem: { code: 'ticket.not-here' } });
});

test('a ticket that is locked at the hub says until when', async () => {
  const { kiosk, lookUp } = await askingTheHub(() => ({
    ok: false,
    problem: { code: 'hub.busy', hubCode: 'look-up.locked', retryAfterMs: 7 * MINUTE, fromHub: true },
  }));
  expect(await lookUp({ number: ELSEWHERE, secret: '042917' })).toEqual({
    ok: false,
    problem: { code: 'ticket.locked', retryAt: kiosk.clock.now() + 7 * MINUTE },
  });
});

test('the hub is not asked for tickets of this kiosk', async () => {
  const { kiosk, asked, lookUp } = await askingTheHub(() => says(FOUND));
  const ticket = await aTicket(kiosk);
  expect(await lookUp(ticket)).toMatchObject({ value: { isFromElsewhere: false } });
  expect(await lookUp({ ...ticket, secret: wrongSecretOf(ticket) })).toMatchObject({ ok: false });
  expect(asked).toEqual([]);
});
