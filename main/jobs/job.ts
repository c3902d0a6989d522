import { z } from 'zod';
import { AttachmentId } from '../../shared/domain/attachment.ts';
import { SubmissionId } from '../../shared/domain/submission.ts';

/** Everything that can wait in the queue. A payload names its thing by id and never carries personal data. */
export const JobWork = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('send-submission'),
    payload: z.strictObject({ submissionId: SubmissionId }),
  }),
  z.strictObject({
    kind: z.literal('send-attachment'),
    payload: z.strictObject({ attachmentId: AttachmentId }),
  }),
  z.strictObject({ kind: z.literal('print-slip'), payload: z.strictObject({ slipId: z.uuid() }) }),
]);
export type JobWork = z.infer<typeof JobWork>;
export type JobKind = JobWork['kind'];

/** One claimed job. `attempts` counts this attempt; with `claimedBy` it proves that a result belongs to this claim. */
export type Job = JobWork & {
  id: string;
  chain: string | null;
  sequence: number;
  attempts: number;
  claimedBy: string;
};

/**
 * How an attempt ended. `because` is a code of `reasons.ts` or of the hub. A job that needs a person or was refused
 * stays in the table, where staff see it, export it or put it back.
 */
export type Outcome =
  | { outcome: 'done' }
  | { outcome: 'retry'; afterMs: number; because: string }
  | { outcome: 'needs-person'; because: string }
  | { outcome: 'refused'; because: string };

/** No wait is longer. A later `run_after` can only mean that the device clock was set back, so such a job is due now. */
export const LONGEST_WAIT_MS = 60 * 60 * 1000;

/** One thing has one job for ever: asking twice changes nothing, sending again reuses the row. */
export function jobIdOf(work: JobWork): string {
  switch (work.kind) {
    case 'send-submission':
      return `${work.kind}:${work.payload.submissionId}`;
    case 'send-attachment':
      return `${work.kind}:${work.payload.attachmentId}`;
    case 'print-slip':
      return `${work.kind}:${work.payload.slipId}`;
  }
}
