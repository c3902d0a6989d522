import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Decrypter } from 'age-encryption';
import { expect, test } from 'vitest';
import { Submission } from '../../shared/domain/submission.ts';
import { submissionForHub } from '../db/repositories/submissions.ts';
import {
  aComplaint,
  anEnrolledKiosk,
  aSubmissionOf,
  newSubmissionId,
  type TestKiosk,
} from '../intake/testing.ts';
import { claimJobs, finishJob } from '../jobs/queue.ts';
import { learnHubEpoch, noteBackup } from '../sync/hub-epoch.ts';
import { cleanJpeg } from './clean-jpeg.ts';
import { aJpeg, segment } from './testing.ts';

const CANARY = 'Kenari-Foto-Zzyzx';
const DAY = 24 * 60 * 60_000;

const filesOf = (kiosk: TestKiosk) => {
  const folder = join(kiosk.folder, 'attachments');
  return existsSync(folder) ? readdirSync(folder).sort() : [];
};

async function add(kiosk: TestKiosk, jpeg = aJpeg(), requestId: string = randomUUID()): Promise<string> {
  const answer = await kiosk.intake.addPhoto({ requestId, jpeg });
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.value.id;
}

const aProposal = (photos: string[]) =>
  aSubmissionOf({
    kind: 'product-proposal',
    answers: {
      name: 'Keripik contoh',
      category: 'food',
      photos,
      makerName: 'Siti Contoh',
      phone: '0800-0000-0001',
      consents: [],
      doubts: [],
    },
  });

test('a photo is on the disk sealed, under the hash of its sealed bytes, and only the hub sees it, without its place', async () => {
  const kiosk = await anEnrolledKiosk();
  const jpeg = aJpeg({ extra: [segment(0xe1, Buffer.from(CANARY))], scan: Buffer.from(`${CANARY} pixels`) });
  const id = await add(kiosk, jpeg);
  const sealed = readFileSync(join(kiosk.folder, 'attachments', id));
  expect(createHash('sha256').update(sealed).digest('hex')).toBe(id);
  expect(sealed.includes(CANARY)).toBe(false);
  const decrypter = new Decrypter();
  decrypter.addIdentity(kiosk.identity);
  const opened = Buffer.from(await decrypter.decrypt(sealed));
  expect(opened.equals(cleanJpeg(jpeg) ?? Buffer.alloc(0))).toBe(true);
  expect(opened.includes(`${CANARY} pixels`)).toBe(true);
  expect(opened.includes(Buffer.from(`${CANARY}\xff`, 'latin1'))).toBe(false);
});

test('what is no picture is refused and leaves nothing', async () => {
  const kiosk = await anEnrolledKiosk();
  const answer = await kiosk.intake.addPhoto({ requestId: randomUUID(), jpeg: Buffer.from('<html>') });
  expect(answer).toEqual({ ok: false, problem: { code: 'attachment.not-a-picture' } });
  expect(filesOf(kiosk)).toEqual([]);
});

test('asking twice with one id, also at the same moment, is one photo', async () => {
  const kiosk = await anEnrolledKiosk();
  const requestId = randomUUID();
  const ids = await Promise.all([1, 2, 3].map(() => add(kiosk, aJpeg(), requestId)));
  expect(new Set(ids).size).toBe(1);
  expect(filesOf(kiosk)).toHaveLength(1);
});

test('a visit has eight photos; one that is taken back makes room', async () => {
  const kiosk = await anEnrolledKiosk();
  const ids = await Promise.all(Array.from({ length: 8 }, () => add(kiosk)));
  const ninth = { requestId: randomUUID(), jpeg: aJpeg() };
  expect(await kiosk.intake.addPhoto(ninth)).toMatchObject({ problem: { code: 'attachment.too-many' } });
  kiosk.intake.removePhoto({ id: ids[0] ?? '' });
  kiosk.intake.removePhoto({ id: ids[0] ?? '' });
  expect(filesOf(kiosk)).toHaveLength(7);
  await add(kiosk);
  expect(await kiosk.intake.addPhoto(ninth)).toMatchObject({ problem: { code: 'attachment.too-many' } });
});

test('photos that nobody handed in go with the visit, and with a crash at the next start', async () => {
  const kiosk = await anEnrolledKiosk();
  await add(kiosk);
  const late = kiosk.intake.addPhoto({ requestId: randomUUID(), jpeg: aJpeg() });
  kiosk.intake.endVisit();
  expect(await late).toMatchObject({ problem: { code: 'intake.visit-over' } });
  expect(filesOf(kiosk)).toEqual([]);
  await add(kiosk);
  writeFileSync(join(kiosk.folder, 'attachments', `${'a'.repeat(64)}.x.tmp`), 'half written');
  expect(filesOf(kiosk)).toHaveLength(2);
  kiosk.restart();
  expect(filesOf(kiosk)).toEqual([]);
});

test('a submission names its photos for the hub, keeps them over visit and restart, and has a job for each behind it', async () => {
  const kiosk = await anEnrolledKiosk();
  const photos = [await add(kiosk), await add(kiosk)];
  await add(kiosk);
  const input = aProposal(photos);
  expect(await kiosk.intake.submit(input)).toMatchObject({ ok: true });
  kiosk.intake.endVisit();
  expect(filesOf(kiosk)).toEqual([...photos].sort());
  const again = kiosk.restart();
  expect(filesOf(again)).toEqual([...photos].sort());
  const wire = Submission.parse(submissionForHub(again.deps.db, input.submissionId));
  expect(wire.attachments?.map(({ id }) => id)).toEqual(photos);
  const claim = () =>
    claimJobs(again.deps.db, {
      kinds: ['send-submission', 'send-attachment'],
      worker: 'w',
      now: again.clock.now(),
      limit: 10,
    });
  const [first, ...others] = claim();
  if (first?.kind !== 'send-submission') throw new Error('the submission goes first');
  expect(others).toEqual([]);
  finishJob(again.deps.db, first, { outcome: 'done' }, again.clock.now());
  expect(claim().map((job) => job.kind)).toEqual(['send-attachment', 'send-attachment']);
});

test('nothing that is handed in later waits for a photo', async () => {
  const kiosk = await anEnrolledKiosk();
  const answer = await kiosk.intake.submit(aComplaint());
  if (!answer.ok) throw new Error(answer.problem.code);
  await kiosk.intake.lookUp(answer.value);
  const additions = [
    { act: 'add-photo' as const, photos: [await add(kiosk)] },
    { act: 'add-information' as const, text: 'Contoh', doubts: [] },
    { act: 'withdraw-consent' as const, purposes: ['forward-to-ministry' as const] },
  ];
  for (const answers of additions) {
    const input = {
      submissionId: newSubmissionId(),
      language: 'id' as const,
      number: answer.value.number,
      answers,
    };
    expect(await kiosk.intake.submitFollowUp(input)).toMatchObject({ ok: true });
  }
  const { db } = kiosk.deps;
  db.prepare("UPDATE job SET state = 'needs-person' WHERE kind = 'send-attachment'").run();
  for (let n = 0; n < 4; n++) {
    const [job] = claimJobs(db, {
      kinds: ['send-submission'],
      worker: 'w',
      now: kiosk.clock.now(),
      limit: 10,
    });
    if (!job) throw new Error(`submission ${n} waits for a photo`);
    finishJob(db, job, { outcome: 'done' }, kiosk.clock.now());
  }
});

test('a photo of another visit, of another submission or of nobody is refused, and no number is used', async () => {
  const kiosk = await anEnrolledKiosk();
  const old = await add(kiosk);
  kiosk.intake.endVisit();
  const mine = await add(kiosk);
  expect(await kiosk.intake.submit(aProposal([mine]))).toMatchObject({ ok: true });
  const before = kiosk.intake.nextTicketCounter();
  const free = await add(kiosk);
  for (const photos of [[old], [mine], ['f'.repeat(64)], [free, mine], [free, free]]) {
    expect(await kiosk.intake.submit(aProposal(photos))).toEqual({
      ok: false,
      problem: { code: 'attachment.unknown' },
    });
  }
  expect(kiosk.intake.nextTicketCounter()).toBe(before);
  expect(await kiosk.intake.submit(aProposal([free]))).toMatchObject({ ok: true });
});

test('twenty calls with one id and photos at the same moment are one submission', async () => {
  const kiosk = await anEnrolledKiosk();
  const input = aProposal([await add(kiosk)]);
  const answers = await Promise.all(Array.from({ length: 20 }, () => kiosk.intake.submit(input)));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(answers[0]).toMatchObject({ ok: true });
  kiosk.intake.endVisit();
  expect(filesOf(kiosk)).toHaveLength(1);
});

test('a visit that ends while its submission is being committed takes no photo away from it', async () => {
  const kiosk = await anEnrolledKiosk();
  const photo = await add(kiosk);
  const submitting = kiosk.intake.submit(aProposal([photo]));
  kiosk.intake.endVisit();
  expect(await submitting).toMatchObject({ ok: true });
  expect(filesOf(kiosk)).toEqual([photo]);
});

test('a submission that fails gives its photos back to the visit, and they go with it', async () => {
  const kiosk = await anEnrolledKiosk();
  const photo = await add(kiosk);
  const { db } = kiosk.deps;
  db.exec("CREATE TEMP TRIGGER broken BEFORE INSERT ON slip BEGIN SELECT RAISE(ABORT, 'broken'); END");
  await expect(kiosk.intake.submit(aProposal([photo]))).rejects.toThrow('broken');
  const failing = kiosk.intake.submit(aProposal([photo]));
  kiosk.intake.endVisit();
  await expect(failing).rejects.toThrow('broken');
  expect(filesOf(kiosk)).toEqual([]);
});

test('what the hub confirmed is erased with the days of its ticket; what it did not stays', async () => {
  const kiosk = await anEnrolledKiosk();
  const [confirmed, waiting] = [await add(kiosk), await add(kiosk)];
  await kiosk.intake.submit(aProposal([confirmed, waiting]));
  const { db } = kiosk.deps;
  const epoch = randomUUID();
  const now = kiosk.clock.now();
  learnHubEpoch(db, epoch, now);
  noteBackup(db, epoch, now);
  db.prepare(
    'UPDATE attachment SET hub_epoch = ?, hub_received_at = ?, acknowledged_at = ? WHERE id = ?',
  ).run(epoch, now, now, confirmed);
  db.prepare("UPDATE job SET state = 'done' WHERE id = ?").run(`send-attachment:${confirmed}`);
  kiosk.clock.pass(60 * DAY - 1);
  expect(kiosk.intake.eraseDue().photos).toBe(0);
  kiosk.clock.pass(1);
  expect(kiosk.intake.eraseDue().photos).toBe(1);
  expect(filesOf(kiosk)).toEqual([waiting]);
  expect(kiosk.intake.eraseDue().photos).toBe(0);
});
