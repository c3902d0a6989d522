import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keepConfigPromise, promiseConfig } from '../config/promise.ts';
import { aComplaint, anEnrolledKiosk, type TestKiosk } from '../intake/testing.ts';
import { copyDatabase, listCopies } from './copies.ts';
import { findEnrolment } from './repositories/enrolment.ts';
import { applyStagedRestore, stageRestore } from './staged-restore.ts';

async function submit(kiosk: TestKiosk): Promise<{ id: string; number: string }> {
  const complaint = aComplaint();
  const answer = await kiosk.intake.submit(complaint);
  if (!answer.ok) throw new Error(answer.problem.code);
  return { id: complaint.submissionId, number: answer.value.number };
}

const idsIn = ({ deps }: TestKiosk) =>
  new Set(deps.db.prepare('SELECT id FROM submission').pluck().all() as string[]);
const nameOf = (path: string | undefined) => basename(path ?? '');

test('a copy takes the place of the database at the next start, and what is newer comes over', async () => {
  const kiosk = await anEnrolledKiosk();
  const before = await submit(kiosk);
  const copy = nameOf(copyDatabase(kiosk.deps.db, kiosk.folder));
  const after = await submit(kiosk);
  kiosk.deps.db.exec(`INSERT INTO command VALUES ('c', 'restart', 9, 'done', NULL, 1, 1, NULL);
    INSERT INTO staff_attempt (staff_number, attempted_at, was_right) VALUES ('0042', 1, 0);
    INSERT INTO served VALUES ('${after.number}', 1, '0007');
    INSERT INTO office_day VALUES ('${before.id}', '2026-11-22', 'opened', 1, '0007', NULL);
    INSERT INTO hidden_product VALUES ('keripik', 1, '0007', 'sold-out');
    INSERT INTO paper_roll VALUES ('${before.id}', 1, '0007');
    INSERT INTO paper_use VALUES ('${after.id}', 1, 180, '${before.id}')`);
  promiseConfig(kiosk.deps.db, { hubUrl: 'https://hub.example' });
  expect(stageRestore(kiosk.folder, copy, 0, {})).toMatchObject({ ok: true });
  // Until the restart nothing changes.
  expect(idsIn(kiosk).size).toBe(2);
  const again = kiosk.restart();
  expect(idsIn(again)).toEqual(new Set([before.id, after.id]));
  expect(again.deps.db.prepare('SELECT state FROM command').pluck().all()).toEqual(['done']);
  expect(again.deps.db.prepare('SELECT count(*) FROM staff_attempt').pluck().get()).toBe(1);
  for (const table of ['served', 'office_day', 'hidden_product', 'paper_roll', 'paper_use']) {
    expect(again.deps.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get(), table).toBe(1);
  }
  expect(findEnrolment(again.deps.db)).not.toBeNull();
  expect(keepConfigPromise(again.deps.db, kiosk.folder)).toMatchObject({ value: { wasOpen: true } });
  expect((await submit(again)).number).not.toBe(after.number);
  expect(existsSync(join(kiosk.folder, 'restore-wanted.json'))).toBe(false);
  expect(idsIn(again.restart()).size).toBe(3);
});

test('a copy that is not there, or not sound, is refused and nothing is staged', async () => {
  const kiosk = await anEnrolledKiosk();
  const path = copyDatabase(kiosk.deps.db, kiosk.folder);
  writeFileSync(path, 'no database');
  expect(stageRestore(kiosk.folder, nameOf(path), 0, {})).toMatchObject({
    problem: { code: 'desk.copy-unsound' },
  });
  expect(stageRestore(kiosk.folder, '../kiosk.db', 0, {})).toMatchObject({
    problem: { code: 'desk.not-found' },
  });
  expect(applyStagedRestore(kiosk.folder, {})).toBeNull();
});

test('who answers for it hears of it before anything is written, and of nothing that is refused', async () => {
  const kiosk = await anEnrolledKiosk();
  const path = copyDatabase(kiosk.deps.db, kiosk.folder);
  const wanted = join(kiosk.folder, 'restore-wanted.json');
  const cut = () => {
    expect(existsSync(wanted)).toBe(false);
    throw new Error('the power is gone');
  };
  expect(() => stageRestore(kiosk.folder, nameOf(path), 0, {}, cut)).toThrow('the power is gone');
  expect(applyStagedRestore(kiosk.folder, {})).toBeNull();
  writeFileSync(path, 'no database');
  expect(stageRestore(kiosk.folder, nameOf(path), 0, {}, cut)).toMatchObject({ ok: false });
});

test('a copy that turns bad between asking and the start leaves the present file where it is', async () => {
  const kiosk = await anEnrolledKiosk();
  const { id } = await submit(kiosk);
  const path = copyDatabase(kiosk.deps.db, kiosk.folder);
  stageRestore(kiosk.folder, nameOf(path), 0, {});
  writeFileSync(path, 'no database');
  expect(idsIn(kiosk.restart())).toEqual(new Set([id]));
  expect(existsSync(join(kiosk.folder, 'restore-wanted.json'))).toBe(false);
});

test.each(['after-database', 'after-log', 'before-carrying'] as const)(
  'a power cut in the middle of it (%s) is taken up again without losing a record',
  async (cut) => {
    const kiosk = await anEnrolledKiosk();
    const first = await submit(kiosk);
    const path = copyDatabase(kiosk.deps.db, kiosk.folder);
    const second = await submit(kiosk);
    stageRestore(kiosk.folder, nameOf(path), 0, {});
    kiosk.deps.db.close();
    const wanted = JSON.parse(readFileSync(join(kiosk.folder, 'restore-wanted.json'), 'utf8')) as {
      movedTo: string;
    };
    const movedTo = join(kiosk.folder, 'replaced', wanted.movedTo);
    if (cut === 'before-carrying') applyStagedRestore(kiosk.folder, {});
    else {
      mkdirSync(movedTo, { recursive: true });
      writeFileSync(join(kiosk.folder, 'kiosk.db-wal'), '');
      renameSync(join(kiosk.folder, 'kiosk.db'), join(movedTo, 'kiosk.db'));
      if (cut === 'after-log') {
        renameSync(join(kiosk.folder, 'kiosk.db-wal'), join(movedTo, 'kiosk.db-wal'));
      }
    }
    const again = kiosk.restart();
    expect(idsIn(again)).toEqual(new Set([first.id, second.id]));
    expect(again.restart().deps.db.open).toBe(true);
  },
);

test('whatever is restored in whatever order, no ticket number is given twice and no record is lost', async () => {
  const Step = fc.constantFrom(
    'submit',
    'submit',
    'submit',
    'copy',
    'restart',
    'restore-newest',
    'restore-oldest',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(Step, { minLength: 6, maxLength: 14 }), async (steps) => {
      let kiosk = await anEnrolledKiosk();
      const given: { id: string; number: string }[] = [];
      for (const step of [...steps, 'submit'] as const) {
        if (step === 'submit') given.push(await submit(kiosk));
        else if (step === 'copy') copyDatabase(kiosk.deps.db, kiosk.folder);
        else {
          const copies = listCopies(kiosk.folder);
          const copy = step === 'restore-newest' ? copies[0] : copies.at(-1);
          if (step !== 'restart' && copy) {
            expect(stageRestore(kiosk.folder, nameOf(copy.path), 0, {})).toMatchObject({ ok: true });
          }
          kiosk = kiosk.restart();
        }
      }
      expect(new Set(given.map((one) => one.number)).size).toBe(given.length);
      expect(idsIn(kiosk)).toEqual(new Set(given.map((one) => one.id)));
      kiosk.deps.db.close();
    }),
    { numRuns: 8 },
  );
}, 120_000);

test('only the files of the last restore are kept', async () => {
  let kiosk = await anEnrolledKiosk();
  const copy = nameOf(copyDatabase(kiosk.deps.db, kiosk.folder));
  for (const now of [1, 2, 3]) {
    stageRestore(kiosk.folder, copy, now, {});
    kiosk = kiosk.restart();
  }
  expect(readdirSync(join(kiosk.folder, 'replaced'))).toHaveLength(1);
});
