import type { AuditRow, ClerkInput, ClerkOutput } from '../../shared/contract/clerk.ts';
import type { ReadableDB } from '../db/handles.ts';
import { readAuditHead, verifyAudit } from '../staff/audit.ts';

/** Reads the audit log by pages, and says of the whole chain whether a line is missing or changed. */
export interface AuditRows {
  page(input: ClerkInput<'clerk.audit'>): ClerkOutput<'clerk.audit'>;
}

export function openAuditRows({ db, folder }: { db: ReadableDB; folder: string }): AuditRows {
  let verified: { of: string; isWhole: boolean } | null = null;

  /**
   * The whole chain is walked once for each state it can be in: this app only adds lines, which moves the end; and any other program
   * that writes to the file moves `data_version`.
   */
  function isWhole(): boolean {
    const head = readAuditHead(folder);
    const end = db.prepare('SELECT max(sequence) FROM audit').pluck().get();
    const of = JSON.stringify([db.pragma('data_version', { simple: true }), end, head]);
    if (verified?.of !== of) verified = { of, isWhole: verifyAudit(db, head).faults.length === 0 };
    return verified.isWhole;
  }

  return {
    page({ before, limit }) {
      const rows = db
        .prepare<object, AuditRow>(
          `SELECT sequence, at, who, act, about, reason FROM audit
           WHERE sequence < :before ORDER BY sequence DESC LIMIT :limit`,
        )
        .all({ before: before ?? Number.MAX_SAFE_INTEGER, limit: limit + 1 });
      const lines = rows.slice(0, limit);
      const older = rows.length > limit ? (lines.at(-1)?.sequence ?? null) : null;
      return { lines, older, isWhole: isWhole() };
    },
  };
}
