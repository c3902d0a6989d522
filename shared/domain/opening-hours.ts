import { z } from 'zod';

/**
 * When the counter of an office is open. Pure: time comes in as Unix ms, days and times are those of the office. Nothing here knows any
 * office's hours; they are set at its desk, and where nobody did, they are not known.
 */

/** Indonesia has three and no summer time, so each is a fixed number of hours before UTC. */
export const OfficeZone = z.enum(['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura']);
export type OfficeZone = z.infer<typeof OfficeZone>;

const HOURS_BEFORE_UTC: Record<OfficeZone, number> = {
  'Asia/Jakarta': 7,
  'Asia/Makassar': 8,
  'Asia/Jayapura': 9,
};

/** `HH:MM`, 00:00 to 23:59. */
export const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** Open from `opens`, closed from `closes` on, on the same day. */
export const OpenSpan = z
  .strictObject({ opens: TimeOfDay, closes: TimeOfDay })
  .refine(({ opens, closes }) => opens < closes, { error: 'closes before it opens' });
export type OpenSpan = z.infer<typeof OpenSpan>;

/** The open spans of a day, in order and apart, such as before and after a break. None: closed. */
export const DayHours = z
  .array(OpenSpan)
  .max(3)
  .refine((spans) => spans.every(({ opens }, at) => at === 0 || (spans[at - 1]?.closes ?? '') < opens), {
    error: 'spans that touch or are not in order',
  });
export type DayHours = z.infer<typeof DayHours>;

/** In the order of the week. */
export const Weekday = z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']);
export type Weekday = z.infer<typeof Weekday>;

/** Every day is said, so that one that was forgotten is not taken for closed. */
export const WeekHours = z.record(Weekday, DayHours);
export type WeekHours = z.infer<typeof WeekHours>;

export const ExceptionReason = z.enum(['holiday', 'event', 'short-staffed', 'longer', 'other']);
export type ExceptionReason = z.infer<typeof ExceptionReason>;

/** One day that is not like its weekday. */
export const HoursException = z.strictObject({
  date: z.iso.date(),
  hours: DayHours,
  reason: ExceptionReason,
});
export type HoursException = z.infer<typeof HoursException>;

export const MAX_EXCEPTIONS = 60;

export const OpeningHours = z.strictObject({
  timeZone: OfficeZone,
  week: WeekHours,
  exceptions: z.array(HoursException).max(MAX_EXCEPTIONS),
});
export type OpeningHours = z.infer<typeof OpeningHours>;

/**
 * A week from single spans, as the hub's settings list them (weekday 1 is Monday); a day without one is closed. Null where that says
 * nothing that can be told: no span at all, or spans of one day that touch.
 */
export function weekFromSpans(
  spans: readonly { weekday: number; opens: string; closes: string }[],
): WeekHours | null {
  if (spans.length === 0) return null;
  const week = Weekday.options.map((day, at) => [
    day,
    spans
      .filter(({ weekday }) => weekday === at + 1)
      .map(({ opens, closes }) => ({ opens, closes }))
      .toSorted((a, b) => (a.opens < b.opens ? -1 : 1)),
  ]);
  return WeekHours.safeParse(Object.fromEntries(week)).data ?? null;
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/**
 * As far as `nextChange` looks: where a week has one open day, as many exceptions as there may be cannot close that day for longer.
 */
const HORIZON_DAYS = 7 * (MAX_EXCEPTIONS + 2);

/** Calendar day at the office, `YYYY-MM-DD`. */
export function officeDateOf(timeZone: OfficeZone, at: number): string {
  return new Date(at + offsetMs(timeZone)).toISOString().slice(0, 10);
}

/** The hours of one day at the office, its exception first. None: closed. */
export function hoursOn({ week, exceptions }: OpeningHours, date: string): DayHours {
  const exception = exceptions.find((one) => one.date === date);
  return exception === undefined ? week[weekdayOf(date)] : exception.hours;
}

/** The weekday of a calendar day. */
export function weekdayOf(date: string): Weekday {
  // `getUTCDay` begins with Sunday.
  return Weekday.options[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7] ?? 'sun';
}

/** Whether the counter is open at this moment. */
export function isOpenAt(hours: OpeningHours, at: number): boolean {
  return spansOn(hours, startOfOfficeDay(hours.timeZone, at)).some(
    ({ from, until }) => from <= at && at < until,
  );
}

/**
 * The first moment after `at` at which the counter opens or closes, and which of the two it is. Null: none within the next
 * fourteen months.
 */
export function nextChange(hours: OpeningHours, at: number): { at: number; isOpen: boolean } | null {
  const today = startOfOfficeDay(hours.timeZone, at);
  for (let day = 0; day <= HORIZON_DAYS; day++) {
    for (const span of spansOn(hours, today + day * DAY_MS)) {
      if (span.from > at) return { at: span.from, isOpen: true };
      if (span.until > at) return { at: span.until, isOpen: false };
    }
  }
  return null;
}

function offsetMs(timeZone: OfficeZone): number {
  return HOURS_BEFORE_UTC[timeZone] * 60 * MINUTE_MS;
}

/** Midnight at the office before or at this moment, Unix ms. */
function startOfOfficeDay(timeZone: OfficeZone, at: number): number {
  const local = at + offsetMs(timeZone);
  return Math.floor(local / DAY_MS) * DAY_MS - offsetMs(timeZone);
}

/** The open spans of the day that begins at `midnight`, Unix ms. */
function spansOn(hours: OpeningHours, midnight: number): { from: number; until: number }[] {
  return hoursOn(hours, officeDateOf(hours.timeZone, midnight)).map(({ opens, closes }) => ({
    from: midnight + minutesOf(opens) * MINUTE_MS,
    until: midnight + minutesOf(closes) * MINUTE_MS,
  }));
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
