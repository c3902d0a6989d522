import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { ReportBody } from '../../shared/contract/deliveries.ts';
import type { ReadableDB, WritableDB } from '../db/handles.ts';
import { listUntoldCommands, markCommandsTold } from '../db/repositories/commands.ts';
import { listTaken, listUntoldRefusals, markRefusalsTold } from '../db/repositories/documents.ts';
import { readFact, writeFact } from '../db/repositories/facts.ts';
import { findHubEpoch } from '../sync/hub-epoch.ts';

const TOLD = 'report.told';
const MOST = 50;
const MOST_SET_ASIDE = 200;
const LONGEST_CODE = 60;

/** What the hub has not been told yet. Null: it knows everything. */
export interface Report {
  body: ReportBody;
  /** The hub has it. `now`: Unix ms. Inside no transaction. */
  markTold(db: WritableDB, now: number): void;
}

export function readReport(
  db: ReadableDB,
  more: {
    stuckRounds: number;
    contentName: string | null;
    update?: ReportBody['update'];
    crashes?: ReportBody['crashes'];
  },
): Report | null {
  const refused = listUntoldRefusals(db, MOST);
  const commands = listUntoldCommands(db, MOST);
  const body: ReportBody = {
    applied: Object.fromEntries(listTaken(db).map(({ kind, version }) => [kind, version])),
    refused: refused.map((one) => ({ ...one, code: one.code.slice(0, LONGEST_CODE) })),
    commands: commands.map((one) => ({ ...one, code: one.code?.slice(0, LONGEST_CODE) ?? null })),
    setAside: listSetAside(db),
    stuckRounds: more.stuckRounds,
    contentName: more.contentName,
    ...(more.update === undefined ? {} : { update: more.update }),
    ...(more.crashes?.length ? { crashes: more.crashes } : {}),
  };
  // A hub that was restored has forgotten what it was told.
  const epoch = findHubEpoch(db);
  const known = createHash('sha256')
    .update(JSON.stringify([epoch, body]))
    .digest('hex');
  const isKnown = refused.length === 0 && commands.length === 0 && readFact(db, TOLD, z.string()) === known;
  if (isKnown) return null;
  return {
    body,
    markTold(writable, now) {
      writable.transaction(() => {
        markRefusalsTold(writable, refused, now);
        markCommandsTold(
          writable,
          commands.map(({ id }) => id),
          now,
        );
        // What is told once is not in the next one.
        const next = JSON.stringify([epoch, { ...body, refused: [], commands: [] }]);
        writeFact(writable, TOLD, createHash('sha256').update(next).digest('hex'));
      })();
    },
  };
}

/** Records that wait for a person or that a person ended, the newest of them: the hub cannot know what never arrived. */
function listSetAside(db: ReadableDB): ReportBody['setAside'] {
  const rows = db
    .prepare<[number], { submissionId: string; state: 'needs-person' | 'refused' | 'closed'; code: string }>(
      `SELECT json_extract(payload, '$.submissionId') AS submissionId,
              CASE WHEN job_closed.job_id IS NULL THEN state ELSE 'closed' END AS state,
              coalesce(last_problem, 'job.failed') AS code
       FROM job LEFT JOIN job_closed ON job_closed.job_id = job.id
       WHERE kind = 'send-submission' AND state IN ('needs-person', 'refused')
       ORDER BY job.finished_at DESC, job.id LIMIT ?`,
    )
    .all(MOST_SET_ASIDE);
  return rows.map(({ submissionId, state, code }) => ({
    submissionId,
    state,
    code: code.slice(0, LONGEST_CODE),
  })) as ReportBody['setAside'];
}
