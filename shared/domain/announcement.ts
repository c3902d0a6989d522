import { z } from 'zod';
import { cleanText } from '../lib/clean-text.ts';

const OfficeDate = z.iso.date();
const DAY_MS = 86_400_000;

/** Characters of one language: a passer-by reads it from three metres. */
export const ANNOUNCEMENT_LIMIT = 80;
/** Longer than this nobody remembers who wrote it; it can be written anew. */
export const LONGEST_ANNOUNCEMENT_DAYS = 90;

/** Why a text may not stand on the screen that waits for visitors. */
export type AnnouncementFault = 'empty' | 'too-long' | 'phone' | 'link';

/** Times (`08.00`) and days (`25-12-2026`) are no phone numbers. */
const TIMES_AND_DAYS =
  /(?<![\d.+])(?:\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|(?:[01]?\d|2[0-3])[.:][0-5]\d)(?![\d:]|\.\d)/g;
const MANY_DIGITS = /\d(?:[\s().+-]*\d){5,}/;
const CALLED_NUMBER = /\b(?:telepon|telpon|telp|tlp|hp|wa|whatsapp|hubungi|call|phone|sms)\b\W*\d{3,}/i;
const LINK =
  /https?:|www\.|@|\b[a-z0-9-]+\.(?:com|net|org|info|id|co|me|ly|link|app|site|online|xyz|my|hk|tw|sg)\b/i;

/**
 * Numbers to call and addresses to open are content with a source and an end, checked before they are shown. On this screen they
 * are what a swindler would want to write, so nobody types them freely.
 */
export function faultOfAnnouncement(typed: string): AnnouncementFault | null {
  const text = cleanText(typed);
  if (text === '') return 'empty';
  if (text.length > ANNOUNCEMENT_LIMIT) return 'too-long';
  if (LINK.test(text)) return 'link';
  const rest = text.replace(TIMES_AND_DAYS, ' ');
  return MANY_DIGITS.test(rest) || CALLED_NUMBER.test(rest) ? 'phone' : null;
}

const AnnouncementText = z
  .string()
  .overwrite(cleanText)
  .refine((text) => faultOfAnnouncement(text) === null);

/** What the office tells everybody who passes. It stands from the beginning of `from` to the end of `until`. */
export const Announcement = z
  .strictObject({
    text: z.strictObject({ id: AnnouncementText, en: AnnouncementText }),
    from: OfficeDate,
    until: OfficeDate,
  })
  .refine(({ from, until }) => from <= until && daysBetween(from, until) < LONGEST_ANNOUNCEMENT_DAYS);
export type Announcement = z.infer<typeof Announcement>;

function daysBetween(from: string, until: string): number {
  return (Date.parse(until) - Date.parse(from)) / DAY_MS;
}
