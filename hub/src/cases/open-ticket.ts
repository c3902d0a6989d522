import { z } from 'zod';
import type { Database } from '../database/connect.ts';
import { listSealedOf } from '../repositories/submissions.ts';
import { openSealed } from '../trust/open-sealed.ts';
import type { SealingKey } from '../trust/sealing-key.ts';

export interface OpenedSubmission {
  submissionId: string;
  kind: string;
  /** Of an addition: 1 is the first. */
  part?: number;
  hubNumber: string;
  receivedAt: string;
  answers: unknown;
  /** Photos by their id; `missing` ones are still on the kiosk or on their way. */
  attachments?: { id: string; bytes: number; state: 'received' | 'missing' }[];
}

export interface OpenedTicket {
  ticketNumber: string;
  /** First of all, because the law gives three days: consents that were withdrawn after this was handed in. */
  withdrawnConsents: { purposes: string[]; receivedAt: string }[];
  /** In the order in which they were handed in. */
  submissions: OpenedSubmission[];
}

const Withdrawal = z.object({ act: z.literal('withdraw-consent'), purposes: z.array(z.string()) });

/** Everything that was handed in under a ticket, in clear. Only where the private key is: never in the serving process. */
export async function openTicket(db: Database, ticketNumber: string, key: SealingKey): Promise<OpenedTicket> {
  const sealed = await listSealedOf(db, ticketNumber);
  const submissions = await Promise.all(
    sealed.map(async (one): Promise<OpenedSubmission> => {
      const { answers } = await openSealed(one.sealed, key.identity, one.id);
      return {
        submissionId: one.id,
        kind: one.kind,
        ...(one.part === null ? {} : { part: one.part }),
        hubNumber: one.hubNumber,
        receivedAt: one.receivedAt.toISOString(),
        answers,
        ...(one.attachments.length === 0
          ? {}
          : {
              attachments: one.attachments.map(({ id, bytes, finishedAt }) => ({
                id,
                bytes,
                state: finishedAt === null ? ('missing' as const) : ('received' as const),
              })),
            }),
      };
    }),
  );
  const withdrawnConsents = submissions.flatMap(({ answers, receivedAt }) => {
    const withdrawal = Withdrawal.safeParse(answers);
    return withdrawal.success ? [{ purposes: withdrawal.data.purposes, receivedAt }] : [];
  });
  return { ticketNumber, withdrawnConsents, submissions };
}
