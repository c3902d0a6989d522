import type { Language } from '../../../shared/domain/language.ts';
import { openingLines } from '../../../shared/domain/opening-lines.ts';
import type { ComplaintSlip, SlipStep } from '../../../shared/domain/slip.ts';
import { clip, dateAfter, placeOf, type SlipSource, slipHotlines, ticketOf } from './place.ts';

/** What becomes of the data, with the days that the content pack sets. */
const PRIVACY_LINE: Record<Language, (days: number) => string> = {
  id: (days) =>
    `Isi pengaduan Anda disegel. Hanya petugas pusat yang bisa membacanya. Di kios ini data dihapus ${days} hari setelah diterima pusat.`,
  en: (days) =>
    `Your complaint is sealed. Only officers at the centre can read it. This kiosk erases it ${days} days after the centre has received it.`,
};

/** Never the category, a name, a NIK or a word of the story: the slip lies on counters and in bags. */
export function complaintSlip(source: SlipSource, isFollowable: boolean): ComplaintSlip {
  const { content, language, ticket } = source;
  return {
    kind: 'complaint',
    ...placeOf(source),
    ...ticketOf(source),
    nextSteps: complaintSteps(source, ticket.recordedAt, isFollowable),
    ...(content.openingHours === undefined
      ? {}
      : { openingLines: openingLines(content.openingHours, ticket.recordedAt, language) }),
    hotlines: slipHotlines(content.hotlines, language),
    privacyLine: PRIVACY_LINE[language](content.retentionDays.complaint),
  };
}

/** What was promised and by when. `isFollowable`: somebody can be answered. `recordedAt`: kiosk clock, Unix ms. */
export function complaintSteps(
  { content, language, enrolment }: Pick<SlipSource, 'content' | 'language' | 'enrolment'>,
  recordedAt: number,
  isFollowable: boolean,
): SlipStep[] {
  return content.complaintNextSteps
    .filter((step) => isFollowable || !step.onlyWithContact)
    .slice(0, 8)
    .map((step) => ({
      text: clip(step.text[language], 240),
      ...(step.withinDays === null ? {} : { by: dateAfter(recordedAt, step.withinDays, enrolment) }),
    }));
}
