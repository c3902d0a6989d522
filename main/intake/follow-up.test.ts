import { Decrypter } from 'age-encryption';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Ticket } from '../../shared/contract/ipc.ts';
import type { FollowUpAnswers } from '../../shared/domain/follow-up.ts';
import { SlipFacts } from '../../shared/domain/slip.ts';
import { SealedContent, Submission } from '../../shared/domain/submission.ts';
import { findSubmission, submissionForHub } from '../db/repositories/submissions.ts';
import { claimJobs, finishJob } from '../jobs/queue.ts';
import type { FollowUpInput } from './follow-up.ts';
import { aComplaint, anEnrolledKiosk, newSubmissionId, type TestKiosk } from './testing.ts';

const CANARY = 'Kenari-Tambahan-Zzyzx';

const INFORMATION: FollowUpAnswers = { act: 'add-information', text: `${CANARY} teks`, doubts: [] };
const ACTS: FollowUpAnswers[] = [
  INFORMATION,
  { act: 'change-contact', contact: { phone: '0800-0000-4321', channel: 'call' }, doubts: [] },
  { act: 'withdraw-consent', purposes: ['forward-to-ministry'] },
];

/** A kiosk with a ticket that its holder has just opened. */
async function anOpenedTicket(): Promise<{ kiosk: TestKiosk; ticket: Ticket }> {
  const kiosk = await anEnrolledKiosk();
  const answer = await kiosk.intake.submit(aComplaint());
  if (!answer.ok) throw new Error(answer.problem.code);
  await open(kiosk, answer.value);
  return { kiosk, ticket: answer.value };
}

async function open(kiosk: TestKiosk, ticket: Ticket) {
  const found = await kiosk.intake.lookUp(ticket);
  if (!found.ok) throw new Error(found.problem.code);
  return found.value;
}

function anAddition(ticket: Ticket, answers: FollowUpAnswers = INFORMATION): FollowUpInput {
  return { submissionId: newSubmissionId(), language: 'id', number: ticket.number, answers };
}

test.each(ACTS.map((answers) => [answers.act, answers] as const))(
  'to %s is a sealed submission of its own that names the first one',
  async (act, answers) => {
    const { kiosk, ticket } = await anOpenedTicket();
    const opener = kiosk.deps.db.prepare('SELECT * FROM submission').get();
    const input = anAddition(ticket, answers);
    expect(await kiosk.intake.submitFollowUp(input)).toMatchObject({
      ok: true,
      value: { number: ticket.number, part: 1, slipId: input.submissionId },
    });
    const wire = Submission.parse(submissionForHub(kiosk.deps.db, input.submissionId));
    expect(wire).toMatchObject({ kind: 'follow-up', act, part: 1, ticketNumber: ticket.number, urgency: 2 });
    expect(findSubmission(kiosk.deps.db, wire.follows ?? '')?.kind).toBe('complaint');
    const decrypter = new Decrypter();
    decrypter.addIdentity(kiosk.identity);
    const opened = await decrypter.decrypt(Buffer.from(wire.sealed, 'base64'), 'text');
    expect(SealedContent.parse(JSON.parse(opened)).answers).toEqual(answers);
    expect(kiosk.deps.db.prepare('SELECT * FROM submission WHERE follows IS NULL').get()).toEqual(opener);
  },
);

test('the paper says which addition it is, never what it says, and carries no secret', async () => {
  const { kiosk, ticket } = await anOpenedTicket();
  const slips = [];
  for (const answers of ACTS) {
    const input = anAddition(ticket, answers);
    await kiosk.intake.submitFollowUp(input);
    const text = kiosk.deps.db.prepare('SELECT facts FROM slip WHERE id = ?').pluck().get(input.submissionId);
    slips.push(SlipFacts.parse(JSON.parse(String(text))));
  }
  expect(slips.map((slip) => 'heading' in slip && slip.heading)).toEqual([
    'Tambahan 1 untuk tiket Anda',
    'Tambahan 2 untuk tiket Anda',
    'Tambahan 3 untuk tiket Anda',
  ]);
  const [first, second, third] = slips.map((slip) =>
    JSON.stringify({ ...slip, heading: '', recordedAtMs: 0 }),
  );
  expect(second).toBe(first);
  expect(third).toBe(first);
  expect(first).not.toContain(ticket.secret);
  expect(first).not.toContain(CANARY);
});

test('only a ticket that was opened in this visit can be added to', async () => {
  const { kiosk, ticket } = await anOpenedTicket();
  const other = await kiosk.intake.submit(aComplaint());
  if (!other.ok) throw new Error(other.problem.code);
  const refused = { ok: false, problem: { code: 'follow-up.not-opened' } };
  expect(await kiosk.intake.submitFollowUp(anAddition(other.value))).toEqual(refused);
  kiosk.intake.endVisit();
  expect(await kiosk.intake.submitFollowUp(anAddition(ticket))).toEqual(refused);
  expect(await kiosk.restart().intake.submitFollowUp(anAddition(ticket))).toEqual(refused);
});

test('a look-up that ends after its visit opens nothing for the next visitor', async () => {
  const { kiosk, ticket } = await anOpenedTicket();
  kiosk.intake.endVisit();
  const late = kiosk.intake.lookUp(ticket);
  kiosk.intake.endVisit();
  expect(await late).toMatchObject({ ok: true });
  expect(await kiosk.intake.submitFollowUp(anAddition(ticket))).toMatchObject({
    problem: { code: 'follow-up.not-opened' },
  });
});

test('a wrong secret opens nothing', async () => {
  const { kiosk, ticket } = await anOpenedTicket();
  kiosk.intake.endVisit();
  const secret = ticket.secret === '000000' ? '000001' : '000000';
  expect(await kiosk.intake.lookUp({ ...ticket, secret })).toMatchObject({ ok: false });
  expect(await kiosk.intake.submitFollowUp(anAddition(ticket))).toMatchObject({ ok: false });
});

test('asking twice, also at the same moment and after a crash, is one addition; other answers are refused', async () => {
  const { kiosk, ticket } = await anOpenedTicket();
  const input = anAddition(ticket);
  const answers = await Promise.all([1, 2, 3].map(() => kiosk.intake.submitFollowUp(structuredClone(input))));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  const again = kiosk.restart();
  expect(await again.intake.submitFollowUp(input)).toEqual(answers[0]);
  expect(await again.intake.submitFollowUp({ ...input, answers: ACTS[2] ?? INFORMATION })).toMatchObject({
    problem: { code: 'intake.changed' },
  });
  expect(again.deps.db.prepare('SELECT count(*) FROM submission').pluck().get()).toBe(2);
  again.intake.endVisit();
  expect(await again.intake.submitFollowUp(input)).toMatchObject({ problem: { code: 'intake.visit-over' } });
});

test('look-up tells what was added and whether it arrived, never what it says', async () => {
  const { kiosk, ticket } = await anOpenedTicket();
  const first = anAddition(ticket);
  await kiosk.intake.submitFollowUp(first);
  await kiosk.intake.submitFollowUp(anAddition(ticket, ACTS[2]));
  kiosk.deps.db.prepare("INSERT INTO acknowledgement VALUES (?, 'e', 'H-2', 1, 2)").run(first.submissionId);
  const found = await open(kiosk, ticket);
  expect(found.additions).toEqual([
    { part: 1, act: 'add-information', recordedAt: kiosk.clock.now(), isReceived: true },
    { part: 2, act: 'withdraw-consent', recordedAt: kiosk.clock.now(), isReceived: false },
  ]);
  expect(JSON.stringify(found)).not.toContain(CANARY);
});

test('an addition waits for what its ticket handed in before, and no other ticket waits for it', async () => {
  const { kiosk, ticket } = await anOpenedTicket();
  const { db } = kiosk.deps;
  const input = anAddition(ticket);
  await kiosk.intake.submitFollowUp(input);
  const claim = () =>
    claimJobs(db, { kinds: ['send-submission'], worker: 'w', now: kiosk.clock.now(), limit: 10 });
  const [first, ...others] = claim();
  if (!first) throw new Error('nothing was claimed');
  expect(others).toEqual([]);
  finishJob(db, first, { outcome: 'done' }, kiosk.clock.now());
  expect(claim().map((job) => job.payload)).toEqual([{ submissionId: input.submissionId }]);
});

test('an addition uses no ticket number', async () => {
  const { kiosk, ticket } = await anOpenedTicket();
  const before = kiosk.intake.nextTicketCounter();
  await kiosk.intake.submitFollowUp(anAddition(ticket));
  expect(kiosk.intake.nextTicketCounter()).toBe(before);
});

test('whatever is added in whatever order, parts and sequences count up without a gap or a twin', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...ACTS), { minLength: 1, maxLength: 6 }), async (acts) => {
      const { kiosk, ticket } = await anOpenedTicket();
      await Promise.all(acts.map((answers) => kiosk.intake.submitFollowUp(anAddition(ticket, answers))));
      const { db } = kiosk.deps;
      expect(
        db.prepare('SELECT part FROM submission WHERE part IS NOT NULL ORDER BY sequence').pluck().all(),
      ).toEqual(acts.map((_, index) => index + 1));
    }),
    { numRuns: 5 },
  );
});
