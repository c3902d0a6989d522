import type { Database } from '../database/connect.ts';
import { findHeldTo, listLines, listNotedFaults, listNumbersAfter } from '../repositories/desk-logs.ts';
import { type ChainFault, faultsInChain } from './chain.ts';

export interface DeskLogVerdict {
  lines: number;
  /** The highest line that is held; 0: none. */
  heldTo: number;
  /** In the chain as it is held now. */
  faults: ChainFault[];
  /** What was wrong when it came, also what has been filled since: a kiosk that went back shows nowhere else. */
  noted: (ChainFault & { foundAt: Date })[];
}

const PAGE = 1000;

/** Walks all that is held of a kiosk's audit log. */
export async function verifyDeskLog(db: Database, kioskId: string): Promise<DeskLogVerdict> {
  const faults: ChainFault[] = [];
  let lines = 0;
  let last = 0;
  for (;;) {
    const numbers = await listNumbersAfter(db, kioskId, last, PAGE);
    if (numbers.length === 0) break;
    // With the last line of the page before, which is only there to be followed.
    const page = await listLines(db, kioskId, last === 0 ? numbers : [last, ...numbers]);
    const before = last;
    lines += page.filter(({ sequence }) => sequence > before).length;
    faults.push(...faultsInChain(page).filter(({ sequence }) => sequence > before));
    last = numbers.at(-1) ?? last;
  }
  const heldTo = await findHeldTo(db, kioskId);
  return { lines, heldTo, faults, noted: await listNotedFaults(db, kioskId) };
}
