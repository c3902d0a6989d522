/** Where she stands among the questions of a flow, with everything she has said. */
export interface PlaceIn<Draft, Step> {
  draft: Draft;
  step: Step;
  /** Questions she has left by going on, answered or not. */
  passed: readonly Step[];
  /** Set while she changes something from the check page: the questions since then, and the draft before it. */
  change: { trail: readonly Step[]; before: Draft } | null;
}

export type WalkedIn<Draft, Step> = PlaceIn<Draft, Step> & { at: 'asking' | 'checking' | 'left' };

/** The order of a flow's questions, which may hang on what was said. Null: there is none. */
interface Order<Draft, Facts, Step> {
  nextStep(draft: Draft, facts: Facts, from: Step): Step | null;
  /** The first question that was not passed and is needed. */
  nextNeededStep(draft: Draft, facts: Facts, passed: readonly Step[]): Step | null;
  /** From null: the last question. */
  previousStep(draft: Draft, facts: Facts, from: Step | null): Step | null;
}

/** How one goes through questions in this order, with a check page behind the last. */
export function walkThrough<Draft, Facts, Step>(order: Order<Draft, Facts, Step>) {
  type Place = PlaceIn<Draft, Step>;
  type Walked = WalkedIn<Draft, Step>;
  const { nextStep, nextNeededStep, previousStep } = order;
  return {
    /** On to the next question, or to the check page when nothing stands before it. */
    walkForward(place: Place, facts: Facts): Walked {
      const { draft, step } = place;
      const passed = place.passed.includes(step) ? place.passed : [...place.passed, step];
      const ahead = place.change ? null : nextStep(draft, facts, step);
      if (ahead) return { ...place, passed, step: ahead, at: 'asking' };
      const needed = nextNeededStep(draft, facts, passed);
      if (!needed) return { ...place, passed, change: null, at: 'checking' };
      const { trail, before } = place.change ?? { trail: [], before: draft };
      return { draft, passed, step: needed, change: { trail: [...trail, step], before }, at: 'asking' };
    },
    /**
     * Back to where she came from. Leaving a change half-way returns to the check page; if the half change left a
     * question open, the draft of before the change comes back, because the check page never shows unfinished answers.
     */
    walkBack(place: Place, facts: Facts): Walked {
      const { draft, step, passed, change } = place;
      if (change) {
        const last = change.trail.at(-1);
        if (last) {
          return {
            ...place,
            step: last,
            change: { ...change, trail: change.trail.slice(0, -1) },
            at: 'asking',
          };
        }
        for (const finished of [draft, change.before]) {
          if (!nextNeededStep(finished, facts, passed)) {
            return { ...place, draft: finished, change: null, at: 'checking' };
          }
        }
      }
      const behind = previousStep(draft, facts, step);
      return behind ? { ...place, step: behind, change: null, at: 'asking' } : { ...place, at: 'left' };
    },
    /** From the check page to one of its questions. */
    walkToChange(place: Place, step: Step): Walked {
      return { ...place, step, change: { trail: [], before: place.draft }, at: 'asking' };
    },
    /** From the check page back to the last question asked on the way. */
    walkBackFromCheck(place: Place, facts: Facts): Walked {
      const last = previousStep(place.draft, facts, null);
      return last ? { ...place, step: last, change: null, at: 'asking' } : { ...place, at: 'checking' };
    },
  };
}
