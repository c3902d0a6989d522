import type { DeskInput, DeskOutput } from '../../shared/contract/desk.ts';
import type { ReadableDB, WritableDB } from '../db/handles.ts';
import { hasRoll, insertRoll, readPaperCount } from '../db/repositories/paper.ts';
import type { Audit } from '../staff/audit.ts';
import type { Actor } from './desk.ts';

/** The roll in the printer as this kiosk counts it. `rollMetres`: how long a new one is by the office's own setting. */
export function readPaper(db: ReadableDB, rollMetres: number): DeskOutput<'desk.paper'> {
  const { roll, usedMm, papers, usualMm } = readPaperCount(db);
  const rollMm = rollMetres * 1000;
  // A roll that nobody noted may have been half used when counting began.
  const isKnown = roll !== null && usualMm !== null;
  return {
    roll,
    usedMm,
    papers,
    rollMm,
    papersLeft: isKnown ? roughly(Math.max(0, rollMm - usedMm) / usualMm) : null,
  };
}

/** Rounded down to what a guess may claim: 7, 45, 230. */
function roughly(count: number): number {
  const step = count < 20 ? 1 : count < 100 ? 5 : 10;
  return Math.floor(count / step) * step;
}

export interface RollDeps {
  db: WritableDB;
  audit: Pick<Audit, 'write'>;
  /** The time that never runs backwards. */
  kioskNow: () => number;
  rollMetres: number;
}

/** Counting begins anew. Asking twice with one id notes one roll. */
export function changeRoll(
  { db, audit, kioskNow, rollMetres }: RollDeps,
  { requestId }: DeskInput<'desk.change-roll'>,
  { who }: Actor,
): DeskOutput<'desk.change-roll'> {
  if (!hasRoll(db, requestId)) {
    audit.write({ who, act: 'printer.new-roll', about: null, reason: null }, () =>
      insertRoll(db, { id: requestId, putInAt: kioskNow(), by: who }),
    );
  }
  return readPaper(db, rollMetres);
}
