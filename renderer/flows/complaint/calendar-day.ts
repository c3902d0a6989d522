/** The calendar day of a moment (Unix ms) in the office's zone; `month` counts from 1. */
export function calendarDay(at: number, timeZone: string): { year: number; month: number; day: number } {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((found) => found.type === type)?.value);
  return { year: part('year'), month: part('month'), day: part('day') };
}

/** The latest day worth offering: today, or the end of next year where the clock itself is in doubt. */
export function latestDay(at: number, timeZone: string, isClockSuspect: boolean) {
  const today = calendarDay(at, timeZone);
  return isClockSuspect ? { year: today.year + 1, month: 12, day: 31 } : today;
}
