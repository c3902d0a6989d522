import type { CallOutput } from '../../../../shared/contract/ipc.ts';
import type { Doubt } from '../../../../shared/domain/complaint.ts';
import type { LeadAnswers, LeadConsent } from '../../../../shared/domain/lead.ts';
import type { Problem } from '../../../../shared/lib/result.ts';
import type { LeadDraft, LeadFacts, LeadPatch } from './draft.ts';
import type { Fault } from './faults.ts';
import type { StepName } from './steps.ts';
import type { Place } from './walk.ts';

export type Ticket = CallOutput<'submission.submit'>;
export type Slip = CallOutput<'slip.read'>;

export interface LeadInput {
  /** Made once per request and kept over every retry, so that asking twice commits once. */
  submissionId: string;
  facts: LeadFacts;
  /** What she said before she went back to the page of the service. */
  draft: LeadDraft;
  /** Wall clock, Unix ms: the proof of a consent carries it. */
  now: () => number;
}

export interface LeadContext extends LeadInput, Place {
  faults: readonly Fault[];
  doubts: readonly Doubt[];
  /** Values she was asked to look at again and kept, by field. */
  vouchedFor: Readonly<Record<string, string>>;
  /** What was sent first is what is sent again: one id never carries two different requests. */
  frozen: LeadAnswers | null;
  problem: Problem | null;
  ticket: Ticket | null;
  slip: Slip | null;
  /** Her own word about the paper; null until she has said it. */
  slipTaken: boolean | null;
}

export type LeadEvent =
  /** One tap that answers and goes on. */
  | { type: 'answer.given'; answer: LeadPatch }
  /** Typing and ticking: answers and stays. */
  | { type: 'answer.edited'; answer: LeadPatch }
  | { type: 'consent.chosen'; purpose: LeadConsent; given: boolean }
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

/** Which way out she took, and what she had said when she only went back. */
export type LeadOutput = { way: 'finished' } | { way: 'left'; draft: LeadDraft };

/** What a guard or a change of the context looks at. */
export interface Now {
  context: LeadContext;
  event: LeadEvent;
}
