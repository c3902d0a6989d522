/** As much of a date as is known. `month` and `day` count from 1. */
export interface PartialDate {
  year: number;
  month?: number | undefined;
  day?: number | undefined;
}
export type PartName = 'year' | 'month' | 'day';

interface Today {
  year: number;
  month: number;
  day: number;
}

export const YEARS_PER_PAGE = 12;
/** The oldest year that the complaint's schema takes. */
const FIRST_YEAR = 1970;

/** Years newest first; page 0 starts with this year. */
export function yearsOf(page: number, today: Today): number[] {
  const newest = today.year - page * YEARS_PER_PAGE;
  return Array.from({ length: YEARS_PER_PAGE }, (_, at) => newest - at).filter((year) => year >= FIRST_YEAR);
}

/** Months of the chosen year that are not in the future. */
export function monthsFor(date: PartialDate | undefined, today: Today): number[] {
  const last = date?.year === today.year ? today.month : 12;
  return upTo(last);
}

/** Days of the chosen month that are not in the future. */
export function daysFor(date: PartialDate | undefined, today: Today): number[] {
  if (date?.month === undefined) return [];
  const isThisMonth = date.year === today.year && date.month === today.month;
  // Day 0 of the next month is the last of this one; UTC keeps zones out of it.
  const length = new Date(Date.UTC(date.year, date.month, 0)).getUTCDate();
  return upTo(isThisMonth ? today.day : length);
}

/** The first part without an answer, or the last. */
export function startPart(date: PartialDate | undefined): PartName {
  if (date === undefined) return 'year';
  return date.month === undefined ? 'month' : 'day';
}

function upTo(last: number): number[] {
  return Array.from({ length: last }, (_, at) => at + 1);
}
