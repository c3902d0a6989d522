import { type PlaceIn, type WalkedIn, walkThrough } from '../questions/walk.ts';
import type { ComplaintDraft, ComplaintFacts } from './draft.ts';
import { nextNeededStep, nextStep, previousStep, type StepName } from './steps.ts';

export type Place = PlaceIn<ComplaintDraft, StepName>;
export type Walked = WalkedIn<ComplaintDraft, StepName>;

export const { walkForward, walkBack, walkToChange, walkBackFromCheck } = walkThrough<
  ComplaintDraft,
  ComplaintFacts,
  StepName
>({ nextStep, nextNeededStep, previousStep });
