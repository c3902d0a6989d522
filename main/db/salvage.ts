import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Submission } from '../../shared/domain/submission.ts';
import { enqueue } from '../jobs/queue.ts';
import type { WritableDB } from './handles.ts';
import type { OpenOptions } from './open.ts';
import { insertAttachments } from './repositories/attachments.ts';
import { insertSubmission } from './repositories/submissions.ts';
import { insertTicket } from './repositories/tickets.ts';

/**
 * Takes over what can still be read from a damaged database and is not in the restored one: submissions whose
 * sealed bytes fit their hash, with their tickets, to be sent again (the hub knows its own). Reads from both ends, because
 * a broken page stops a walk. Works on a copy, so that the damaged files stay as they were found. Never throws
 * for what it reads; gives how many were taken over.
 */
export function salvageSubmissions(db: WritableDB, damaged: string, options: OpenOptions): number {
  const place = mkdtempSync(join(damaged, 'reading-'));
  try {
    const path = copyForReading(damaged, place);
    if (path === null) return 0;
    const rows = new Map<unknown, Row>();
    for (const order of ['ASC', 'DESC'] as const) {
      for (const row of readable(path, order, options)) rows.set(row.id, row);
    }
    // An addition names the submission that opened its ticket, which must be there first.
    const openersFirst = [...rows.values()].sort(
      (a, b) => Number(a.follows !== null) - Number(b.follows !== null),
    );
    const taken = openersFirst.filter((row) => takeOver(db, row)).length;
    return taken;
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

function copyForReading(damaged: string, place: string): string | null {
  const file = join(damaged, 'kiosk.db');
  if (!existsSync(file)) return null;
  const path = join(place, 'kiosk.db');
  copyFileSync(file, path);
  for (const log of ['kiosk.db-wal', 'kiosk.db-wal.kept']) {
    if (existsSync(join(damaged, log))) copyFileSync(join(damaged, log), `${path}-wal`);
  }
  return path;
}

type Row = Record<string, unknown>;

/** Rows until the first page that cannot be read. */
function readable(path: string, order: 'ASC' | 'DESC', options: OpenOptions): Row[] {
  const rows: Row[] = [];
  let db: Database.Database | null = null;
  try {
    db = new Database(path, options.nativeBinding ? { nativeBinding: options.nativeBinding } : {});
    db.pragma('trusted_schema = OFF');
    db.pragma('cell_size_check = ON');
    const statement = db.prepare<[], Row>(
      `SELECT ticket.*, submission.* FROM submission NOT INDEXED
       JOIN ticket ON ticket.number = submission.ticket_number
       WHERE sealed IS NOT NULL ORDER BY submission.rowid ${order}`,
    );
    for (const row of statement.iterate()) rows.push(row);
  } catch {
    // As far as it went.
  } finally {
    closeQuietly(db);
  }
  return rows;
}

function closeQuietly(db: Database.Database | null): void {
  try {
    db?.close();
  } catch {
    // A damaged copy that cannot even be closed cleanly is removed with its folder.
  }
}

/** False: it is there already, or what was read is not whole. */
function takeOver(db: WritableDB, row: Row): boolean {
  if (!Buffer.isBuffer(row.sealed)) return false;
  const parsed = Submission.safeParse({
    id: row.id,
    kind: row.kind,
    flowVersion: row.flow_version,
    language: row.language,
    urgency: row.urgency,
    ticketNumber: row.ticket_number,
    kioskCode: row.kiosk_code,
    sequence: row.sequence,
    recordedAt: row.recorded_at,
    bootId: row.boot_id,
    monotonicMs: row.monotonic_ms,
    ...(row.follows === null ? {} : { follows: row.follows }),
    // A database from before additions and photos has no such columns.
    ...(row.act ? { act: row.act, part: row.part } : {}),
    ...(typeof row.attachments === 'string' ? { attachments: JSON.parse(row.attachments) } : {}),
    ...(typeof row.look_up_hash === 'string' ? { secretHash: row.look_up_hash } : {}),
    sealed: row.sealed.toString('base64'),
    sealedSha256: createHash('sha256').update(row.sealed).digest('hex'),
  });
  if (!parsed.success || parsed.data.sealedSha256 !== row.sealed_sha256) return false;
  const submission = parsed.data;
  if (!hasRoomFor(db, submission)) return false;
  db.transaction(() => {
    insertSubmission(
      db,
      { ...submission, sealed: row.sealed as Buffer },
      { chain: String(row.chain), answersTag: null },
    );
    insertAttachments(db, submission, String(row.chain));
    if (submission.follows === undefined) {
      insertTicket(db, {
        number: submission.ticketNumber,
        submissionId: submission.id,
        secretHash: String(row.secret_hash),
        qrText: String(row.qr_text),
        recordedAt: submission.recordedAt,
        isFollowable: row.is_followable !== 0,
      });
    }
    enqueue(db, {
      kind: 'send-submission',
      payload: { submissionId: submission.id },
      chain: String(row.chain),
      sequence: submission.sequence,
      urgency: submission.urgency,
      runAfter: submission.recordedAt,
      createdAt: submission.recordedAt,
    });
  }).immediate();
  return true;
}

/** Nothing of it is there yet, and what it follows is. */
function hasRoomFor(db: WritableDB, { id, ticketNumber, sequence, follows, part }: Submission): boolean {
  if (db.prepare('SELECT 1 FROM submission WHERE id = ? OR sequence = ?').get(id, sequence)) return false;
  if (follows === undefined) {
    return !db
      .prepare('SELECT 1 FROM submission WHERE ticket_number = ? AND follows IS NULL')
      .get(ticketNumber);
  }
  if (!db.prepare('SELECT 1 FROM submission WHERE id = ?').get(follows)) return false;
  return !db
    .prepare('SELECT 1 FROM submission WHERE ticket_number = ? AND part = ?')
    .get(ticketNumber, part ?? null);
}
