import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';

/** What one complaint comes to on the disk without any of our work: its bytes in one flushed transaction. */
export interface Floor {
  /** Milliseconds of one transaction. */
  commit(): number;
  close(): void;
}

/** A second database beside the kiosk's, on the same disk, with the same settings for flushing. */
export function openFloor(folder: string, bytes: number): Floor {
  const db = new Database(join(folder, 'floor.db'));
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec('CREATE TABLE IF NOT EXISTS floor (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT');
  const insert = db.prepare('INSERT INTO floor (bytes) VALUES (?)');
  return {
    commit() {
      const content = randomBytes(bytes);
      const began = performance.now();
      insert.run(content);
      return performance.now() - began;
    },
    close: () => db.close(),
  };
}

/** Bytes of everything that the last complaint wrote: the sealed record, its ticket, its slip and its jobs. */
export function bytesOfLastComplaint(folder: string): number {
  const db = new Database(join(folder, 'kiosk.db'), { readonly: true, fileMustExist: true });
  try {
    const submission = db.prepare('SELECT * FROM submission ORDER BY sequence DESC LIMIT 1').get() as Row;
    const ticket = db.prepare('SELECT * FROM ticket WHERE submission_id = ?').get(submission.id) as Row;
    const slip = db.prepare('SELECT * FROM slip WHERE ticket_number = ?').get(ticket.number) as Row;
    const jobs = db
      .prepare('SELECT * FROM job WHERE id IN (?, ?)')
      .all(`send-submission:${submission.id}`, `print-slip:${slip.id}`) as Row[];
    return [submission, ticket, slip, ...jobs].reduce((sum, row) => sum + bytesOf(row), 0);
  } finally {
    db.close();
  }
}

type Row = Record<string, unknown>;

function bytesOf(row: Row): number {
  return Object.values(row).reduce<number>((sum, value) => {
    if (value === null) return sum;
    return sum + (value instanceof Uint8Array ? value.length : Buffer.byteLength(String(value)));
  }, 0);
}
