import type { ScreenLanguage } from '../../shared/domain/language.ts';
import { catalogues } from './texts.tsx';

const ZONE_NAMES: Record<string, string> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Pontianak': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
};

interface Parts {
  year: number;
  month: number;
  day: number;
  hour: string;
  minute: string;
}

/** "12 Mei 2026". `at` is Unix ms; the office's zone decides which day it is. */
export function formatDate(at: number, language: ScreenLanguage, timeZone: string): string {
  const { year, month, day } = partsOf(at, timeZone);
  return `${day} ${catalogues[language].date.months[month - 1]} ${year}`;
}

/** "10:42 WIB" in English, "10.42 WIB" otherwise. A zone outside Indonesia shows no name. */
export function formatTime(at: number, language: ScreenLanguage, timeZone: string): string {
  const { hour, minute } = partsOf(at, timeZone);
  const zone = ZONE_NAMES[timeZone];
  return `${hour}${language === 'en' ? ':' : '.'}${minute}${zone ? ` ${zone}` : ''}`;
}

/** "12 Mei 2026, 10.42 WIB". */
export function formatDateTime(at: number, language: ScreenLanguage, timeZone: string): string {
  return `${formatDate(at, language, timeZone)}, ${formatTime(at, language, timeZone)}`;
}

/** "12 Mei 2026" from "2026-05-12", with no zone to shift it. */
export function formatIsoDate(iso: string, language: ScreenLanguage): string {
  return formatDate(Date.parse(`${iso}T00:00:00Z`), language, 'UTC');
}

/** As much of a date as is known: "2024", "Mei 2024", "12 Mei 2024". */
export function formatPartialDate(
  date: { year: number; month?: number | undefined; day?: number | undefined },
  language: ScreenLanguage,
): string {
  const month = date.month === undefined ? undefined : catalogues[language].date.months[date.month - 1];
  return [month === undefined ? undefined : date.day, month, date.year]
    .filter((part) => part !== undefined)
    .join(' ');
}

/** Groups of `size` for dictation: "042917" becomes ["042", "917"]. */
export function groupForDictation(text: string, size = 3): string[] {
  const plain = text.replace(/[\s-]/g, '');
  const groups: string[] = [];
  for (let at = 0; at < plain.length; at += size) groups.push(plain.slice(at, at + size));
  return groups;
}

function partsOf(at: number, timeZone: string): Parts {
  // Only digits come from Intl: Chromium carries no names of its own for Javanese and Sundanese.
  const found = new Map(
    new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    })
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => found.get(type) ?? '';
  return {
    year: Number(part('year')),
    month: Number(part('month')),
    day: Number(part('day')),
    hour: part('hour'),
    minute: part('minute'),
  };
}
