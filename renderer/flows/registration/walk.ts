import type { RegistrationDraft, RegistrationFacts } from './draft.ts';
import { nextNeededStep, nextStep, previousStep, type StepName } from './steps.ts';

/** Where she stands among the questions, with everything she has said. */
export interface Place {
  draft: RegistrationDraft;
  step: StepName;
  /** Questions she has left by going on, answered or not. */
  passed: readonly StepName[];
  /** Set while she changes something from the check page: the questions since then, and the draft before it. */
  change: { trail: readonly StepName[]; before: RegistrationDraft } | null;
}

export interface Walked extends Place {
  at: 'asking' | 'checking' | 'left';
}

/** On to the next question, or to the check page when nothing stands before it. */
export function walkForward(place: Place, facts: RegistrationFacts): Walked {
  const { draft, step } = place;
  const passed = place.passed.includes(step) ? place.passed : [...place.passed, step];
  const ahead = place.change ? null : nextStep(draft, facts, step);
  if (ahead) return { ...place, passed, step: ahead, at: 'asking' };
  const needed = nextNeededStep(draft, facts, passed);
  if (!needed) return { ...place, passed, change: null, at: 'checking' };
  const { trail, before } = place.change ?? { trail: [], before: draft };
  return { draft, passed, step: needed, change: { trail: [...trail, step], before }, at: 'asking' };
}

/**
 * Back to where she came from. Leaving a change half-way returns to the check page; if the half change left a
 * question open, the draft of before the change comes back, because the check page never shows an unfinished registration.
 */
export function walkBack(place: Place, facts: RegistrationFacts): Walked {
  const { draft, step, passed, change } = place;
  if (change) {
    const last = change.trail.at(-1);
    if (last) {
      return { ...place, step: last, change: { ...change, trail: change.trail.slice(0, -1) }, at: 'asking' };
    }
    for (const finished of [draft, change.before]) {
      if (!nextNeededStep(finished, facts, passed)) {
        return { ...place, draft: finished, change: null, at: 'checking' };
      }
    }
  }
  const behind = previousStep(draft, facts, step);
  return behind ? { ...place, step: behind, change: null, at: 'asking' } : { ...place, at: 'left' };
}

/** From the check page to one of its questions. */
export function walkToChange(place: Place, step: StepName): Walked {
  return { ...place, step, change: { trail: [], before: place.draft }, at: 'asking' };
}

/** From the check page back to the last question asked on the way. */
export function walkBackFromCheck(place: Place, facts: RegistrationFacts): Walked {
  const last = previousStep(place.draft, facts, null);
  return last ? { ...place, step: last, change: null, at: 'asking' } : { ...place, at: 'checking' };
}
