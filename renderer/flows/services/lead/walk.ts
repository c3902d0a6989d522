import { type PlaceIn, type WalkedIn, walkThrough } from '../../questions/walk.ts';
import type { LeadDraft, LeadFacts } from './draft.ts';
import { nextNeededStep, nextStep, previousStep, type StepName } from './steps.ts';

export type Place = PlaceIn<LeadDraft, StepName>;
export type Walked = WalkedIn<LeadDraft, StepName>;

export const { walkForward, walkBack, walkToChange, walkBackFromCheck } = walkThrough<
  LeadDraft,
  LeadFacts,
  StepName
>({ nextStep, nextNeededStep, previousStep });
