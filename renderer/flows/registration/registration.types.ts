import type { CallOutput } from '../../../shared/contract/ipc.ts';
import type { ConsentPurpose, Doubt } from '../../../shared/domain/complaint.ts';
import type { MrzReading } from '../../../shared/domain/mrz.ts';
import type { RegistrationAnswers } from '../../../shared/domain/registration.ts';
import type { Problem } from '../../../shared/lib/result.ts';
import type { RegistrationFacts, RegistrationPatch } from './draft.ts';
import type { Fault } from './faults.ts';
import type { StepName } from './steps.ts';
import type { Place } from './walk.ts';

export type Ticket = CallOutput<'submission.submit'>;
export type KeptDraft = CallOutput<'draft.save'>;
export type OpenedDraft = CallOutput<'draft.open'>;

export interface RegistrationInput {
  /** Made once per registration and kept over every retry, so that asking twice commits once. */
  submissionId: string;
  facts: RegistrationFacts;
  /** Wall clock, Unix ms: the proof of a consent carries it. */
  now: () => number;
  /** A new id for each wish to keep the draft; a retry of the same wish has the same. */
  makeRequestId: () => string;
}

export type CodeFault = 'empty' | 'short';

/** What is typed to open a kept draft, without the hyphen. Forgotten as soon as it opened. */
export interface Opening {
  code: string;
  secret: string;
  fault: CodeFault | null;
}

export interface RegistrationContext extends RegistrationInput, Place {
  faults: readonly Fault[];
  doubts: readonly Doubt[];
  /** Values she was asked to look at again and kept, by field. */
  vouchedFor: Readonly<Record<string, string>>;
  /** What the camera read of her passport; null when nothing was read. */
  reading: MrzReading | null;
  opening: Opening;
  /** She came back to a draft whose list of papers is not the one in use. */
  isListNew: boolean;
  /** Where she was when she wanted to keep the draft. */
  keepsFrom: 'questioning' | 'checking';
  keepRequestId: string;
  kept: KeptDraft | null;
  /** What was sent first is what is sent again: one id never carries two different registrations. */
  frozen: RegistrationAnswers | null;
  problem: Problem | null;
  ticket: Ticket | null;
  isPaperSettled: boolean;
}

export type RegistrationEvent =
  | { type: 'new.pressed' }
  | { type: 'resume.pressed' }
  | { type: 'code.typed'; text: string }
  | { type: 'secret.typed'; text: string }
  /** One tap that answers and goes on. */
  | { type: 'answer.given'; answer: RegistrationPatch }
  /** Typing and ticking: answers and stays. */
  | { type: 'answer.edited'; answer: RegistrationPatch }
  | { type: 'consent.chosen'; purpose: ConsentPurpose; given: boolean }
  /** The camera read the lines of a passport. */
  | { type: 'passport.read'; reading: MrzReading }
  | { type: 'next.pressed' }
  | { type: 'skip.pressed' }
  | { type: 'back.pressed' }
  | { type: 'doubt.kept' }
  | { type: 'keep.pressed' }
  | { type: 'change.pressed'; step: StepName }
  | { type: 'send.pressed' }
  | { type: 'retry.pressed' }
  | { type: 'paper.settled' }
  | { type: 'leave.pressed' }
  | { type: 'finish.pressed' };

/** What the lobby learns when the flow ends: nothing but which way out she took. */
export interface RegistrationOutput {
  way: 'finished' | 'left';
}

/** What a guard or a change of the context looks at. */
export interface Now {
  context: RegistrationContext;
  event: RegistrationEvent;
}
