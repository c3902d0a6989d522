import type { TicketStanding } from '../../../shared/domain/ticket-status.ts';
import { unreachable } from '../../../shared/lib/unreachable.ts';
import type { Texts } from '../../texts/id.ts';

/** When news from the hub is older than this, the screen says that it may be old. */
export const OLD_AFTER_MS = 24 * 60 * 60_000;

export interface StandingWords {
  title: string;
  /** One sentence each, the most important first. */
  lines: string[];
  /** Steps of the case that are reached, out of five: kept, received, checked, passed on, closed. */
  step: 1 | 2 | 3 | 4 | 5;
  tone: 'info' | 'done' | 'care';
}

/** What a visitor is told about a ticket: never more than the kiosk knows, and with the time it is true for. */
export function wordsFor(
  standing: TicketStanding,
  texts: Texts['lookUp'],
  tell: (at: number) => string,
): StandingWords {
  const words = texts.standing;
  switch (standing.standing) {
    case 'recorded':
      return { title: words.recorded, lines: [words.recordedDetail], step: 1, tone: 'info' };
    case 'needs-person':
      return { title: words.needsPerson, lines: [words.needsPersonDetail], step: 1, tone: 'care' };
    case 'received':
      return {
        title: words.received,
        lines: [words.receivedDetail(tell(standing.receivedAt))],
        step: 2,
        tone: 'done',
      };
    case 'case': {
      const lines = [words.caseChanged(tell(standing.changedAt)), words.asOf(tell(standing.asOf))];
      switch (standing.status) {
        case 'received':
          return { title: words.caseReceived, lines, step: 2, tone: 'done' };
        case 'checked':
          return { title: words.caseChecked, lines, step: 3, tone: 'done' };
        case 'forwarded':
          return { title: words.caseForwarded, lines, step: 4, tone: 'done' };
        case 'closed':
          return { title: words.caseClosed, lines, step: 5, tone: 'done' };
        default:
          return unreachable(standing.status);
      }
    }
    default:
      return unreachable(standing);
  }
}

/** Whether to say that newer news may exist. A ticket that still waits here is known exactly. */
export function mayBeOld(standing: TicketStanding, heardFromHubAt: number | null, now: number): boolean {
  if (standing.standing === 'recorded' || standing.standing === 'needs-person') return false;
  return heardFromHubAt === null || now - heardFromHubAt > OLD_AFTER_MS;
}
