import { expect, test } from 'vitest';
import { databaseAt } from '../testing.ts';
import { bookPapers, insertRoll, notePaperOf, paperUsedIn, readPaperCount } from './paper.ts';
import { insertSlip } from './slips.ts';

const idOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

function aKiosk() {
  const db = databaseAt();
  let slips = 0;
  return {
    db,
    /** One paper of this length comes out. */
    paper(millimetres: number, at = 1_000) {
      const id = idOf(++slips);
      insertSlip(db, { id, kind: 'test', ticketNumber: null, facts: {}, bootId: 'boot', createdAt: at });
      notePaperOf(db, id, millimetres);
      bookPapers(db, [id], at);
      return id;
    },
  };
}

test('nothing is known before the first roll is noted but what came out', () => {
  const { db, paper } = aKiosk();
  expect(readPaperCount(db)).toEqual({ roll: null, papers: 0, usedMm: 0, usualMm: null });
  paper(100);
  paper(200);
  expect(readPaperCount(db)).toEqual({ roll: null, papers: 2, usedMm: 300, usualMm: null });
});

test('a new roll begins anew, papers are told by day whichever roll they came from, and five say how long one is', () => {
  const { db, paper } = aKiosk();
  paper(100, 1_000);
  expect(insertRoll(db, { id: idOf(900), putInAt: 5, by: '0042' })).toBe(true);
  for (const millimetres of [150, 150, 150, 250]) paper(millimetres, 2_000);
  expect(readPaperCount(db)).toEqual({
    roll: { putInAt: 5, by: '0042' },
    papers: 4,
    usedMm: 700,
    usualMm: 160,
  });
  expect(paperUsedIn(db, { from: 0, until: 2_000 })).toBe(100);
  expect(paperUsedIn(db, { from: 1_000, until: 2_001 })).toBe(800);
});

test('a paper is counted once, and one roll is put in once', () => {
  const { db, paper } = aKiosk();
  const id = paper(100);
  bookPapers(db, [id], 9_000);
  expect(readPaperCount(db)).toMatchObject({ papers: 1, usedMm: 100 });
  insertRoll(db, { id: idOf(900), putInAt: 5, by: '0042' });
  paper(70);
  expect(insertRoll(db, { id: idOf(900), putInAt: 9, by: '0043' })).toBe(false);
  expect(readPaperCount(db)).toMatchObject({ roll: { putInAt: 5, by: '0042' }, usedMm: 70 });
});

test('a slip that never had a printer takes no paper', () => {
  const { db, paper } = aKiosk();
  paper(0);
  expect(readPaperCount(db)).toMatchObject({ papers: 0, usedMm: 0 });
});
