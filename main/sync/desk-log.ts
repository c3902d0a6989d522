import { dirname } from 'node:path';
import { z } from 'zod';
import { DayReport } from '../../shared/contract/clerk.ts';
import {
  type DeskLogBody,
  LONGEST_LOG_WORD,
  type LogLine,
  MAX_LOG_DAYS,
  MAX_LOG_LINES,
} from '../../shared/contract/desk-log.ts';
import type { ReadableDB, WritableDB } from '../db/handles.ts';
import { findEnrolment } from '../db/repositories/enrolment.ts';
import { readFact, writeFact } from '../db/repositories/facts.ts';
import { type AuditLine, headInTable, listLinesAfter, readAuditHead } from '../staff/audit.ts';
import type { HubClient } from './hub-client.ts';
import { findHubEpoch } from './hub-epoch.ts';
import type { HubTrouble } from './hub-verdict.ts';

/**
 * Brings the audit log and the closed days to the hub, page by page. Nothing here decides what is true: lines go as they lie in the
 * table, and the hub says what does not fit.
 */
export interface DeskLogSender {
  /** Null: the hub has everything, or is of a version that wants none of it. */
  send(round: {
    hub: Pick<HubClient, 'deskLog'>;
    signal: AbortSignal;
    isTimeUp: () => boolean;
    onProgress: () => void;
  }): Promise<HubTrouble | null>;
}

/** Behind what the hub has. `of`: the life of the hub and who this kiosk is to it; `line`: a sequence; `day`: a rowid of `office_day`. */
const Cursor = z.object({
  of: z.string(),
  line: z.number().int().nonnegative(),
  day: z.number().int().nonnegative(),
});
export type DeskLogCursor = z.infer<typeof Cursor>;

const CURSOR = 'desk-log.cursor';
/** A round ends some time; the rest goes with the next one. */
const MOST_PAGES = 100;

export function openDeskLogSender(db: WritableDB): DeskLogSender {
  /**
   * The ends of the chain as they were told last, in this run: after every start they are told again, so that a database that was put
   * back, with everything that it remembers, is noticed.
   */
  let told = '';
  return {
    async send({ hub, signal, isTimeUp, onProgress }) {
      for (let page = 0; page < MOST_PAGES && !isTimeUp(); page++) {
        const cursor = readDeskLogCursor(db);
        const { body, next } = readDeskLog(db, cursor);
        const ends = JSON.stringify([cursor.of, body.end, body.head]);
        const isNews = body.lines.length > 0 || next.day > cursor.day;
        if (!isNews && (told === ends || (body.end === null && body.head === null))) return null;
        const answer = await hub.deskLog(body, signal);
        if (!answer.ok) return answer.problem.hubCode === 'route.unknown' ? null : answer.problem;
        onProgress();
        // Further back where the hub has lost lines.
        const line = Math.min(next.line, answer.value.goOnAfter);
        const isFurther = line !== cursor.line || next.day > cursor.day;
        writeFact(db, CURSOR, { ...next, line });
        if (body.lines.length < MAX_LOG_LINES) told = ends;
        if (isNews && !isFurther) return null;
      }
      return null;
    },
  };
}

/** From the beginning for a hub that was restored, and for a kiosk that was enrolled as another one: what the hub has is not this. */
export function readDeskLogCursor(db: ReadableDB): DeskLogCursor {
  const of = `${findHubEpoch(db)} ${findEnrolment(db)?.kioskId}`;
  const kept = readFact(db, CURSOR, Cursor);
  return kept?.of === of ? kept : { of, line: 0, day: 0 };
}

/** One page behind a cursor, and the cursor behind that page. */
export function readDeskLog(
  db: ReadableDB,
  cursor: DeskLogCursor,
): { body: DeskLogBody; next: DeskLogCursor } {
  const lines = listLinesAfter(db, cursor.line, MAX_LOG_LINES);
  const days = listClosings(db, cursor.day);
  const end = headInTable(db);
  const body: DeskLogBody = {
    lines: lines.map(asSent),
    end: end.sequence === 0 ? null : { ...end, hash: cut(end.hash) },
    head: readAuditHead(dirname(db.name)),
    days: days.flatMap(({ id, figures }) => {
      const parsed = DayReport.safeParse(JSON.parse(figures));
      return parsed.success ? [{ id, figures: parsed.data }] : [];
    }),
  };
  return {
    body,
    next: {
      of: cursor.of,
      line: lines.at(-1)?.sequence ?? cursor.line,
      day: days.at(-1)?.rowid ?? cursor.day,
    },
  };
}

function listClosings(db: ReadableDB, after: number): { rowid: number; id: string; figures: string }[] {
  return db
    .prepare<[number, number], { rowid: number; id: string; figures: string }>(
      `SELECT rowid, id, figures FROM office_day WHERE event = 'closed' AND rowid > ? ORDER BY rowid LIMIT ?`,
    )
    .all(after, MAX_LOG_DAYS);
}

/** A spoiled line can be longer than any that was ever written here, and goes all the same: cut, it does not fit its hash. */
function asSent(line: AuditLine): LogLine {
  const { bootId, who, act, about, reason, previous, hash } = line;
  return {
    ...line,
    bootId: cut(bootId),
    who: cut(who),
    act: cut(act),
    about: about === null ? null : cut(about),
    reason: reason === null ? null : cut(reason),
    previous: cut(previous),
    hash: cut(hash),
  };
}

function cut(text: string): string {
  return text.slice(0, LONGEST_LOG_WORD);
}
