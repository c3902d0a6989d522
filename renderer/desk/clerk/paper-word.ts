import type { CounterTicket } from '../../../shared/contract/clerk.ts';
import type { SlipState } from '../../../shared/contract/kiosk-state.ts';
import type { Mark } from '../frame/level-mark.tsx';

/** How the newest paper of a ticket stands; `none`: it never had one; `ended`: it did not come out, and nobody waits for it. */
export type PaperWord = SlipState['state'] | 'none' | 'ended';

export function paperWordOf({ paper }: Pick<CounterTicket, 'paper'>): PaperWord {
  const state = paper.slip?.state ?? 'none';
  return state === 'handed-over' && !paper.isOpen ? 'ended' : state;
}

export const PAPER_MARKS: Record<PaperWord, Mark> = {
  none: 'idle',
  queued: 'running',
  printing: 'running',
  printed: 'green',
  failed: 'red',
  unknown: 'amber',
  'handed-over': 'amber',
  ended: 'idle',
};

/** Only eyes can say whether this paper lies there: the printer could not, or the screen gave it to the counter. */
export function needsEyes(word: PaperWord): boolean {
  return word === 'unknown' || word === 'handed-over';
}
