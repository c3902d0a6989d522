import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { MAX_TICKET_COUNTER } from '../../shared/domain/ticket.ts';
import { writeDurably } from '../db/durable-file.ts';
import type { WritableDB } from '../db/handles.ts';
import { codeOf } from '../db/trouble.ts';

/**
 * Gives ticket counters and sequence numbers so that none is ever given twice, also after the database was replaced by
 * an older copy. Beside the database lies a small file that says up to where numbers may have been given. It is
 * written ahead in steps and flushed before the first number of a step can commit; every start begins behind it.
 */
export interface NumberSource {
  /** The next numbers. Only inside the transaction that uses them; when that rolls back they were never given. */
  take(db: WritableDB): { counter: number; sequence: number };
  /** The next sequence number alone, for what gets no ticket of its own. As `take`. */
  takeSequence(db: WritableDB): number;
  /** Past the highest counter that the hub has seen. False: the value leaves too few numbers and cannot be right. */
  raiseTo(db: WritableDB, highestAtHub: number): boolean;
  /** The counter that the next ticket would get. */
  next(db: WritableDB): number;
}

/** Not 0: the first ticket of the first kiosk would be 2222-2222, which looks like a place left blank. */
const FIRST_COUNTER = 1;

const FILE = 'number-high-water.json';

/** One flush of the file pays for this many tickets; at most this many are skipped at a start. */
const STEP = 16;

/** Skipped when the file is lost or unreadable although tickets were given: more than a kiosk gives between two copies. */
const SAFETY_JUMP = 2000;

/** A hub's answer that leaves fewer numbers is not believed. */
const FEWEST_LEFT = 10_000;

const Marks = z.strictObject({
  format: z.literal(1),
  /** Every counter below this may have been given. */
  counter: z.number().int().nonnegative(),
  sequence: z.number().int().positive(),
});
type Marks = z.infer<typeof Marks>;

export function openNumberSource(db: WritableDB, folder: string): NumberSource {
  const path = join(folder, FILE);
  const kept = readMarks(path);
  const floor = kept ?? floorWithoutMarks(db);
  let reserved: Marks | null = kept;

  function nextOf(database: WritableDB) {
    const inDatabase = nextInDatabase(database);
    return {
      counter: Math.max(inDatabase.counter, floor.counter),
      sequence: Math.max(inDatabase.sequence, floor.sequence),
    };
  }

  /** On the disk before a number of the next step can be. */
  function reserveBeyond(given: { counter: number; sequence: number }): void {
    if (reserved !== null && given.counter < reserved.counter && given.sequence < reserved.sequence) return;
    const ahead: Marks = { format: 1, counter: given.counter + STEP, sequence: given.sequence + STEP };
    writeDurably(path, JSON.stringify(ahead));
    reserved = ahead;
  }

  return {
    take(database) {
      const given = nextOf(database);
      reserveBeyond(given);
      database.prepare('UPDATE ticket_counter SET next = ?').run(given.counter + 1);
      database.prepare('UPDATE submission_sequence SET next = ?').run(given.sequence + 1);
      return given;
    },
    takeSequence(database) {
      const given = nextOf(database);
      reserveBeyond(given);
      database.prepare('UPDATE submission_sequence SET next = ?').run(given.sequence + 1);
      return given.sequence;
    },
    raiseTo(database, highestAtHub) {
      if (!Number.isInteger(highestAtHub) || highestAtHub > MAX_TICKET_COUNTER - FEWEST_LEFT) return false;
      database
        .prepare('UPDATE ticket_counter SET next = ? WHERE next < ?')
        .run(highestAtHub + 1, highestAtHub + 1);
      return true;
    },
    next: (database) => nextOf(database).counter,
  };
}

function nextInDatabase(db: WritableDB): { counter: number; sequence: number } {
  return {
    counter: db.prepare('SELECT next FROM ticket_counter').pluck().get() as number,
    sequence: db.prepare('SELECT next FROM submission_sequence').pluck().get() as number,
  };
}

/** A new kiosk begins at the start; a kiosk that lost its marks leaves a gap instead of trusting its database. */
function floorWithoutMarks(db: WritableDB): { counter: number; sequence: number } {
  const next = nextInDatabase(db);
  if (next.counter === 0 && next.sequence === 1) return { ...next, counter: FIRST_COUNTER };
  return { counter: next.counter + SAFETY_JUMP, sequence: next.sequence + SAFETY_JUMP };
}

/** Null: there is no file, or it cannot be understood. */
function readMarks(path: string): Marks | null {
  try {
    const parsed = Marks.safeParse(JSON.parse(readFileSync(path, 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || error instanceof SyntaxError) return null;
    throw error;
  }
}
