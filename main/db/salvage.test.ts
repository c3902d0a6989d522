import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aComplaint, anEnrolledKiosk, newSubmissionId, type TestKiosk } from '../intake/testing.ts';
import { copyDatabase } from './copies.ts';
import { settleDatabase } from './open.ts';
import { findSubmission, submissionForHub } from './repositories/submissions.ts';
import { startDatabase } from './start.ts';

async function file(kiosk: TestKiosk, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 0; n < count; n++) {
    const complaint = aComplaint();
    expect(await kiosk.intake.submit(complaint)).toMatchObject({ ok: true });
    ids.push(complaint.submissionId);
  }
  return ids;
}

/** Spoils one page of the job table's index: quick_check sees it, the submissions are whole. */
function spoilPageOf(kiosk: TestKiosk, name: string): void {
  const { db, folder } = kiosk.deps;
  const page = db.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck().get(name) as number;
  settleDatabase(db);
  db.close();
  const path = join(folder, 'kiosk.db');
  const bytes = readFileSync(path);
  bytes.fill(0xff, (page - 1) * 4096, page * 4096);
  writeFileSync(path, bytes);
}

function restart(kiosk: TestKiosk) {
  const started = startDatabase({ folder: kiosk.folder, clock: kiosk.clock });
  if (!started.ok) throw new Error(started.problem.code);
  return started.value;
}

test('what is newer than the copy is taken over from the damaged file and waits to be sent', async () => {
  const kiosk = await anEnrolledKiosk();
  const copied = await file(kiosk, 2);
  copyDatabase(kiosk.deps.db, kiosk.folder);
  const newer = await file(kiosk, 3);
  const sent = newer.map((id) => submissionForHub(kiosk.deps.db, id));
  spoilPageOf(kiosk, 'job_to_run');
  const { db, recovery } = restart(kiosk);
  try {
    expect(recovery).toMatchObject({ salvaged: 3 });
    expect(db.prepare('SELECT id FROM submission ORDER BY sequence').pluck().all()).toEqual([
      ...copied,
      ...newer,
    ]);
    // With the hash that was sent: a record is the same each time it is sent.
    expect(sent.every((record) => record?.secretHash !== undefined)).toBe(true);
    expect(newer.map((id) => submissionForHub(db, id))).toEqual(sent);
    expect(db.prepare('SELECT count(*) FROM ticket').pluck().get()).toBe(5);
    const sending = db.prepare(
      "SELECT count(*) FROM job WHERE kind = 'send-submission' AND state = 'waiting'",
    );
    expect(sending.pluck().get()).toBe(5);
  } finally {
    db.close();
  }
});

test('an addition is taken over with the ticket it belongs to', async () => {
  const kiosk = await anEnrolledKiosk();
  copyDatabase(kiosk.deps.db, kiosk.folder);
  const answer = await kiosk.intake.submit(aComplaint());
  if (!answer.ok) throw new Error(answer.problem.code);
  await kiosk.intake.lookUp(answer.value);
  const addition = {
    submissionId: newSubmissionId(),
    language: 'id' as const,
    number: answer.value.number,
    answers: { act: 'add-information' as const, text: 'Contoh', doubts: [] },
  };
  expect(await kiosk.intake.submitFollowUp(addition)).toMatchObject({ ok: true });
  spoilPageOf(kiosk, 'job_to_run');
  const { db, recovery } = restart(kiosk);
  try {
    expect(recovery).toMatchObject({ salvaged: 2 });
    expect(findSubmission(db, addition.submissionId)).toMatchObject({ part: 1, act: 'add-information' });
    expect(db.prepare('SELECT count(*), max(is_followable) FROM ticket').raw().get()).toEqual([1, 0]);
    expect(db.prepare("SELECT count(*) FROM job WHERE kind = 'send-submission'").pluck().get()).toBe(2);
  } finally {
    db.close();
  }
});

test('a file whose submissions cannot be read gives what the copy had', async () => {
  const kiosk = await anEnrolledKiosk();
  const copied = await file(kiosk, 2);
  copyDatabase(kiosk.deps.db, kiosk.folder);
  await file(kiosk, 1);
  spoilPageOf(kiosk, 'submission');
  const { db, recovery } = restart(kiosk);
  try {
    expect(recovery).toMatchObject({ salvaged: 0 });
    expect(db.prepare('SELECT id FROM submission ORDER BY sequence').pluck().all()).toEqual(copied);
  } finally {
    db.close();
  }
});
