import type { Hotline, KioskContent } from '../../../shared/contract/content.ts';
import type { Ticket } from '../../../shared/contract/ipc.ts';
import type { Language } from '../../../shared/domain/language.ts';
import { type OfficeTimeZone, SlipHotline } from '../../../shared/domain/slip.ts';
import type { Enrolment } from '../../db/repositories/enrolment.ts';

/** What every slip of a submission is made from, besides the answers. */
export interface SlipSource {
  ticket: Ticket;
  language: Language;
  enrolment: Omit<Enrolment, 'rootKey'>;
  content: KioskContent;
}

const DAY_MS = 86_400_000;
const LABEL_OF: Record<Enrolment['office']['timeZone'], OfficeTimeZone> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
};

/** WIB, WITA or WIT: what stands behind a time on paper. */
export function officeTimeZoneLabel(timeZone: Enrolment['office']['timeZone']): OfficeTimeZone {
  return LABEL_OF[timeZone];
}

/** Where the slip comes from. */
export function placeOf({
  language,
  enrolment,
  content,
}: Pick<SlipSource, 'language' | 'enrolment' | 'content'>) {
  return {
    language,
    officeName: clip(enrolment.office.name || content.service.name, 80),
    officeTimeZone: officeTimeZoneLabel(enrolment.office.timeZone),
    serviceName: clip(content.service.name, 60),
  };
}

/** What makes a slip the proof of a ticket. */
export function ticketOf({ ticket }: Pick<SlipSource, 'ticket'>) {
  return {
    number: ticket.number,
    secret: ticket.secret,
    qrText: ticket.qrText,
    recordedAtMs: ticket.recordedAt,
  };
}

/** Numbers to call. One that no slip can hold is left out: a shortened number would call somebody else. */
export function slipHotlines(hotlines: readonly Hotline[], language: Language): SlipHotline[] {
  return hotlines
    .map(({ name, note, number }) => ({
      label: clip(name[language], 120),
      number: number.trim(),
      ...(note[language].trim() === '' ? {} : { note: clip(note[language], 120) }),
    }))
    .filter((hotline) => SlipHotline.safeParse(hotline).success)
    .slice(0, 8);
}

/** The calendar date at the office so many days after a moment, `2026-12-22`. */
export function dateAfter(moment: number, days: number, enrolment: SlipSource['enrolment']): string {
  return new Intl.DateTimeFormat('en-CA', {
    timeZone: enrolment.office.timeZone,
    dateStyle: 'short',
  }).format(moment + days * DAY_MS);
}

/**
 * At most `max` characters, cut at a blank, and a dash for nothing: a slip refuses longer and empty lines, a pack may have them, and
 * nobody is to go without her paper for it.
 */
export function clip(text: string, max: number): string {
  const trimmed = text.trim();
  if (trimmed === '') return '-';
  if (trimmed.length <= max) return trimmed;
  const cut = trimmed.slice(0, max - 3);
  const blank = cut.lastIndexOf(' ');
  return `${(blank > max / 2 ? cut.slice(0, blank) : cut).trimEnd()}...`;
}
