import { expect, test } from 'vitest';
import { NoteSlip } from '../../shared/domain/slip.ts';
import { readContent } from '../content/read.ts';
import { databaseAt } from '../db/testing.ts';
import { requestVacancySlip } from './print.ts';
import { aVacancy } from './testing.ts';

const REQUEST = '5f0c2a44-6f0e-4d0e-9d57-5a4f6f2f0a11';

function aPrintRoom() {
  const db = databaseAt();
  const now = () => Date.parse('2026-11-22T03:00:00Z');
  const content = readContent(`${import.meta.dirname}/../../resources/content`, { now, monotonic: () => 0 });
  if (!content.ok) throw new Error(content.problem.code);
  const vacancy = aVacancy({ id: 'real' });
  const print = (requestId: string, vacancyId = 'real') =>
    requestVacancySlip(
      {
        db,
        bootId: '00000000-0000-4000-8000-000000000001',
        time: { now, onTheWall: (moment) => moment },
        desk: {
          find: (id) =>
            id === 'real' ? { vacancy, snapshot: { source: 'Contoh', takenOn: '2026-11-20' } } : null,
        },
        readContent: () => content.value,
        now,
      },
      { requestId, vacancyId, language: 'id' },
    );
  const slips = () => db.prepare<[], { id: string; facts: string }>('SELECT id, facts FROM slip').all();
  const jobs = () => db.prepare('SELECT count(*) FROM job').pluck().get();
  return { print, slips, jobs };
}

test('asking twice with one id is one slip and one job, with what is shipped about checking', () => {
  const { print, slips, jobs } = aPrintRoom();
  expect(print(REQUEST)).toEqual({ ok: true, value: { slipId: REQUEST } });
  expect(print(REQUEST)).toEqual({ ok: true, value: { slipId: REQUEST } });
  expect([slips().length, jobs()]).toEqual([1, 1]);
  const slip = NoteSlip.parse(JSON.parse(slips()[0]?.facts ?? 'null'));
  expect(slip.sections[1]?.items.map(({ text }) => text).join(' ')).toMatch(/SIP2MI.*SIAPkerja.*penempatan/);
});

test('what ran out or is not there is not printed', () => {
  const { print, slips, jobs } = aPrintRoom();
  expect(print(REQUEST, 'gone')).toMatchObject({ ok: false, problem: { code: 'vacancies.not-found' } });
  expect([slips().length, jobs()]).toEqual([0, 0]);
});
