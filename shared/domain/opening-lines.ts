import type { Language } from './language.ts';
import { dateAfterDays } from './office-day.ts';
import { type DayHours, type OpeningHours, officeDateOf, Weekday, weekdayOf } from './opening-hours.ts';

const WORDS: Record<
  Language,
  { days: Record<Weekday, string>; and: string; to: string; closed: string; title: string }
> = {
  id: {
    title: 'Jam buka loket',
    days: {
      mon: 'Senin',
      tue: 'Selasa',
      wed: 'Rabu',
      thu: 'Kamis',
      fri: 'Jumat',
      sat: 'Sabtu',
      sun: 'Minggu',
    },
    and: ' dan ',
    to: ' sampai ',
    closed: 'tutup',
  },
  en: {
    title: 'The counter is open',
    days: {
      mon: 'Monday',
      tue: 'Tuesday',
      wed: 'Wednesday',
      thu: 'Thursday',
      fri: 'Friday',
      sat: 'Saturday',
      sun: 'Sunday',
    },
    and: ' and ',
    to: ' to ',
    closed: 'closed',
  },
};

/** Days ahead of which a visitor must know that they are other than usual. */
const DAYS_AHEAD = 14;

export function openingTitle(language: Language): string {
  return WORDS[language].title;
}

/**
 * When to come to the counter, in lines for a screen or a slip: weekdays with the same hours are one line, and the days of the next
 * two weeks that are other than their weekday follow. `at`: Unix ms.
 */
export function openingLines(hours: OpeningHours, at: number, language: Language): string[] {
  const { days, and, to, closed } = WORDS[language];
  const said = (day: DayHours) =>
    day.length === 0
      ? closed
      : day.map(({ opens, closes }) => `${opens.replace(':', '.')}-${closes.replace(':', '.')}`).join(and);
  const groups: { first: Weekday; last: Weekday; said: string }[] = [];
  for (const day of Weekday.options) {
    const group = groups.at(-1);
    const line = said(hours.week[day]);
    if (group?.said === line) group.last = day;
    else groups.push({ first: day, last: day, said: line });
  }
  const today = officeDateOf(hours.timeZone, at);
  const end = dateAfterDays(today, DAYS_AHEAD);
  const others = hours.exceptions
    .filter(({ date }) => today <= date && date < end)
    .toSorted((a, b) => (a.date < b.date ? -1 : 1));
  return [
    ...groups.map(({ first, last, said: line }) =>
      first === last ? `${days[first]}: ${line}` : `${days[first]}${to}${days[last]}: ${line}`,
    ),
    ...others.map(({ date, hours: day }) => {
      const [year, month, ofMonth] = date.split('-');
      return `${days[weekdayOf(date)]} ${ofMonth}-${month}-${year}: ${said(day)}`;
    }),
  ];
}
