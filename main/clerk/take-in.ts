import type { ClerkInput } from '../../shared/contract/clerk.ts';
import type { KioskContent } from '../../shared/contract/content.ts';
import type { Ticket } from '../../shared/contract/ipc.ts';
import { PRODUCT_FLOW_VERSION } from '../../shared/domain/product.ts';
import { failed, type Problem, type Result } from '../../shared/lib/result.ts';
import type { WritableDB } from '../db/handles.ts';
import type { Intake } from '../intake/index.ts';
import type { SubmitProblem } from '../intake/submit.ts';
import type { Audit } from '../staff/audit.ts';
import { findCounterTicket } from './counter-ticket.ts';

export interface TakeInDeps {
  db: WritableDB;
  audit: Audit;
  /** Device clock. */
  now: () => number;
  readContent: () => KioskContent;
  submit: Intake['submit'];
}

type TakeInProblem = SubmitProblem | 'clerk.no-consent' | 'clerk.not-found';

/**
 * Takes a product in with its maker at the counter: the same submission as her own proposal, with the sheet that she signed. It is shown
 * nowhere before the hub publishes it. Record, marks that the counter is done with it, and the line in the audit log are one
 * transaction; asking twice with one id takes it in once.
 */
export async function takeIn(
  { db, audit, now, readContent, submit }: TakeInDeps,
  { submissionId, language, product, sheet, proposal }: ClerkInput<'clerk.take-in'>,
  { who }: { who: string },
): Promise<Result<Ticket, TakeInProblem>> {
  const words = readContent().showcase.consentTexts.find(({ purpose }) => purpose === 'publish-product');
  const isGiven = product.consents.some(
    ({ purpose, given, textVersion }) =>
      purpose === 'publish-product' && given && textVersion === words?.version,
  );
  if (!isGiven || sheet.version !== words?.version) return failed({ code: 'clerk.no-consent' });
  const before = proposal === null ? null : findCounterTicket(db, proposal);
  if (proposal !== null && before?.kind !== 'product-proposal') return failed({ code: 'clerk.not-found' });
  const counter = {
    staffNumber: who,
    ...(proposal === null ? {} : { proposal }),
    signedSheet: sheet.photo,
    sheetVersion: sheet.version,
  };
  const body = { kind: 'product-proposal' as const, answers: { ...product, counter } };
  const markServed = db.prepare(
    'INSERT INTO served (ticket_number, at, staff_number) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );
  try {
    return await submit(
      { submissionId, flowVersion: PRODUCT_FLOW_VERSION, language, body },
      {
        write: (commit) =>
          audit.write({ who, act: 'product.take-in', about: submissionId, reason: null }, () => {
            const outcome = commit() as Result<Ticket, SubmitProblem>;
            // No line about what was not taken in.
            if (!outcome.ok) throw new NotTakenIn(outcome.problem);
            for (const number of [outcome.value.number, ...(proposal === null ? [] : [proposal])]) {
              markServed.run(number, now(), who);
            }
            return outcome as ReturnType<typeof commit>;
          }),
      },
    );
  } catch (error) {
    if (error instanceof NotTakenIn) return failed(error.problem);
    throw error;
  }
}

/** Rolls the transaction back and carries out of it why. */
class NotTakenIn extends Error {
  readonly problem: Problem<SubmitProblem>;

  constructor(problem: Problem<SubmitProblem>) {
    super(problem.code);
    this.problem = problem;
  }
}
