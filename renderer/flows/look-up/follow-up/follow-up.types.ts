import type { CallOutput } from '../../../../shared/contract/ipc.ts';
import type { ConsentPurpose, Doubt } from '../../../../shared/domain/complaint.ts';
import type { Contact } from '../../../../shared/domain/contact.ts';
import type { FollowUpAct, FollowUpAnswers } from '../../../../shared/domain/follow-up.ts';
import type { SubmissionKind } from '../../../../shared/domain/submission.ts';
import type { Problem } from '../../../../shared/lib/result.ts';

export type Addition = CallOutput<'follow-up.submit'>;
export type Slip = CallOutput<'slip.read'>;

/** One photo that the engine has sealed. `jpeg` is for this screen alone and goes with it. */
export interface StoredPhoto {
  id: string;
  jpeg: Uint8Array<ArrayBuffer>;
}

export interface FollowUpInput {
  /** Made once per addition and kept over every retry, so that asking twice adds once. */
  submissionId: string;
  kind: SubmissionKind;
}

export interface FollowUpContext extends FollowUpInput {
  act: FollowUpAct | null;
  text: string;
  photos: readonly StoredPhoto[];
  /** Taken and not stored yet. */
  taken: Uint8Array<ArrayBuffer> | null;
  phone: string;
  channel: Contact['channel'] | null;
  purposes: readonly ConsentPurpose[];
  /** What is missing where she wanted to go on. */
  isEmpty: boolean;
  doubts: readonly Doubt[];
  /** The photo that could not be stored. */
  photoProblem: Problem | null;
  /** What was sent first is what is sent again. */
  frozen: FollowUpAnswers | null;
  problem: Problem | null;
  added: Addition | null;
  slip: Slip | null;
}

export type FollowUpEvent =
  | { type: 'act.chosen'; act: FollowUpAct }
  | { type: 'text.typed'; text: string }
  | { type: 'capture.pressed' }
  | { type: 'photo.taken'; jpeg: Uint8Array<ArrayBuffer> }
  | { type: 'capture.left' }
  | { type: 'photo.removed'; id: string }
  | { type: 'phone.typed'; text: string }
  | { type: 'doubt.kept' }
  | { type: 'channel.chosen'; channel: Contact['channel'] }
  | { type: 'purposes.chosen'; purposes: readonly ConsentPurpose[] }
  | { type: 'next.pressed' }
  | { type: 'back.pressed' }
  | { type: 'change.pressed' }
  | { type: 'send.pressed' }
  | { type: 'retry.pressed' }
  | { type: 'leave.pressed' }
  | { type: 'reopen.pressed' }
  | { type: 'slip.changed'; slip: Slip }
  | { type: 'slip.answered'; taken: boolean }
  | { type: 'slip.retried' };

/** How it ended: with an addition, without one, or with a ticket that must be opened again. */
export type FollowUpOutput =
  | { way: 'added'; addition: Addition; act: FollowUpAct }
  | { way: 'left' }
  | { way: 'reopen' };
