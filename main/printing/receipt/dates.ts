import type { OfficeTimeZone } from '../../../shared/domain/slip.ts';
import type { SlipTexts } from '../texts.ts';

/** Indonesia's three zones, fixed, without summer time. */
const HOURS_FROM_UTC: Readonly<Record<OfficeTimeZone, number>> = { WIB: 7, WITA: 8, WIT: 9 };

/** Keeps the parts of a date on one line. */
const GLUE = '\u00a0';

/** `22 Nov 2026` and `10.42 WIB`: hand-made, because the runtime's calendars lack some of our languages. */
export function momentAt(
  unixMs: number,
  zone: OfficeTimeZone,
  texts: Pick<SlipTexts, 'months'>,
): { date: string; time: string } {
  const local = new Date(unixMs + HOURS_FROM_UTC[zone] * 3_600_000);
  const time = `${two(local.getUTCHours())}.${two(local.getUTCMinutes())}${GLUE}${zone}`;
  return { date: dateText(local, texts), time };
}

/** `22 Des 2026` from `2026-12-22`. */
export function calendarDay(isoDate: string, texts: Pick<SlipTexts, 'months'>): string {
  return dateText(new Date(`${isoDate}T00:00:00Z`), texts);
}

function dateText(day: Date, texts: Pick<SlipTexts, 'months'>): string {
  return [day.getUTCDate(), texts.months[day.getUTCMonth()], day.getUTCFullYear()].join(GLUE);
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
