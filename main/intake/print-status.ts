import type { CallInput, CallOutput } from '../../shared/contract/ipc.ts';
import { failed, type Result, succeeded } from '../../shared/lib/result.ts';
import { findEnrolment } from '../db/repositories/enrolment.ts';
import { queueSlip } from '../jobs/queue-slip.ts';
import { intakeProblemOf } from './guarded.ts';
import { statusSlip } from './slips/status.ts';
import type { SubmitDeps } from './submit.ts';

/**
 * Queues where a ticket stands for the printer, as this visit was told it. It belongs to no ticket in the books: what does not come out
 * while she is there is dropped with her visit and waits on no list of the counter, because only her secret proves who asks. The request's id is
 * the slip's: asking twice prints once.
 */
export function requestStatusSlip(
  deps: Pick<SubmitDeps, 'db' | 'clock' | 'time' | 'bootId' | 'readContent' | 'visit'>,
  { requestId, number, language }: CallInput<'ticket.print-status'>,
): Result<CallOutput<'ticket.print-status'>, 'ticket.not-opened' | 'intake.disk-full' | 'intake.database'> {
  const { db, time } = deps;
  const found = deps.visit().lookedUp.get(number);
  const enrolment = findEnrolment(db);
  if (!found || !enrolment) return failed({ code: 'ticket.not-opened' });
  try {
    const printedAtMs = time.onTheWall(time.now());
    const facts = statusSlip({ language, enrolment, content: deps.readContent() }, found, printedAtMs);
    const slip = {
      id: requestId,
      kind: facts.kind,
      ticketNumber: null,
      facts,
      bootId: deps.bootId,
      createdAt: time.now(),
    };
    db.transaction(() => queueSlip(db, slip, deps.clock.now())).immediate();
    return succeeded({ slipId: requestId });
  } catch (error) {
    return failed(intakeProblemOf(error));
  }
}
