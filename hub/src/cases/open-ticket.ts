import type { Database } from '../database/connect.ts';
import { listSealedOf } from '../repositories/submissions.ts';
import { openSealed } from '../trust/open-sealed.ts';
import type { SealingKey } from '../trust/sealing-key.ts';

export interface OpenedSubmission {
  submissionId: string;
  hubNumber: string;
  receivedAt: string;
  answers: unknown;
}

/** Everything that was handed in under a ticket, in clear. Only where the private key is: never in the serving process. */
export async function openTicket(
  db: Database,
  ticketNumber: string,
  key: SealingKey,
): Promise<OpenedSubmission[]> {
  const sealed = await listSealedOf(db, ticketNumber);
  return Promise.all(
    sealed.map(async (one) => ({
      submissionId: one.id,
      hubNumber: one.hubNumber,
      receivedAt: one.receivedAt.toISOString(),
      answers: (await openSealed(one.sealed, key.identity, one.id)).answers,
    })),
  );
}
