import { z } from 'zod';
import type { Hotline, KioskContent } from '../../shared/contract/content.ts';
import type { Ticket } from '../../shared/contract/ipc.ts';
import type { Language } from '../../shared/domain/language.ts';
import type { ComplaintSlip, EmergencySlip, OfficeTimeZone } from '../../shared/domain/slip.ts';
import { TicketSecret } from '../../shared/domain/ticket.ts';
import type { Enrolment } from '../db/repositories/enrolment.ts';

const DAY_MS = 86_400_000;
const LABEL_OF: Record<Enrolment['office']['timeZone'], OfficeTimeZone> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
};

/** What becomes of the data, with the days that the content pack sets. */
const PRIVACY_LINE: Record<Language, (days: number) => string> = {
  id: (days) =>
    `Isi pengaduan Anda disegel. Hanya petugas pusat yang bisa membacanya. Di kios ini data dihapus ${days} hari setelah diterima pusat.`,
  en: (days) =>
    `Your complaint is sealed. Only officers at the centre can read it. This kiosk erases it ${days} days after the centre has received it.`,
};

/** Never the category, a name, a NIK or a word of the story: the slip lies on counters and in bags. */
export function complaintSlipFacts(
  ticket: Ticket,
  from: { language: Language; enrolment: Enrolment; content: KioskContent; isFollowable: boolean },
): ComplaintSlip {
  const { content, language } = from;
  const { office } = from.enrolment;
  return {
    kind: 'complaint',
    language,
    officeName: office.name,
    officeTimeZone: LABEL_OF[office.timeZone],
    serviceName: content.service.name,
    number: ticket.number,
    secret: ticket.secret,
    qrText: ticket.qrText,
    recordedAtMs: ticket.recordedAt,
    nextSteps: content.complaintNextSteps
      .filter((step) => from.isFollowable || !step.onlyWithContact)
      .map((step) => ({
        text: step.text[language],
        ...(step.withinDays === null
          ? {}
          : { by: dateAt(office.timeZone, ticket.recordedAt + step.withinDays * DAY_MS) }),
      })),
    hotlines: slipHotlines(content.hotlines, language),
    privacyLine: PRIVACY_LINE[language](content.retentionDays.complaint),
  };
}

export function emergencySlipFacts(
  language: Language,
  content: KioskContent,
  officeName: string,
): EmergencySlip {
  return {
    kind: 'emergency',
    language,
    officeName: officeName || content.service.name,
    serviceName: content.service.name,
    hotlines: slipHotlines(content.hotlines, language),
  };
}

/** Null when the slip has no facts any more. */
export function secretOnSlip(facts: unknown): string | null {
  const parsed = z.object({ secret: TicketSecret }).safeParse(facts);
  return parsed.success ? parsed.data.secret : null;
}

function slipHotlines(hotlines: readonly Hotline[], language: Language) {
  return hotlines.slice(0, 8).map(({ name, note, number }) => ({
    label: `${name[language]} (${note[language]})`,
    number,
  }));
}

/** The calendar date at the office, `2026-12-22`. */
function dateAt(timeZone: string, time: number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(time);
}
