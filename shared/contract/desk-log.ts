import { z } from 'zod';
import { DayReport } from './clerk.ts';
import { PROTOCOL } from './hub-api.ts';

/**
 * What the desks of a kiosk leave behind, as the hub keeps it: the audit log line by line, and the days that were closed. Counts,
 * staff numbers and ticket numbers, never a visitor.
 */

export const MAX_LOG_LINES = 100;
export const MAX_LOG_DAYS = 20;
/** Characters of one word of a line. Longer ones are sent cut: their hash then says that they are not whole. */
export const LONGEST_LOG_WORD = 2000;

const word = z.string().max(LONGEST_LOG_WORD);
const whole = z.number().int();

/**
 * One line of the audit log as it lies on the kiosk, true or not: the schema takes whatever a table can hold, so that nobody stops
 * the log from being sent by spoiling a line. What is wrong with a line is said, never refused.
 */
export const LogLine = z.strictObject({
  sequence: whole.positive(),
  /** Unix ms, the time that never runs backwards. */
  at: whole,
  bootId: word,
  monotonicMs: whole,
  /** A staff number, `setup` or `kioskctl`. */
  who: word,
  /** `area.what`, such as `queue.close`. */
  act: word,
  about: word.nullable(),
  reason: word.nullable(),
  /** Of the line before, SHA-256 as hex; 64 zeros in front of the first. */
  previous: word,
  /** SHA-256 of `textOfLine`, hex. */
  hash: word,
});
export type LogLine = z.infer<typeof LogLine>;

/** Where a chain ends. */
export const LogEnd = z.strictObject({ sequence: whole.nonnegative(), hash: word });
export type LogEnd = z.infer<typeof LogEnd>;

/** What the hash of a line is made of: every field in this order, as JSON, so that no two lines give the same text. */
export function textOfLine(line: Omit<LogLine, 'hash'>): string {
  const { previous, sequence, at, bootId, monotonicMs, who, act, about, reason } = line;
  const text = JSON.stringify([previous, sequence, at, bootId, monotonicMs, who, act, about, reason]);
  return `pos-migran-audit/1\n${text}`;
}

export const DeskLogBody = z.strictObject({
  /** In their order, behind what the hub is believed to have. Sending a line twice changes nothing. */
  lines: z.array(LogLine).max(MAX_LOG_LINES),
  /** The last line in the kiosk's table. Null: it has none. */
  end: LogEnd.nullable(),
  /** Where the chain ended when it was last written; kept beside the database, so that a restored one is noticed. */
  head: LogEnd.nullable(),
  /** Each closing of a day with its figures; `id` is that of the closing. */
  days: z.array(z.strictObject({ id: z.uuid(), figures: DayReport })).max(MAX_LOG_DAYS),
});
export type DeskLogBody = z.infer<typeof DeskLogBody>;

export const DeskLogAnswer = z.object({
  protocol: z.literal(PROTOCOL),
  epoch: z.uuid(),
  hubTime: z.number().int().nonnegative(),
  /**
   * Where the kiosk goes on: behind the highest line that the hub holds, 0: none. Where a page left a gap behind what was held, the
   * end of that, once: the hub may have lost lines that the kiosk still has.
   */
  goOnAfter: whole.nonnegative(),
});
export type DeskLogAnswer = z.infer<typeof DeskLogAnswer>;

export const deskLogRoutes = { deskLog: { method: 'POST', path: '/v1/desk-logs' } } as const;
