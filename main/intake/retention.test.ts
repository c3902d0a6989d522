import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ticketNumberOf } from '../../shared/domain/ticket.ts';
import { learnHubEpoch, noteBackup } from '../sync/hub-epoch.ts';
import { startOfDay } from './retention.ts';
import {
  aComplaint,
  anEnrolledKiosk,
  aSubmissionOf,
  EXAMPLE_KIOSK_CODE,
  newSubmissionId,
  type TestKiosk,
} from './testing.ts';

const DAY = 24 * 60 * 60_000;

const EPOCH = randomUUID();

/** A complaint that the hub of this epoch, which the kiosk knows, has confirmed. */
async function anAcknowledged(kiosk: TestKiosk, hubReceivedAt = kiosk.clock.now()): Promise<string> {
  const complaint = aComplaint();
  await kiosk.intake.submit(complaint);
  learnHubEpoch(kiosk.deps.db, EPOCH, kiosk.clock.now());
  confirm(kiosk, complaint.submissionId, EPOCH, hubReceivedAt);
  return complaint.submissionId;
}

/** As sync writes it down: acknowledgement and end of the job; and the hub has made a backup since. */
function confirm(kiosk: TestKiosk, id: string, epoch: string, hubReceivedAt = kiosk.clock.now()): void {
  const { db } = kiosk.deps;
  db.prepare('INSERT OR REPLACE INTO acknowledgement VALUES (?, ?, ?, ?, ?)').run(
    id,
    epoch,
    'H-1',
    hubReceivedAt,
    kiosk.clock.now(),
  );
  db.prepare("UPDATE job SET state = 'done' WHERE id = ?").run(`send-submission:${id}`);
  noteBackup(db, epoch, hubReceivedAt);
}

function sealedOf(kiosk: TestKiosk, id: string): Buffer | null {
  return kiosk.deps.db.prepare('SELECT sealed FROM submission WHERE id = ?').pluck().get(id) as Buffer | null;
}

test('what lies in no backup of the hub stays, however long ago it was confirmed', async () => {
  const kiosk = await anEnrolledKiosk();
  const early = await anAcknowledged(kiosk);
  const { db } = kiosk.deps;
  kiosk.clock.pass(DAY);
  const late = await anAcknowledged(kiosk);
  db.prepare("DELETE FROM fact WHERE key = 'hub.backed-up-to'").run();
  kiosk.clock.pass(100 * DAY);
  expect(kiosk.intake.eraseDue().submissions).toBe(0);
  noteBackup(db, randomUUID(), kiosk.clock.now());
  expect(kiosk.intake.eraseDue().submissions).toBe(0);
  noteBackup(db, EPOCH, kiosk.clock.now() - 101 * DAY);
  expect(kiosk.intake.eraseDue().submissions).toBe(1);
  expect(sealedOf(kiosk, early)).toBeNull();
  expect(sealedOf(kiosk, late)).not.toBeNull();
  noteBackup(db, EPOCH, kiosk.clock.now());
  expect(kiosk.intake.eraseDue().submissions).toBe(1);
});

test('what the hub confirmed is erased after its days, bytes and all; what it never confirmed stays', async () => {
  const kiosk = await anEnrolledKiosk();
  const confirmed = await anAcknowledged(kiosk);
  const waiting = aComplaint();
  await kiosk.intake.submit(waiting);
  const sealed = sealedOf(kiosk, confirmed) ?? Buffer.alloc(0);
  // Long enough to be unique, inside one database page.
  const fingerprint = sealed.subarray(400, 700);
  expect(filesHold(kiosk.folder, fingerprint)).toBe(true);
  kiosk.clock.pass(7 * DAY - 1);
  expect(kiosk.intake.eraseDue().submissions).toBe(0);
  kiosk.clock.pass(1);
  expect(kiosk.intake.eraseDue().submissions).toBe(1);
  expect(sealedOf(kiosk, confirmed)).toBeNull();
  expect(filesHold(kiosk.folder, fingerprint)).toBe(false);
  expect(sealedOf(kiosk, waiting.submissionId)).not.toBeNull();
});

test('a lead and what was added to it are kept for the days of a lead, by the time of each one’s arrival', async () => {
  const kiosk = await anEnrolledKiosk();
  const lead = aSubmissionOf({
    kind: 'lead',
    answers: { service: 'giropos', need: 'start', name: 'Siti Contoh', consents: [], doubts: [] },
  });
  const answer = await kiosk.intake.submit(lead);
  if (!answer.ok) throw new Error(answer.problem.code);
  await kiosk.intake.lookUp(answer.value);
  const addition = newSubmissionId();
  await kiosk.intake.submitFollowUp({
    submissionId: addition,
    language: 'id',
    number: answer.value.number,
    answers: { act: 'withdraw-consent', purposes: ['contact-about-services'] },
  });
  learnHubEpoch(kiosk.deps.db, EPOCH, kiosk.clock.now());
  confirm(kiosk, lead.submissionId, EPOCH);
  kiosk.clock.pass(DAY);
  confirm(kiosk, addition, EPOCH);
  kiosk.clock.pass(89 * DAY - 1);
  expect(kiosk.intake.eraseDue().submissions).toBe(0);
  kiosk.clock.pass(1);
  expect(kiosk.intake.eraseDue().submissions).toBe(1);
  expect(sealedOf(kiosk, lead.submissionId)).toBeNull();
  expect(sealedOf(kiosk, addition)).not.toBeNull();
  kiosk.clock.pass(DAY);
  expect(kiosk.intake.eraseDue().submissions).toBe(1);
});

test('a clock set back keeps nothing longer', async () => {
  const kiosk = await anEnrolledKiosk();
  const id = await anAcknowledged(kiosk);
  kiosk.clock.pass(6 * DAY);
  kiosk.intake.eraseDue();
  kiosk.clock.set(kiosk.clock.now() - 400 * DAY);
  const again = kiosk.restart();
  again.clock.pass(DAY);
  expect(again.intake.eraseDue().submissions).toBe(1);
  expect(sealedOf(again, id)).toBeNull();
});

test('a kiosk whose clock was behind when the hub confirmed does not erase at once', async () => {
  const kiosk = await anEnrolledKiosk();
  const hubNow = kiosk.clock.now();
  kiosk.clock.set(hubNow - 400 * DAY);
  await anAcknowledged(kiosk, hubNow);
  expect(kiosk.intake.eraseDue().submissions).toBe(0);
});

test('a record that a restored hub must get again is kept until that hub has confirmed it for its days', async () => {
  const kiosk = await anEnrolledKiosk();
  const id = await anAcknowledged(kiosk);
  const restored = randomUUID();
  kiosk.clock.pass(30 * DAY);
  learnHubEpoch(kiosk.deps.db, restored, kiosk.clock.now());
  expect(kiosk.intake.eraseDue().submissions).toBe(0);
  confirm(kiosk, id, restored);
  expect(kiosk.intake.eraseDue().submissions).toBe(0);
  kiosk.clock.pass(7 * DAY);
  expect(kiosk.intake.eraseDue().submissions).toBe(1);
});

test('a record that still waits to be sent, or for a person, is kept whatever was confirmed before', async () => {
  const kiosk = await anEnrolledKiosk();
  await anAcknowledged(kiosk);
  kiosk.clock.pass(30 * DAY);
  for (const state of ['waiting', 'running', 'needs-person', 'refused']) {
    kiosk.deps.db.prepare("UPDATE job SET state = ? WHERE kind = 'send-submission'").run(state);
    expect(kiosk.intake.eraseDue().submissions, state).toBe(0);
  }
});

test('the secret of a slip that nobody took is gone the next day, and the slip will never print', async () => {
  const kiosk = await anEnrolledKiosk();
  await kiosk.intake.submit(aComplaint());
  const slip = () => kiosk.deps.db.prepare('SELECT state, trouble, facts IS NULL AS erased FROM slip').get();
  // 10:00 in Jakarta; midnight is fourteen hours away.
  kiosk.clock.pass(14 * 60 * 60_000 - 1);
  expect(kiosk.intake.eraseDue().slips).toBe(0);
  expect(slip()).toEqual({ state: 'queued', trouble: null, erased: 0 });
  kiosk.clock.pass(1);
  expect(kiosk.intake.eraseDue().slips).toBe(1);
  expect(slip()).toEqual({ state: 'handed-over', trouble: 'visit-ended', erased: 1 });
});

test('a slip that may be half out keeps its question', async () => {
  const kiosk = await anEnrolledKiosk();
  await kiosk.intake.submit(aComplaint());
  kiosk.deps.db.prepare("UPDATE slip SET state = 'unknown', trouble = 'timed-out'").run();
  kiosk.clock.pass(DAY);
  kiosk.intake.eraseDue();
  expect(kiosk.deps.db.prepare('SELECT state, trouble, facts FROM slip').get()).toEqual({
    state: 'unknown',
    trouble: 'timed-out',
    facts: null,
  });
});

test('which numbers were looked up is forgotten after a day, also when nobody looks up again', async () => {
  const kiosk = await anEnrolledKiosk();
  await kiosk.intake.lookUp({ number: ticketNumberOf(EXAMPLE_KIOSK_CODE, 9999), secret: '123456' });
  const attempts = () => kiosk.deps.db.prepare('SELECT count(*) FROM look_up_attempt').pluck().get();
  kiosk.clock.pass(DAY);
  kiosk.intake.eraseDue();
  expect(attempts()).toBe(1);
  kiosk.clock.pass(1);
  kiosk.intake.eraseDue();
  expect(attempts()).toBe(0);
});

test('midnight is the office’s own', () => {
  const noonUtc = Date.parse('2026-11-22T12:34:56.789Z');
  expect(new Date(startOfDay(noonUtc, 'Asia/Jakarta')).toISOString()).toBe('2026-11-21T17:00:00.000Z');
  expect(new Date(startOfDay(noonUtc, 'Asia/Makassar')).toISOString()).toBe('2026-11-21T16:00:00.000Z');
  expect(new Date(startOfDay(noonUtc, 'Asia/Jayapura')).toISOString()).toBe('2026-11-21T15:00:00.000Z');
});

function filesHold(folder: string, bytes: Buffer): boolean {
  return readdirSync(folder)
    .filter((name) => name.startsWith('kiosk.db'))
    .some((name) => readFileSync(join(folder, name)).includes(bytes));
}
