import type { KioskContent } from '../../../shared/contract/content.ts';
import type { Language } from '../../../shared/domain/language.ts';
import type { FollowUpTexts } from '../../texts/follow-up.id.ts';
import type { FoundTicket } from './look-up.machine.ts';

export interface NextStepLine {
  text: string;
  /** By when, where somebody promised it. */
  due?: string;
  isUnsure?: boolean;
}

interface Told {
  content: Pick<KioskContent, 'complaintNextSteps' | 'registration'>;
  language: Language;
  words: FollowUpTexts['next'];
  /** A date from a clock in doubt would be a false promise; the number of days is not. */
  clockSuspect: boolean;
  tellDate(at: number): string;
}

const DAY_MS = 24 * 60 * 60_000;

/** What happens after this ticket and by when: the promises of the content pack, and what this kiosk itself does; nothing else. */
export function nextStepsOf(found: FoundTicket, told: Told): NextStepLine[] {
  const { content, language, words, clockSuspect, tellDate } = told;
  if (found.kind === 'follow-up') return [];
  if (found.kind !== 'complaint') {
    const own = words.steps[found.kind].map((text) => ({ text }));
    const filing = found.kind === 'registration' ? content.registration.filing : null;
    if (!filing) return own;
    return [
      ...own,
      {
        text: filing.text[language],
        ...(filing.provenance.confidence === 'sure' ? {} : { isUnsure: true }),
      },
    ];
  }
  return (
    content.complaintNextSteps
      // The hub cannot see whether a contact was left: of a ticket from elsewhere nothing is promised that needs one.
      .filter((step) => (found.isFollowable && !found.isFromElsewhere) || !step.onlyWithContact)
      .map((step) => ({
        text: step.text[language],
        ...(step.withinDays === null
          ? {}
          : {
              due: clockSuspect
                ? words.within(step.withinDays)
                : words.by(tellDate(found.recordedAt + step.withinDays * DAY_MS)),
            }),
        ...(step.provenance.confidence === 'sure' ? {} : { isUnsure: true }),
      }))
  );
}
