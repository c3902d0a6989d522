import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CallInput, CallOutput } from '../../../shared/contract/ipc.ts';
import { DraftCode } from '../../../shared/domain/draft.ts';
import { SlipFacts } from '../../../shared/domain/slip.ts';
import { ticketNumberOf } from '../../../shared/domain/ticket.ts';
import { copyDatabase } from '../../db/copies.ts';
import {
  anEnrolledKiosk,
  aSubmissionOf,
  EXAMPLE_KIOSK_CODE,
  startKiosk,
  type TestKiosk,
} from '../testing.ts';
import { makeDraftCode } from './draft-key.ts';
import { openDraft, sealDraft } from './seal-draft.ts';

const DAY = 24 * 60 * 60_000;
const CANARY = 'Kenari-Simpanan-Zzyzx';
const RECORD = JSON.stringify({ version: 1, name: CANARY, nik: '3515140508680001' });

type Saved = CallOutput<'draft.save'>;

function aSave(record = RECORD): CallInput<'draft.save'> {
  return { requestId: randomUUID(), language: 'id', record };
}

async function saved(kiosk: TestKiosk, input = aSave()): Promise<Saved> {
  const answer = await kiosk.intake.saveDraft(input);
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.value;
}

const countOf = (kiosk: TestKiosk) => kiosk.deps.db.prepare('SELECT count(*) FROM draft').pluck().get();

/** Another code and another secret, of the right form. */
const otherCode = (code: string) => DraftCode.parse(code === '2222-2222' ? '3333-3333' : '2222-2222');
const otherSecret = (secret: string) => (secret === '000000' ? '000001' : '000000');

test('code and secret open what was saved, also in another visit and after a restart', async () => {
  const kiosk = await anEnrolledKiosk();
  const savedAt = kiosk.clock.now();
  const { code, secret, expiresAt } = await saved(kiosk);
  expect(expiresAt).toBe(savedAt + 7 * DAY);
  kiosk.intake.endVisit();
  const again = kiosk.restart();
  expect(await again.intake.openDraft({ code, secret })).toEqual({
    ok: true,
    value: { record: RECORD, savedAt, expiresAt },
  });
});

test('a wrong code and a wrong secret get the same answer', async () => {
  const kiosk = await anEnrolledKiosk();
  const { code, secret } = await saved(kiosk);
  const wrongSecret = await kiosk.intake.openDraft({ code, secret: otherSecret(secret) });
  const wrongCode = await kiosk.intake.openDraft({ code: otherCode(code), secret });
  expect(wrongSecret).toEqual({ ok: false, problem: { code: 'draft.no-match' } });
  expect(wrongCode).toEqual(wrongSecret);
});

test('the paper has code and secret, and not a word of what was saved', async () => {
  const kiosk = await anEnrolledKiosk();
  const { code, secret, slipId } = await saved(kiosk);
  const text = String(kiosk.deps.db.prepare('SELECT facts FROM slip WHERE id = ?').pluck().get(slipId));
  const slip = SlipFacts.parse(JSON.parse(text));
  expect(slip).toMatchObject({
    kind: 'note',
    codes: [{ value: code }, { value: `${secret.slice(0, 3)} ${secret.slice(3)}` }],
    sections: [{ items: [{ by: '2026-11-29' }, {}] }],
  });
  expect(text).not.toContain(CANARY);
  expect(kiosk.deps.db.prepare("SELECT state FROM job WHERE kind = 'print-slip'").pluck().all()).toEqual([
    'waiting',
  ]);
});

test('asking twice with one id, also at the same moment, is one draft with one code', async () => {
  const kiosk = await anEnrolledKiosk();
  const input = aSave();
  const answers = await Promise.all([1, 2, 3].map(() => kiosk.intake.saveDraft(input)));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(countOf(kiosk)).toBe(1);
});

test('another save in the visit takes the place of the one before; in another visit both stay', async () => {
  const kiosk = await anEnrolledKiosk();
  const first = await saved(kiosk);
  const second = await saved(kiosk);
  expect(await kiosk.intake.openDraft(first)).toMatchObject({ ok: false });
  kiosk.intake.endVisit();
  await saved(kiosk);
  expect(countOf(kiosk)).toBe(2);
  kiosk.intake.endVisit();
  expect(await kiosk.intake.openDraft(second)).toMatchObject({ ok: true });
  const third = await saved(kiosk);
  expect(await kiosk.intake.openDraft(second)).toMatchObject({ ok: false });
  expect(await kiosk.intake.openDraft(third)).toMatchObject({ ok: true });
});

test('a save that ends after its visit keeps nothing', async () => {
  const kiosk = await anEnrolledKiosk();
  const late = kiosk.intake.saveDraft(aSave());
  kiosk.intake.endVisit();
  expect(await late).toMatchObject({ problem: { code: 'intake.visit-over' } });
  expect(countOf(kiosk)).toBe(0);
  expect(kiosk.deps.db.prepare('SELECT count(*) FROM slip').pluck().get()).toBe(0);
});

const registration = () =>
  aSubmissionOf({
    kind: 'registration',
    answers: {
      scheme: 'new',
      person: { name: 'Siti Contoh' },
      listVersion: null,
      documents: {},
      consents: [],
      doubts: [],
    },
  });

test('handing the registration in ends the draft that was opened for it, and no other', async () => {
  const kiosk = await anEnrolledKiosk();
  const mine = await saved(kiosk);
  kiosk.intake.endVisit();
  await saved(kiosk);
  kiosk.intake.endVisit();
  await kiosk.intake.openDraft(mine);
  expect(await kiosk.intake.submit(registration())).toMatchObject({ ok: true });
  expect(countOf(kiosk)).toBe(1);
  expect(await kiosk.intake.openDraft(mine)).toMatchObject({ problem: { code: 'draft.no-match' } });
});

test('a registration that could not be committed leaves the draft', async () => {
  const kiosk = await anEnrolledKiosk();
  const mine = await saved(kiosk);
  kiosk.deps.db.exec("CREATE TEMP TRIGGER full BEFORE INSERT ON job BEGIN SELECT RAISE(ABORT, 'full'); END");
  await expect(kiosk.intake.submit(registration())).rejects.toThrow('full');
  kiosk.deps.db.exec('DROP TRIGGER full');
  expect(await kiosk.intake.openDraft(mine)).toMatchObject({ ok: true });
});

test('five wrong secrets lock the code, a restart and a clock set back do not open it, time does', async () => {
  let kiosk = await anEnrolledKiosk();
  const { code, secret } = await saved(kiosk);
  const wrong = { code, secret: otherSecret(secret) };
  for (let n = 0; n < 5; n++) {
    expect(await kiosk.intake.openDraft(wrong)).toMatchObject({ problem: { code: 'draft.no-match' } });
  }
  const locked = { ok: false, problem: { code: 'draft.locked', retryAt: kiosk.clock.now() + 15 * 60_000 } };
  expect(await kiosk.intake.openDraft({ code, secret })).toEqual(locked);
  kiosk = kiosk.restart();
  kiosk.clock.set(kiosk.clock.now() - DAY);
  expect(await kiosk.intake.openDraft({ code, secret })).toMatchObject({ problem: { code: 'draft.locked' } });
  kiosk.clock.pass(15 * 60_000);
  expect(await kiosk.intake.openDraft({ code, secret })).toMatchObject({ ok: true });
});

test('guesses at drafts and at tickets count together', async () => {
  const kiosk = await anEnrolledKiosk();
  for (let n = 0; n < 30; n++) {
    await kiosk.intake.lookUp({ number: ticketNumberOf(EXAMPLE_KIOSK_CODE, 500 + n), secret: '123456' });
  }
  const { code, secret } = await saved(kiosk);
  expect(await kiosk.intake.openDraft({ code, secret })).toMatchObject({ problem: { code: 'draft.locked' } });
});

test('no attempt writes a code down', async () => {
  const kiosk = await anEnrolledKiosk();
  const { code } = await saved(kiosk);
  await kiosk.intake.openDraft({ code, secret: '000000' });
  const names = kiosk.deps.db.prepare('SELECT number FROM look_up_attempt').pluck().all();
  expect(names).toEqual([expect.stringMatching(/^draft [0-9a-f]{3}$/)]);
});

test('after seven days a draft is gone, also when the clock was set back', async () => {
  const kiosk = await anEnrolledKiosk();
  const { code, secret } = await saved(kiosk);
  kiosk.clock.pass(6 * DAY);
  expect(kiosk.intake.eraseDue().drafts).toBe(0);
  expect(await kiosk.intake.openDraft({ code, secret })).toMatchObject({ ok: true });
  kiosk.clock.set(kiosk.clock.now() - 400 * DAY);
  kiosk.clock.pass(DAY);
  expect(await kiosk.intake.openDraft({ code, secret })).toMatchObject({
    problem: { code: 'draft.no-match' },
  });
  expect(kiosk.intake.eraseDue().drafts).toBe(1);
  expect(countOf(kiosk)).toBe(0);
});

test('after the visit nothing of the record lies readable in any file, and after its end not even sealed', async () => {
  const kiosk = await anEnrolledKiosk();
  const { code, secret } = await saved(kiosk);
  copyDatabase(kiosk.deps.db, kiosk.folder);
  const sealed = kiosk.deps.db.prepare('SELECT sealed FROM draft').pluck().get() as Buffer;
  const fingerprint = sealed.subarray(100, 400);
  expect(filesIn(kiosk.folder).includes(fingerprint)).toBe(true);
  await kiosk.intake.openDraft({ code, secret });
  // As the printing side does at the end of a visit.
  kiosk.deps.db.prepare('UPDATE slip SET facts = NULL').run();
  kiosk.intake.endVisit();
  const bytes = filesIn(kiosk.folder);
  for (const text of [
    CANARY,
    '3515140508680001',
    code,
    code.replace('-', ''),
    `${secret.slice(0, 3)} ${secret.slice(3)}`,
  ]) {
    expect(bytes.includes(text), text).toBe(false);
    expect(bytes.includes(Buffer.from(text, 'utf16le')), `${text} in UTF-16`).toBe(false);
  }
  expect(filesIn(join(kiosk.folder, 'copies')).includes(fingerprint)).toBe(false);
  kiosk.clock.pass(7 * DAY);
  kiosk.intake.eraseDue();
  expect(filesIn(kiosk.folder).includes(fingerprint)).toBe(false);
});

test('a draft survives a process that is killed right after it answered', async () => {
  const kiosk = await anEnrolledKiosk();
  kiosk.deps.db.close();
  const main = (path: string) => join(import.meta.dirname, '..', '..', path);
  const script = `
    import { writeSync } from 'node:fs';
    import { startDatabase } from '${main('db/start.ts')}';
    import { createIntake } from '${main('intake/index.ts')}';
    import { readOrMakeKioskKey } from '${main('trust/kiosk-key.ts')}';
    import { readContent } from '${main('content/read.ts')}';
    const folder = ${JSON.stringify(kiosk.folder)};
    const clock = { now: () => ${kiosk.clock.now()}, monotonic: () => 0 };
    const { db } = startDatabase({ folder, clock }).value;
    const key = readOrMakeKioskKey(folder).value;
    const content = readContent('${main('../resources/content')}', clock).value;
    const intake = createIntake({ db, folder, clock, bootId: '${randomUUID()}', key, readContent: () => content });
    const answer = await intake.saveDraft(${JSON.stringify(aSave())});
    writeSync(1, JSON.stringify(answer));
    process.kill(process.pid, 'SIGKILL');`;
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  expect([run.signal, run.stderr]).toEqual(['SIGKILL', '']);
  const { value } = JSON.parse(run.stdout) as { value: Saved };
  const again = startKiosk(kiosk.folder, kiosk.clock);
  expect(await again.intake.openDraft(value)).toMatchObject({ ok: true, value: { record: RECORD } });
});

test('records of different lengths have the same sealed size, up to the next class', () => {
  const key = { id: 'a'.repeat(64), key: Buffer.alloc(32, 7) };
  const sizes = ['{}', 'x'.repeat(3000), 'x'.repeat(5000), 'é'.repeat(32 * 1024)].map(
    (record) => sealDraft(key, record).sealed.length - 16,
  );
  expect(sizes).toEqual([4096, 4096, 8192, 131_072]);
});

test('whatever was sealed opens again under its key and row alone, and not when a bit was changed', () => {
  const key = { id: 'a'.repeat(64), key: Buffer.alloc(32, 7) };
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.nat(), (record, place) => {
      const sealed = sealDraft(key, record);
      expect(openDraft(key, sealed)).toBe(record);
      expect(openDraft({ ...key, id: 'b'.repeat(64) }, sealed)).toBeNull();
      expect(openDraft({ ...key, key: Buffer.alloc(32, 8) }, sealed)).toBeNull();
      const changed = Buffer.from(sealed.sealed);
      const at = place % changed.length;
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(openDraft(key, { ...sealed, sealed: changed })).toBeNull();
    }),
  );
});

test('codes have the form that the screen reads', () => {
  for (let n = 0; n < 200; n++) expect(DraftCode.safeParse(makeDraftCode()).success).toBe(true);
});

function filesIn(folder: string): Buffer {
  return Buffer.concat(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name))),
  );
}
