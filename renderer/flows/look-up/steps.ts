import type { TicketStanding } from '../../../shared/domain/ticket-status.ts';
import type { FoundTicket } from './look-up.machine.ts';
import type { StandingWords } from './standing.ts';

/** One knot on the thread of a ticket. */
export interface TimelineStep {
  name: string;
  state: 'past' | 'now' | 'ahead';
  /** Unix ms, where it is known here. */
  at: number | null;
}

/** Steps of a ticket that nobody can answer: it is kept and received, and that is all that was promised. */
const WITHOUT_CONTACT = 2;

/** From the moment it was recorded to the close of the case, with the times that this kiosk knows and no others. */
export function stepsOf(
  found: FoundTicket,
  words: Pick<StandingWords, 'step'>,
  names: readonly string[],
): TimelineStep[] {
  const known = timesOf(found.recordedAt, found.standing, words.step);
  const shown = found.isFollowable || words.step > WITHOUT_CONTACT ? names : names.slice(0, WITHOUT_CONTACT);
  return shown.map((name, at) => ({
    name,
    state: at + 1 < words.step ? 'past' : at + 1 === words.step ? 'now' : 'ahead',
    at: known.get(at + 1) ?? null,
  }));
}

function timesOf(recordedAt: number, standing: TicketStanding, step: number): Map<number, number> {
  const times = new Map([[1, recordedAt]]);
  if (standing.standing === 'received') times.set(2, standing.receivedAt);
  if (standing.standing === 'case') times.set(step, standing.changedAt);
  return times;
}
