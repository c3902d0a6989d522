import { type PlaceIn, type WalkedIn, walkThrough } from '../questions/walk.ts';
import type { RegistrationDraft, RegistrationFacts } from './draft.ts';
import { nextNeededStep, nextStep, previousStep, type StepName } from './steps.ts';

export type Place = PlaceIn<RegistrationDraft, StepName>;
export type Walked = WalkedIn<RegistrationDraft, StepName>;

export const { walkForward, walkBack, walkToChange, walkBackFromCheck } = walkThrough<
  RegistrationDraft,
  RegistrationFacts,
  StepName
>({ nextStep, nextNeededStep, previousStep });
