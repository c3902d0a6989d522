import { type ActorRefFrom, assign, fromCallback, fromPromise, setup } from 'xstate';
import type { CallInput, Ticket } from '../../../shared/contract/ipc.ts';
import type { SlipState } from '../../../shared/contract/kiosk-state.ts';
import {
  COMPLAINT_FLOW_VERSION,
  type ComplaintAnswers,
  type ConsentPurpose,
  type Doubt,
} from '../../../shared/domain/complaint.ts';
import type { Language } from '../../../shared/domain/language.ts';
import type { Problem, Result } from '../../../shared/lib/result.ts';
import type { z } from 'zod';
import { toAnswers } from './answers.ts';
import { doubtsAt } from './doubts.ts';
import { type ComplaintDraft, type ComplaintFacts, type ComplaintPatch, withAnswers } from './draft.ts';
import { type Fault, faultsAt, fits } from './faults.ts';
import { FIRST_STEP, nextNeededStep, nextStep, previousStep, type StepName, stepNamed } from './steps.ts';

export type ComplaintTicket = z.infer<typeof Ticket>;
export type Slip = z.infer<typeof SlipState>;

/** How long the screen waits for an answer before it says so and offers to try again. */
export const PATIENCE_MS = { submit: 20_000, slip: 5_000 } as const;

export interface ComplaintInput {
  /** Made once per complaint and kept over every retry, so that asking twice commits once. */
  submissionId: string;
  language: Language;
  facts: ComplaintFacts;
  /** Wall clock, Unix ms: the proof of consent carries it. */
  now: () => number;
}

/** A visit from the check page: the questions walked so far, and the draft to go back to. */
interface Change {
  trail: readonly StepName[];
  before: ComplaintDraft;
}

export interface ComplaintContext extends ComplaintInput {
  draft: ComplaintDraft;
  step: StepName;
  passed: readonly StepName[];
  change: Change | null;
  faults: readonly Fault[];
  doubts: readonly Doubt[];
  /** Values she was asked to look at again and kept, by field. */
  vouchedFor: Readonly<Record<string, string>>;
  /** What was sent first is what is sent again: the same id never carries two different complaints. */
  frozen: ComplaintAnswers | null;
  problem: Problem | null;
  ticket: ComplaintTicket | null;
  slip: Slip | null;
}

export type ComplaintEvent =
  /** One tap that answers and goes on. */
  | { type: 'answer.given'; answer: ComplaintPatch }
  /** Typing and ticking: answers and stays. */
  | { type: 'answer.edited'; answer: ComplaintPatch }
  /** Every consent on the screen, ticked or not. */
  | { type: 'consents.decided'; given: readonly ConsentPurpose[] }
  | { type: 'next.pressed' }
  | { type: 'skip.pressed' }
  | { type: 'back.pressed' }
  | { type: 'doubt.kept' }
  | { type: 'change.pressed'; step: StepName }
  | { type: 'send.pressed' }
  | { type: 'retry.pressed' }
  | { type: 'slip.changed'; slip: Slip }
  | { type: 'slip.taken' }
  | { type: 'slip.missing' }
  | { type: 'slip.retried' }
  | { type: 'finish.pressed' };
