import type { CallInput, CallOutput } from '../../shared/contract/ipc.ts';
import { failed, type Result, succeeded } from '../../shared/lib/result.ts';
import { findEnrolment } from '../db/repositories/enrolment.ts';
import { queueSlip } from '../jobs/queue-slip.ts';
import { intakeProblemOf } from './guarded.ts';
import { emergencySlip } from './slips/emergency.ts';
import type { SubmitDeps } from './submit.ts';

type RequestProblem = 'intake.disk-full' | 'intake.database';

/** Queues the emergency numbers for the printer. The request's id is the slip's: asking twice prints once. */
export function requestEmergencySlip(
  deps: Pick<SubmitDeps, 'db' | 'clock' | 'time' | 'bootId' | 'readContent'>,
  input: CallInput<'emergency.print'>,
): Result<CallOutput<'emergency.print'>, RequestProblem> {
  const { db, clock, bootId } = deps;
  return guarded(() => {
    db.transaction(() => {
      const now = clock.now();
      const officeName = findEnrolment(db)?.office.name ?? '';
      queueSlip(
        db,
        {
          id: input.requestId,
          kind: 'emergency',
          ticketNumber: null,
          facts: emergencySlip(input.language, deps.readContent(), officeName),
          bootId,
          createdAt: deps.time.now(),
        },
        now,
      );
    }).immediate();
    return { slipId: input.requestId };
  });
}

/** Puts a call on the staff's list. Asking twice with one id is one call. */
export function callStaff(
  deps: Pick<SubmitDeps, 'db' | 'clock'>,
  input: CallInput<'staff.call'>,
): Result<CallOutput<'staff.call'>, RequestProblem> {
  return guarded(() => {
    const calledAt = deps.db
      .prepare(
        `INSERT INTO staff_call (id, called_at, screen) VALUES (?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET screen = staff_call.screen RETURNING called_at`,
      )
      .pluck()
      .get(input.requestId, deps.clock.now(), input.from) as number;
    return { calledAt };
  });
}

function guarded<T>(act: () => T): Result<T, RequestProblem> {
  try {
    return succeeded(act());
  } catch (error) {
    return failed(intakeProblemOf(error));
  }
}
