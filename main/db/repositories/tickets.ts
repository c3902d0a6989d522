import type { TicketNumber } from '../../../shared/domain/ticket.ts';
import type { ReadableDB, WritableDB } from '../handles.ts';

export interface StoredTicket {
  number: TicketNumber;
  submissionId: string;
  secretHash: string;
  qrText: string;
  recordedAt: number;
  /** False: nobody left a way to be reached, so there is no case to follow. */
  isFollowable: boolean;
}

interface Row {
  number: string;
  submission_id: string;
  secret_hash: string;
  qr_text: string;
  recorded_at: number;
  is_followable: number;
}

/** Inside the caller's transaction. */
export function insertTicket(db: WritableDB, ticket: StoredTicket): void {
  db.prepare(
    `INSERT INTO ticket (number, submission_id, secret_hash, qr_text, recorded_at, is_followable)
     VALUES (:number, :submissionId, :secretHash, :qrText, :recordedAt, :isFollowable)`,
  ).run({ ...ticket, isFollowable: ticket.isFollowable ? 1 : 0 });
}

export function findTicket(db: ReadableDB, number: string): StoredTicket | null {
  const row = db
    .prepare<[string], Row>(
      'SELECT number, submission_id, secret_hash, qr_text, recorded_at, is_followable FROM ticket WHERE number = ?',
    )
    .get(number);
  if (!row) return null;
  return {
    number: row.number as TicketNumber,
    submissionId: row.submission_id,
    secretHash: row.secret_hash,
    qrText: row.qr_text,
    recordedAt: row.recorded_at,
    isFollowable: row.is_followable === 1,
  };
}
