import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openPhoto } from '../hub/src/cases/open-photo.ts';
import { openTicket } from '../hub/src/cases/open-ticket.ts';
import { setCaseStatus } from '../hub/src/cases/set-case-status.ts';
import { inTransaction } from '../hub/src/database/connect.ts';
import { changeEpoch } from '../hub/src/repositories/hub.ts';
import { revokeKiosk } from '../hub/src/repositories/kiosks.ts';
import { countWithdrawals } from '../hub/src/repositories/submissions.ts';
import { readSealingKey } from '../hub/src/trust/sealing-key.ts';
import { startTestHub, type TestHub } from '../hub/testing/test-hub.ts';
import { aJpeg } from '../main/attachments/testing.ts';
import { findEnrolment } from '../main/db/repositories/enrolment.ts';
import { aFolder } from '../main/db/testing.ts';
import { aComplaint, newSubmissionId, startKiosk, type TestKiosk } from '../main/intake/testing.ts';
import { acknowledged, jobStates } from '../main/sync/testing.ts';
import type { Ticket } from '../shared/contract/ipc.ts';
import type { FollowUpAnswers } from '../shared/domain/follow-up.ts';
import { realClock, startSync } from './testing.ts';

/** The kiosk's own intake, queue and sync against the real hub on a real PostgreSQL. */
let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub();
});
afterAll(() => hub.close());

const soon = { timeout: 45_000, interval: 20 };

async function submit(kiosk: TestKiosk): Promise<Ticket> {
  const answer = await kiosk.intake.submit(aComplaint());
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.value;
}

async function anEnrolledPair() {
  const kiosk = startKiosk(aFolder(), realClock);
  const sync = startSync({ kiosk, hubUrl: hub.hub.url, code: await hub.makeCode() });
  await vi.waitFor(() => expect(findEnrolment(kiosk.deps.db)).not.toBeNull(), soon);
  return { kiosk, sync };
}

async function sealingKey() {
  const key = await readSealingKey(hub.hub.database.keyFile);
  if (!key) throw new Error('the hub has no sealing key');
  return key;
}

async function numbersAtHub(tickets: Ticket[]): Promise<string[]> {
  const { rows } = await hub.hub.database.pool.query<{ hub_number: string }>(
    'SELECT hub_number FROM submission WHERE ticket_number = ANY ($1) ORDER BY hub_number',
    [tickets.map((ticket) => ticket.number)],
  );
  return rows.map((row) => row.hub_number);
}

test('a kiosk enrols itself, and what it records reaches the hub once with the number both keep', async () => {
  const { kiosk, sync } = await anEnrolledPair();
  const tickets = [];
  for (let i = 0; i < 3; i++) {
    tickets.push(await submit(kiosk));
    sync.nudge();
  }
  await vi.waitFor(() => expect(acknowledged(kiosk.deps.db).size).toBe(3), soon);
  expect(await numbersAtHub(tickets)).toEqual([...acknowledged(kiosk.deps.db).values()].sort());
  await vi.waitFor(
    () => expect(sync.state()).toMatchObject({ waiting: 0, trouble: null, clockSuspect: false }),
    soon,
  );
});

test('what an officer says of a case comes back to the kiosk', async () => {
  const { kiosk, sync } = await anEnrolledPair();
  const ticket = await submit(kiosk);
  sync.nudge();
  await vi.waitFor(() => expect(acknowledged(kiosk.deps.db).size).toBe(1), soon);
  await inTransaction(hub.hub.database.pool, (tx) =>
    setCaseStatus(
      tx,
      { ticketNumber: ticket.number, status: 'forwarded', reference: 'R-1' },
      'test',
      new Date(),
    ),
  );
  const look = () => kiosk.intake.lookUp({ number: ticket.number, secret: ticket.secret });
  await vi.waitFor(async () => {
    expect(await look()).toMatchObject({
      value: { standing: { standing: 'case', status: 'forwarded', reference: 'R-1' } },
    });
  }, soon);
});

test('what is added to a ticket reaches its case in order, and a withdrawn consent stands at the top', async () => {
  const { kiosk, sync } = await anEnrolledPair();
  const ticket = await submit(kiosk);
  expect(await kiosk.intake.lookUp({ number: ticket.number, secret: ticket.secret })).toMatchObject({
    ok: true,
  });
  const additions: FollowUpAnswers[] = [
    { act: 'add-information', text: 'Contoh tambahan pertama.', doubts: [] },
    { act: 'withdraw-consent', purposes: ['forward-to-ministry'] },
  ];
  for (const answers of additions) {
    const input = {
      submissionId: newSubmissionId(),
      language: 'id',
      number: ticket.number,
      answers,
    } as const;
    expect(await kiosk.intake.submitFollowUp(input)).toMatchObject({ ok: true });
  }
  sync.nudge();
  await vi.waitFor(() => expect(acknowledged(kiosk.deps.db).size).toBe(3), soon);
  const { pool } = hub.hub.database;
  const opened = await openTicket(pool, ticket.number, await sealingKey());
  expect(opened.withdrawnConsents).toMatchObject([{ purposes: ['forward-to-ministry'] }]);
  expect(opened.submissions).toMatchObject([
    { kind: 'complaint' },
    { kind: 'follow-up', part: 1, answers: additions[0] },
    { kind: 'follow-up', part: 2, answers: additions[1] },
  ]);
  expect(await countWithdrawals(pool, ticket.number)).toBe(1);
  const { rows } = await pool.query(
    'SELECT count(*)::int AS cases FROM ticket_case WHERE ticket_number = $1',
    [ticket.number],
  );
  expect(rows).toEqual([{ cases: 1 }]);
  expect(await kiosk.intake.lookUp({ number: ticket.number, secret: ticket.secret })).toMatchObject({
    value: {
      additions: [
        { part: 1, isReceived: true },
        { part: 2, isReceived: true },
      ],
    },
  });
});

async function aPhotoAdded(kiosk: TestKiosk, ticket: Ticket, pixels: number): Promise<string> {
  await kiosk.intake.lookUp({ number: ticket.number, secret: ticket.secret });
  const jpeg = aJpeg({ scan: Buffer.alloc(pixels, 7) });
  const photo = await kiosk.intake.addPhoto({ requestId: randomUUID(), jpeg });
  if (!photo.ok) throw new Error(photo.problem.code);
  const answers: FollowUpAnswers = { act: 'add-photo', photos: [photo.value.id] };
  const input = { submissionId: newSubmissionId(), language: 'id', number: ticket.number, answers } as const;
  expect(await kiosk.intake.submitFollowUp(input)).toMatchObject({ ok: true });
  return photo.value.id;
}

const photoAt = (kiosk: TestKiosk, id: string) =>
  kiosk.deps.db.prepare('SELECT hub_epoch IS NOT NULL FROM attachment WHERE id = ?').pluck().get(id);

test('a photo follows its submission, the hub lists it as missing until it is whole, and an officer sees the picture', async () => {
  const { kiosk, sync } = await anEnrolledPair();
  const ticket = await submit(kiosk);
  const { pool } = hub.hub.database;
  const id = await aPhotoAdded(kiosk, ticket, 600_000);
  sync.nudge();
  const states = async () => {
    const opened = await openTicket(pool, ticket.number, await sealingKey());
    return opened.submissions.flatMap(({ attachments = [] }) => attachments);
  };
  await vi.waitFor(async () => expect(await states()).toMatchObject([{ id, state: 'received' }]), soon);
  await vi.waitFor(() => expect(photoAt(kiosk, id)).toBe(1), soon);
  expect(jobStates(kiosk.deps.db)).toMatchObject({ done: 3 });
  const picture = await openPhoto(pool, id, await sealingKey());
  expect(picture && Buffer.from(picture).equals(aJpeg({ scan: Buffer.alloc(600_000, 7) }))).toBe(true);
  await pool.query("UPDATE attachment SET finished_at = NULL, received = '' WHERE id = $1", [id]);
  expect(await states()).toMatchObject([{ id, state: 'missing' }]);
});

test('a photo whose upload was cut goes on where it stopped, also at a hub that lost it by a restore', async () => {
  const { kiosk, sync } = await anEnrolledPair();
  const ticket = await submit(kiosk);
  const { pool } = hub.hub.database;
  const id = await aPhotoAdded(kiosk, ticket, 600_000);
  // The line is cut behind the first piece.
  await pool.query(`CREATE FUNCTION cut() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF length(OLD.received) > 0 THEN RAISE EXCEPTION 'cut'; END IF; RETURN NEW; END $$`);
  await pool.query('CREATE TRIGGER cut BEFORE UPDATE ON attachment FOR EACH ROW EXECUTE FUNCTION cut()');
  sync.nudge();
  const received = async () => {
    const { rows } = await pool.query('SELECT length(received) AS bytes FROM attachment WHERE id = $1', [id]);
    return rows[0]?.bytes ?? 0;
  };
  await vi.waitFor(async () => expect(await received()).toBe(256 * 1024), soon);
  expect(photoAt(kiosk, id)).toBe(0);
  await pool.query('DROP TRIGGER cut ON attachment');
  await pool.query('DROP FUNCTION cut');
  await pool.query(`CREATE FUNCTION no_restart() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF length(NEW.received) < length(OLD.received) THEN RAISE EXCEPTION 'began again'; END IF; RETURN NEW; END $$`);
  await pool.query(
    'CREATE TRIGGER no_restart BEFORE UPDATE ON attachment FOR EACH ROW EXECUTE FUNCTION no_restart()',
  );
  // As when a person presses "sync now" after the patience of a job is over.
  await vi.waitFor(() => {
    kiosk.deps.db
      .prepare("UPDATE job SET run_after = 0 WHERE kind = 'send-attachment' AND state = 'waiting'")
      .run();
    sync.nudge();
    expect(photoAt(kiosk, id)).toBe(1);
  }, soon);
  await pool.query('DROP TRIGGER no_restart ON attachment');
  await pool.query('DROP FUNCTION no_restart');
  await pool.query('DELETE FROM attachment WHERE id = $1', [id]);
  await changeEpoch(pool, randomUUID());
  await vi.waitFor(async () => expect(await received()).toBeGreaterThan(600_000), soon);
});

test('a hub restored from an older backup gets again what it lost', async () => {
  const { kiosk, sync } = await anEnrolledPair();
  const ticket = await submit(kiosk);
  sync.nudge();
  await vi.waitFor(() => expect(acknowledged(kiosk.deps.db).size).toBe(1), soon);
  const { pool } = hub.hub.database;
  await pool.query('DELETE FROM ticket_case WHERE ticket_number = $1', [ticket.number]);
  await pool.query('DELETE FROM submission WHERE ticket_number = $1', [ticket.number]);
  expect(await numbersAtHub([ticket])).toEqual([]);
  await changeEpoch(pool, randomUUID());
  await vi.waitFor(async () => expect(await numbersAtHub([ticket])).toHaveLength(1), soon);
  await vi.waitFor(() => expect(jobStates(kiosk.deps.db)).toMatchObject({ done: 1 }), soon);
});

test('a retired kiosk sends nothing more and keeps what it has', async () => {
  const { kiosk, sync } = await anEnrolledPair();
  await revokeKiosk(hub.hub.database.pool, findEnrolment(kiosk.deps.db)?.kioskCode ?? '', new Date());
  const ticket = await submit(kiosk);
  sync.nudge();
  await vi.waitFor(() => expect(sync.state().trouble).toBe('hub.revoked'), soon);
  expect(await numbersAtHub([ticket])).toEqual([]);
  expect(sync.state()).toMatchObject({ waiting: 1, setAside: 0, link: { state: 'hub-trouble' } });
});
