import { newsOfStanding } from '../../../shared/domain/news-words.ts';
import type { CaseStatus, TicketStanding } from '../../../shared/domain/ticket-status.ts';
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

const CASE_STEPS: Readonly<Record<CaseStatus, StandingWords['step']>> = {
  received: 2,
  checked: 3,
  forwarded: 4,
  closed: 5,
};

/** What a visitor is told about a ticket: never more than the kiosk knows, and with the time it is true for. */
export function wordsFor(
  standing: TicketStanding,
  texts: Texts['lookUp'],
  tell: (at: number) => string,
): StandingWords {
  return { ...newsOfStanding(standing, texts.standing, tell), ...placeOnTheWay(standing) };
}

function placeOnTheWay(standing: TicketStanding): Pick<StandingWords, 'step' | 'tone'> {
  switch (standing.standing) {
    case 'recorded':
      return { step: 1, tone: 'info' };
    case 'needs-person':
      return { step: 1, tone: 'care' };
    case 'received':
      return { step: 2, tone: 'done' };
    case 'case':
      return { step: CASE_STEPS[standing.status], tone: 'done' };
    default:
      return unreachable(standing);
  }
}

/** Whether to say that newer news may exist. A ticket that still waits here is known exactly. */
export function mayBeOld(standing: TicketStanding, heardFromHubAt: number | null, now: number): boolean {
  if (standing.standing === 'recorded' || standing.standing === 'needs-person') return false;
  return heardFromHubAt === null || now - heardFromHubAt > OLD_AFTER_MS;
}
