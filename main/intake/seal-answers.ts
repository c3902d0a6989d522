import { createHash } from 'node:crypto';
import { MAX_SEALED_BYTES } from '../../shared/domain/submission.ts';
import { paddedJson, sealToRecipients } from '../trust/sealing.ts';

export interface SealedAnswers {
  sealed: Uint8Array;
  /** Lower-case hex. */
  sealedSha256: string;
}

/** Seals answers to the hub. The contract keeps them far below the limit; more is a fault of ours. */
export async function sealAnswers(
  recipients: readonly string[],
  submissionId: string,
  answers: unknown,
): Promise<SealedAnswers> {
  const content = paddedJson({ format: 'pos-migran-sealed/1', submissionId, answers });
  const sealed = await sealToRecipients(recipients, content);
  if (sealed.length > MAX_SEALED_BYTES) throw new Error(`sealed answers have ${sealed.length} bytes`);
  return { sealed, sealedSha256: createHash('sha256').update(sealed).digest('hex') };
}
