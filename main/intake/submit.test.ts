import { createPublicKey } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Decrypter } from 'age-encryption';
import { expect, test } from 'vitest';
import type { Ticket } from '../../shared/contract/ipc.ts';
import { SealedContent, Submission } from '../../shared/domain/submission.ts';
import type { Result } from '../../shared/lib/result.ts';
import { findSubmission, submissionForHub } from '../db/repositories/submissions.ts';
import { aClock, aFolder } from '../db/testing.ts';
import { verifyTicketQr } from '../trust/ticket-qr.ts';
import { aComplaint, anEnrolledKiosk, EXAMPLE_KIOSK_CODE, startKiosk } from './testing.ts';

const CANARY = 'Kenari-Contoh-Zzyzx';

function ticketOf(result: Result<Ticket>): Ticket {
  if (!result.ok) throw new Error(`${result.problem.code} ${result.problem.detail ?? ''}`);
  return result.value;
}

test('a submitted complaint has its number, its ticket, its slip and both jobs in the file', async () => {
  const { intake, deps, clock } = await anEnrolledKiosk();
  const complaint = aComplaint();
  const ticket = ticketOf(await intake.submit(complaint));
  expect(deps.db.prepare('SELECT id, kind, chain, state, urgency FROM job ORDER BY kind').all()).toEqual([
    { id: `print-slip:${ticket.slipId}`, kind: 'print-slip', chain: null, state: 'waiting', urgency: 1 },
    {
      id: `send-submission:${complaint.submissionId}`,
      kind: 'send-submission',
      chain: complaint.submissionId,
      state: 'waiting',
      urgency: 2,
    },
  ]);
  expect(deps.db.prepare('SELECT number, submission_id, recorded_at FROM ticket').all()).toEqual([
    { number: ticket.number, submission_id: complaint.submissionId, recorded_at: clock.now() },
  ]);
  expect(deps.db.prepare('SELECT id, kind, state, boot_id FROM slip').all()).toEqual([
    { id: ticket.slipId, kind: 'complaint', state: 'queued', boot_id: deps.bootId },
  ]);
});

test('what goes to the hub parses as a submission and only the hub can open it', async () => {
  const { intake, deps, identity } = await anEnrolledKiosk();
  const complaint = aComplaint({ story: '🇮🇩 emoji, العربية and \u202eturned text\u202c' });
  ticketOf(await intake.submit(complaint));
  const wire = Submission.parse(submissionForHub(deps.db, complaint.submissionId));
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  const opened = await decrypter.decrypt(Buffer.from(wire.sealed, 'base64'), 'text');
  const content = SealedContent.parse(JSON.parse(opened));
  expect(content.submissionId).toBe(complaint.submissionId);
  expect(content.answers).toMatchObject({
    category: 'GAJI',
    story: expect.stringContaining('🇮🇩 emoji, العربية'),
  });
});

test('a short and a longer report have the same sealed size', async () => {
  const { intake, deps } = await anEnrolledKiosk();
  const short = aComplaint();
  const longer = aComplaint({ story: 'x'.repeat(400) });
  ticketOf(await intake.submit(short));
  ticketOf(await intake.submit(longer));
  const sizes = [short, longer].map((c) => findSubmission(deps.db, c.submissionId)?.sealed?.length);
  expect(sizes[0]).toBe(sizes[1]);
});

test('nothing a visitor typed lies readable in any file of the kiosk', async () => {
  const { intake, folder, deps } = await anEnrolledKiosk();
  const complaint = aComplaint({
    story: `${CANARY} story`,
    city: `${CANARY} city`,
    reporterName: `${CANARY} name`,
    worker: { name: CANARY, nik: '3515140508680001', passport: 'B7499678' },
    contact: {
      mode: 'confidential',
      phone: '081234567890',
      channel: 'call',
      safeTimes: ['any'],
      discreet: true,
    },
  });
  ticketOf(await intake.submit(complaint));
  const bytes = allBytesIn(folder);
  // The search itself must be able to find something: the ticket number is there.
  expect(bytes.includes(EXAMPLE_KIOSK_CODE)).toBe(true);
  for (const text of [CANARY, '3515140508680001', 'B7499678', '081234567890', '"GAJI"']) {
    expect(bytes.includes(text), text).toBe(false);
    expect(bytes.includes(Buffer.from(text, 'utf16le')), `${text} in UTF-16`).toBe(false);
  }
  expect(deps.db.prepare('SELECT count(*) FROM submission').pluck().get()).toBe(1);
});

test('asking twice with one id gives the same ticket and one record', async () => {
  const { intake, deps } = await anEnrolledKiosk();
  const complaint = aComplaint();
  const first = ticketOf(await intake.submit(complaint));
  expect(ticketOf(await intake.submit(structuredClone(complaint)))).toEqual(first);
  expect(deps.db.prepare('SELECT count(*) FROM submission').pluck().get()).toBe(1);
});

test('twenty calls with one id at the same moment give one record and one ticket', async () => {
  const { intake, deps } = await anEnrolledKiosk();
  const complaint = aComplaint();
  const answers = await Promise.all(Array.from({ length: 20 }, () => intake.submit(complaint)));
  const tickets = answers.map(ticketOf);
  expect(new Set(tickets.map((ticket) => JSON.stringify(ticket))).size).toBe(1);
  expect(deps.db.prepare('SELECT count(*) FROM submission').pluck().get()).toBe(1);
  expect(deps.db.prepare('SELECT count(*) FROM job').pluck().get()).toBe(2);
});

test('asking again after a crash gives the same ticket while its paper is not out', async () => {
  const kiosk = await anEnrolledKiosk();
  const complaint = aComplaint();
  const first = ticketOf(await kiosk.intake.submit(complaint));
  const again = kiosk.restart();
  expect(ticketOf(await again.intake.submit(complaint))).toEqual(first);
});

test('the same id with other answers is refused and the first record stays', async () => {
  const { intake, deps } = await anEnrolledKiosk();
  const complaint = aComplaint();
  ticketOf(await intake.submit(complaint));
  const before = findSubmission(deps.db, complaint.submissionId);
  const changed = { ...aComplaint({ story: 'something else' }), submissionId: complaint.submissionId };
  expect(await intake.submit(changed)).toMatchObject({
    ok: false,
    problem: { code: 'intake.changed' },
  });
  expect(findSubmission(deps.db, complaint.submissionId)).toEqual(before);
});

test('after the visit the secret and the tag of the answers are gone', async () => {
  const { intake, deps } = await anEnrolledKiosk();
  const complaint = aComplaint();
  ticketOf(await intake.submit(complaint));
  intake.endVisit();
  expect(await intake.submit(complaint)).toMatchObject({
    ok: false,
    problem: { code: 'intake.visit-over' },
  });
  expect(deps.db.prepare('SELECT answers_tag FROM submission').pluck().all()).toEqual([null]);
});

test('a kiosk that is not enrolled takes nothing', async () => {
  const { intake, deps } = startKiosk(aFolder(), aClock());
  expect(await intake.submit(aComplaint())).toEqual({
    ok: false,
    problem: { code: 'intake.not-enrolled' },
  });
  expect(deps.db.prepare('SELECT count(*) FROM submission').pluck().get()).toBe(0);
});

test('an over-long text is refused by its field, not cut', async () => {
  const { intake } = await anEnrolledKiosk();
  const tooLong = aComplaint({ story: 'x'.repeat(2001) });
  expect(await intake.submit(tooLong)).toEqual({
    ok: false,
    problem: { code: 'intake.invalid', detail: 'body.answers.story' },
  });
});

test('the printed QR proves number and time to any kiosk that holds the public key', async () => {
  const { intake, deps, clock } = await anEnrolledKiosk();
  const ticket = ticketOf(await intake.submit(aComplaint()));
  const fleet = new Map([[EXAMPLE_KIOSK_CODE, deps.key.publicKey]]);
  expect(verifyTicketQr(ticket.qrText, fleet)).toEqual({
    ok: true,
    value: { number: ticket.number, recordedAt: Math.floor(clock.now() / 1000) * 1000 },
  });
  expect(ticket.qrText.length).toBeLessThanOrEqual(130);
});

function allBytesIn(folder: string): Buffer {
  return Buffer.concat(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      .filter((path) => statSync(path).isFile())
      .map((path) => readFileSync(path)),
  );
}

test('the public key the hub gets is the one that signed', async () => {
  const { deps } = await anEnrolledKiosk();
  const key = {
    kty: 'OKP',
    crv: 'Ed25519',
    x: Buffer.from(deps.key.publicKey, 'base64').toString('base64url'),
  };
  expect(createPublicKey({ key, format: 'jwk' }).asymmetricKeyType).toBe('ed25519');
});

test('what begins a ticket takes the slow hash of its secret along, the one that this kiosk compares with', async () => {
  const { intake, deps } = await anEnrolledKiosk();
  const complaint = aComplaint();
  const ticket = ticketOf(await intake.submit(complaint));
  const { secretHash } = Submission.parse(submissionForHub(deps.db, complaint.submissionId));
  expect(secretHash).toBe(
    deps.db.prepare('SELECT secret_hash FROM ticket WHERE number = ?').pluck().get(ticket.number),
  );
  expect(JSON.stringify(submissionForHub(deps.db, complaint.submissionId))).not.toContain(ticket.secret);
});
