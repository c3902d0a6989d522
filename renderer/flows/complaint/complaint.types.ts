import type { CallOutput } from '../../../shared/contract/ipc.ts';
import type { ComplaintAnswers, ConsentPurpose, Doubt } from '../../../shared/domain/complaint.ts';
import type { Problem } from '../../../shared/lib/result.ts';
import type { ComplaintFacts, ComplaintPatch } from './draft.ts';
import type { Fault } from './faults.ts';
import type { StepName } from './steps.ts';
import type { Place } from './walk.ts';

export type Ticket = CallOutput<'submission.submit'>;
export type Slip = CallOutput<'slip.read'>;

export interface ComplaintInput {
  /** Made once per complaint and kept over every retry, so that asking twice commits once. */
  submissionId: string;
  facts: ComplaintFacts;
  /** Wall clock, Unix ms: the proof of a consent carries it. */
  now: () => number;
}

export interface ComplaintContext extends ComplaintInput, Place {
  faults: readonly Fault[];
  doubts: readonly Doubt[];
  /** Values she was asked to look at again and kept, by field. */
  vouchedFor: Readonly<Record<string, string>>;
  /** What was sent first is what is sent again: one id never carries two different complaints. */
  frozen: ComplaintAnswers | null;
  problem: Problem | null;
  ticket: Ticket | null;
  slip: Slip | null;
  /** Her own word about the paper; null until she has said it. */
  slipTaken: boolean | null;
}

export type ComplaintEvent =
  /** One tap that answers and goes on. */
  | { type: 'answer.given'; answer: ComplaintPatch }
  /** Typing and ticking: answers and stays. */
  | { type: 'answer.edited'; answer: ComplaintPatch }
  | { type: 'consent.chosen'; purpose: ConsentPurpose; given: boolean }
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

/** What the lobby learns when the flow ends: nothing but which way out she took. */
export interface ComplaintOutput {
  way: 'finished' | 'left';
}

/** What a guard or a change of the context looks at. */
export interface Now {
  context: ComplaintContext;
  event: ComplaintEvent;
}
