import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { textOfLine } from '../../shared/contract/desk-log.ts';
import type { Clock } from '../../shared/lib/clock.ts';
import { writeDurably } from '../db/durable-file.ts';
import type { ReadableDB, WritableDB } from '../db/handles.ts';
import { codeOf } from '../db/trouble.ts';
import type { Log } from '../log/index.ts';

/** What somebody did at the desk. Never a visitor: `about` is a job, a copy, a ticket number; `reason` is staff's own words. */
export interface AuditEntry {
  /** A staff number, `setup` or `kioskctl`. */
  who: string;
  /** `area.what`, such as `queue.close`. */
  act: string;
  about: string | null;
  reason: string | null;
}

/** One line as it lies in the table. */
export interface AuditLine extends AuditEntry {
  sequence: number;
  /** Unix ms, the time that never runs backwards. */
  at: number;
  bootId: string;
  monotonicMs: number;
  previous: string;
  hash: string;
}

/** Where the chain ended when it was last written. */
export const AuditHead = z.strictObject({
  sequence: z.number().int().nonnegative(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});
export type AuditHead = z.infer<typeof AuditHead>;

/** In front of the first line. */
export const NO_LINE: AuditHead = { sequence: 0, hash: '0'.repeat(64) };
const HEAD_FILE = 'audit-head.json';

export interface Audit {
  /**
   * Does what staff asked for and writes the line about it in one transaction: no act without its line, no line without its act.
   * Gives what the act gives.
   */
  write<T>(entry: AuditEntry, act: () => T): T;
  /** The line alone, for what leaves nothing in the database. */
  note(entry: AuditEntry): void;
}

export interface AuditDeps {
  db: WritableDB;
  folder: string;
  bootId: string;
  clock: Pick<Clock, 'monotonic'>;
  kioskNow: () => number;
  log: Pick<Log, 'info'>;
}

/**
 * The audit log: every line holds the hash of the one before. The last hash also lies in a file of its own and, shortened, in the
 * technician's log, so that lines cut off at the end are missed.
 */
export function openAudit({ db, folder, bootId, clock, kioskNow, log }: AuditDeps): Audit {
  function write<T>(entry: AuditEntry, act: () => T): T {
    const { done, head } = db
      .transaction(() => {
        const result = act();
        const before = headToFollow(db, folder);
        const line = {
          ...entry,
          sequence: before.sequence + 1,
          at: kioskNow(),
          bootId,
          monotonicMs: Math.floor(clock.monotonic()),
          previous: before.hash,
        };
        const hash = hashOfLine(line);
        db.prepare(
          `INSERT INTO audit (sequence, at, boot_id, monotonic_ms, who, act, about, reason, previous, hash)
           VALUES (:sequence, :at, :bootId, :monotonicMs, :who, :act, :about, :reason, :previous, :hash)`,
        ).run({ ...line, hash });
        return { done: result, head: { sequence: line.sequence, hash } };
      })
      .immediate();
    writeDurably(join(folder, HEAD_FILE), JSON.stringify(head));
    log.info('audit.line', { kind: entry.act, count: head.sequence, mark: head.hash.slice(0, 8) });
    return done;
  }
  return { write, note: (entry) => write(entry, () => undefined) };
}

/** After a database that was put back, the chain goes on behind the newest line ever written: the gap stays to be seen. */
function headToFollow(db: ReadableDB, folder: string): AuditHead {
  const inTable = headInTable(db);
  const kept = readAuditHead(folder);
  return kept !== null && kept.sequence > inTable.sequence ? kept : inTable;
}

/** The last line in the table; `NO_LINE`: there is none. */
export function headInTable(db: ReadableDB): AuditHead {
  return (
    db.prepare<[], AuditHead>('SELECT sequence, hash FROM audit ORDER BY sequence DESC LIMIT 1').get() ??
    NO_LINE
  );
}

/** Null: no act was ever noted here, or the file cannot be understood. */
export function readAuditHead(folder: string): AuditHead | null {
  try {
    const parsed = AuditHead.safeParse(JSON.parse(readFileSync(join(folder, HEAD_FILE), 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    if (error instanceof SyntaxError || codeOf(error) !== null) return null;
    throw error;
  }
}

/** SHA-256 over every field; the hub makes the same. */
export function hashOfLine(line: Omit<AuditLine, 'hash'>): string {
  return createHash('sha256').update(textOfLine(line)).digest('hex');
}

export type AuditFault =
  /** The line was changed after it was written. */
  | { fault: 'changed'; sequence: number }
  /** Lines are missing in front of this one; at the end: up to and with this one. */
  | { fault: 'missing'; sequence: number }
  /** The file that says where the chain ends is missing although there are lines. */
  | { fault: 'no-head'; sequence: number };

export interface AuditVerdict {
  lines: number;
  faults: AuditFault[];
}

/** Walks the whole chain and holds its end against `head`. */
export function verifyAudit(db: ReadableDB, head: AuditHead | null): AuditVerdict {
  const faults: AuditFault[] = [];
  let before = NO_LINE;
  let lines = 0;
  for (const line of eachLine(db)) {
    lines += 1;
    if (line.sequence !== before.sequence + 1) faults.push({ fault: 'missing', sequence: line.sequence });
    else if (line.previous !== before.hash) faults.push({ fault: 'changed', sequence: before.sequence });
    if (hashOfLine(line) !== line.hash) faults.push({ fault: 'changed', sequence: line.sequence });
    before = { sequence: line.sequence, hash: line.hash };
  }
  if (head === null) {
    if (lines > 0) faults.push({ fault: 'no-head', sequence: before.sequence });
  } else if (head.sequence > before.sequence) faults.push({ fault: 'missing', sequence: head.sequence });
  else if (head.sequence === before.sequence && head.hash !== before.hash) {
    faults.push({ fault: 'changed', sequence: head.sequence });
  }
  return { lines, faults: distinct(faults) };
}

const COLUMNS = `sequence, at, boot_id AS bootId, monotonic_ms AS monotonicMs, who, act, about, reason, previous, hash`;

function eachLine(db: ReadableDB): IterableIterator<AuditLine> {
  return db.prepare<[], AuditLine>(`SELECT ${COLUMNS} FROM audit ORDER BY sequence`).iterate();
}

/** The next lines behind one, as they lie there. */
export function listLinesAfter(db: ReadableDB, sequence: number, limit: number): AuditLine[] {
  return db
    .prepare<[number, number], AuditLine>(
      `SELECT ${COLUMNS} FROM audit WHERE sequence > ? ORDER BY sequence LIMIT ?`,
    )
    .all(sequence, limit);
}

function distinct(faults: readonly AuditFault[]): AuditFault[] {
  return [...new Map(faults.map((one) => [`${one.fault} ${one.sequence}`, one])).values()];
}
