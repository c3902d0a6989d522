import { AttachmentEntry } from '../../../shared/domain/attachment.ts';
import type { FollowUpAct } from '../../../shared/domain/follow-up.ts';
import type { Submission } from '../../../shared/domain/submission.ts';
import type { ReadableDB, WritableDB } from '../handles.ts';

interface Row {
  id: string;
  kind: string;
  flow_version: number;
  language: string;
  urgency: number;
  ticket_number: string;
  kiosk_code: string;
  sequence: number;
  recorded_at: number;
  boot_id: string;
  monotonic_ms: number;
  follows: string | null;
  sealed: Buffer | null;
  sealed_sha256: string;
  attachments: string | null;
  act: string | null;
  part: number | null;
  look_up_hash: string | null;
}

/** A submission as this kiosk holds it: `sealed` as bytes, and null once retention erased them. */
export type StoredSubmission = Omit<Submission, 'sealed'> & { sealed: Uint8Array | null };

const COLUMNS = `id, kind, flow_version, language, urgency, ticket_number, kiosk_code, sequence, recorded_at, boot_id,
  monotonic_ms, follows, sealed, sealed_sha256, attachments, act, part, look_up_hash`;

/** Inside the caller's transaction. `chain` is the first submission of the ticket. */
export function insertSubmission(
  db: WritableDB,
  submission: Omit<Submission, 'sealed'> & { sealed: Uint8Array },
  extra: { chain: string; answersTag: string | null },
): void {
  db.prepare(
    `INSERT INTO submission (${COLUMNS}, chain, answers_tag)
     VALUES (:id, :kind, :flowVersion, :language, :urgency, :ticketNumber, :kioskCode, :sequence, :recordedAt, :bootId,
       :monotonicMs, :follows, :sealed, :sealedSha256, :attachments, :act, :part, :secretHash, :chain, :answersTag)`,
  ).run({
    ...submission,
    follows: submission.follows ?? null,
    attachments: submission.attachments === undefined ? null : JSON.stringify(submission.attachments),
    act: submission.act ?? null,
    part: submission.part ?? null,
    secretHash: submission.secretHash ?? null,
    ...extra,
  });
}

export function findSubmission(db: ReadableDB, id: string): StoredSubmission | null {
  const row = db.prepare<[string], Row>(`SELECT ${COLUMNS} FROM submission WHERE id = ?`).get(id);
  return row ? rowToSubmission(row) : null;
}

/** The number of the next addition to a ticket; 1 is the first. Inside the transaction that uses it. */
export function nextPartOf(db: ReadableDB, ticketNumber: string): number {
  return db
    .prepare('SELECT coalesce(max(part), 0) + 1 FROM submission WHERE ticket_number = ?')
    .pluck()
    .get(ticketNumber) as number;
}

/** What was added to a ticket, oldest first, and whether the hub has it. */
export interface Addition {
  part: number;
  act: FollowUpAct;
  recordedAt: number;
  isReceived: boolean;
}

export function listAdditions(db: ReadableDB, ticketNumber: string): Addition[] {
  const rows = db
    .prepare<[string], { part: number; act: string; recorded_at: number; is_received: number }>(
      `SELECT part, act, recorded_at, submission_id IS NOT NULL AS is_received
       FROM submission LEFT JOIN acknowledgement ON submission_id = id
       WHERE ticket_number = ? AND part IS NOT NULL ORDER BY part`,
    )
    .all(ticketNumber);
  return rows.map((row) => ({
    part: row.part,
    act: row.act as FollowUpAct,
    recordedAt: row.recorded_at,
    isReceived: row.is_received === 1,
  }));
}

/** What tells a repeated call from a changed one; null: no such submission. */
export function findAnswersTag(
  db: ReadableDB,
  id: string,
): { tag: string | null; ticketNumber: string } | null {
  const row = db
    .prepare<[string], { answers_tag: string | null; ticket_number: string }>(
      'SELECT answers_tag, ticket_number FROM submission WHERE id = ?',
    )
    .get(id);
  return row ? { tag: row.answers_tag, ticketNumber: row.ticket_number } : null;
}

/** Once the visit is over nobody may ask again, and short answers could be guessed from their tag. */
export function forgetAnswersTags(db: WritableDB): void {
  db.prepare('UPDATE submission SET answers_tag = NULL WHERE answers_tag IS NOT NULL').run();
}

/**
 * What goes over the wire. Null when there is no such submission or its sealed bytes were already erased.
 */
export function submissionForHub(db: ReadableDB, id: string): Submission | null {
  const stored = findSubmission(db, id);
  if (stored === null || stored.sealed === null) return null;
  return { ...stored, sealed: Buffer.from(stored.sealed).toString('base64') };
}

/** The table's own checks and `insertSubmission` are the only way in, so the row is what the types say. */
function rowToSubmission(row: Row): StoredSubmission {
  return {
    id: row.id,
    kind: row.kind as Submission['kind'],
    flowVersion: row.flow_version,
    language: row.language as Submission['language'],
    urgency: row.urgency as Submission['urgency'],
    ticketNumber: row.ticket_number as Submission['ticketNumber'],
    kioskCode: row.kiosk_code,
    sequence: row.sequence,
    recordedAt: row.recorded_at,
    bootId: row.boot_id,
    monotonicMs: row.monotonic_ms,
    ...(row.follows === null ? {} : { follows: row.follows }),
    ...(row.act === null ? {} : { act: row.act as FollowUpAct }),
    ...(row.part === null ? {} : { part: row.part }),
    ...(row.attachments === null
      ? {}
      : { attachments: AttachmentEntry.array().parse(JSON.parse(row.attachments)) }),
    ...(row.look_up_hash === null ? {} : { secretHash: row.look_up_hash }),
    sealed: row.sealed,
    sealedSha256: row.sealed_sha256,
  };
}
