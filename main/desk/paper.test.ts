import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { bookPapers, notePaperOf } from '../db/repositories/paper.ts';
import { insertSlip } from '../db/repositories/slips.ts';
import { databaseAt } from '../db/testing.ts';
import { changeRoll, readPaper } from './paper.ts';

const ROLL_METRES = 80;

function aKiosk() {
  const db = databaseAt();
  const acts: string[] = [];
  const audit = {
    write: <T>({ who, act }: { who: string; act: string }, also: () => T) => {
      acts.push(`${who} ${act}`);
      return also();
    },
  };
  const deps = { db, audit, kioskNow: () => 7_000, rollMetres: ROLL_METRES };
  return {
    acts,
    read: () => readPaper(db, ROLL_METRES),
    change: (requestId: string) => changeRoll(deps, { requestId }, { who: '0042' }),
    papers(count: number, millimetres: number) {
      for (let n = 0; n < count; n++) {
        const id = randomUUID();
        insertSlip(db, { id, kind: 'test', ticketNumber: null, facts: {}, bootId: 'boot', createdAt: 1 });
        notePaperOf(db, id, millimetres);
        bookPapers(db, [id], 1);
      }
    },
  };
}

test('a roll that nobody noted is never said to last', () => {
  const kiosk = aKiosk();
  kiosk.papers(8, 200);
  expect(kiosk.read()).toEqual({ roll: null, usedMm: 1_600, papers: 8, rollMm: 80_000, papersLeft: null });
});

test('a new roll is counted from nothing, lasts for a whole number of papers, and stands once in the audit log', () => {
  const kiosk = aKiosk();
  kiosk.papers(5, 200);
  const id = randomUUID();
  expect(kiosk.change(id)).toEqual({
    roll: { putInAt: 7_000, by: '0042' },
    usedMm: 0,
    papers: 0,
    rollMm: 80_000,
    papersLeft: 400,
  });
  kiosk.papers(3, 200);
  expect(kiosk.change(id)).toMatchObject({ usedMm: 600, papersLeft: 390 });
  expect(kiosk.acts).toEqual(['0042 printer.new-roll']);
});

test('a roll that is longer than the setting lasts for none, and never for fewer', () => {
  const kiosk = aKiosk();
  kiosk.change(randomUUID());
  kiosk.papers(9, 9_000);
  expect(kiosk.read()).toMatchObject({ usedMm: 81_000, papersLeft: 0 });
});
