import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { DeskLogBody, LogEnd, LogLine } from '../../../shared/contract/desk-log.ts';
import { inTransaction } from '../database/connect.ts';
import {
  findHeldTo,
  listLines,
  noteFaults,
  storeDays,
  storeLines,
  waitForOtherLogs,
} from '../repositories/desk-logs.ts';
import { type ChainFault, contentOfLine, faultsInChain } from './chain.ts';

/**
 * Keeps everything that a kiosk tells of its desks, and notes what does not fit. Nothing is refused: what a thief or a careless hand
 * left is evidence. Gives the line behind which the kiosk goes on.
 */
export async function takeDeskLog(
  pool: pg.Pool,
  kioskId: string,
  body: DeskLogBody,
  now: Date,
): Promise<number> {
  return inTransaction(pool, async (tx) => {
    await waitForOtherLogs(tx, kioskId);
    const heldBefore = await findHeldTo(tx, kioskId);
    const lines = body.lines.map((line) => ({ line, content: contentOfLine(line) }));
    await storeLines(tx, kioskId, lines, now);
    await storeDays(
      tx,
      kioskId,
      body.days.map((day) => ({ day, content: sha256(JSON.stringify(day.figures)) })),
      now,
    );
    const numbers = body.lines.map(({ sequence }) => sequence);
    const around = await listLines(tx, kioskId, [...numbers, ...numbers.map((number) => number - 1)]);
    const heldTo = Math.max(heldBefore, ...numbers);
    const linesAt = (sequence: number) => listLines(tx, kioskId, [sequence]);
    const faults = [
      ...faultsInChain(around).filter(({ sequence }) => numbers.includes(sequence)),
      ...(await faultsOfEnds(body, heldBefore, heldTo, linesAt)),
    ];
    await noteFaults(tx, kioskId, faults, now);
    const isBehindGap = numbers.length > 0 && Math.min(...numbers) > heldBefore + 1;
    return isBehindGap ? heldBefore : heldTo;
  });
}

/** What the ends of the chain on the kiosk say about what is not there. */
async function faultsOfEnds(
  { lines, end, head }: DeskLogBody,
  heldBefore: number,
  heldTo: number,
  linesAt: (sequence: number) => Promise<LogLine[]>,
): Promise<ChainFault[]> {
  const endsAt = end?.sequence ?? 0;
  const faults: ChainFault[] = [];
  if (endsAt < heldBefore) faults.push({ fault: 'went-back', sequence: endsAt });
  if (end !== null && head === null) faults.push({ fault: 'no-head', sequence: endsAt });
  // Only behind the last page: before it the rest is still to come.
  const isLastPage = lines.length === 0 || lines.at(-1)?.sequence === endsAt;
  if (head !== null && isLastPage && head.sequence > Math.max(endsAt, heldTo)) {
    faults.push({ fault: 'missing', sequence: head.sequence });
  }
  for (const told of [end, head]) {
    if (told !== null && (await isOther(told, linesAt)))
      faults.push({ fault: 'fork', sequence: told.sequence });
  }
  return faults;
}

/** The hub holds this number, and it is another line. */
async function isOther(told: LogEnd, linesAt: (sequence: number) => Promise<LogLine[]>): Promise<boolean> {
  const held = await linesAt(told.sequence);
  return held.length > 0 && !held.some(({ hash }) => hash === told.hash);
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
