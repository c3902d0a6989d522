import type { WritableDB } from '../db/handles.ts';
import { insertSlip, type NewSlip } from '../db/repositories/slips.ts';
import { enqueue } from './queue.ts';

/**
 * Queues a slip and the job that prints it, inside the caller's transaction. Papers are urgent, and none waits for another.
 * `at`: device clock, Unix ms. `sequence`: of the submission that it belongs to.
 * Does nothing where this id was queued before.
 */
export function queueSlip(db: WritableDB, slip: NewSlip, at: number, sequence = 0): void {
  if (!insertSlip(db, slip)) return;
  enqueue(db, {
    kind: 'print-slip',
    payload: { slipId: slip.id },
    chain: null,
    sequence,
    urgency: 1,
    runAfter: at,
    createdAt: at,
  });
}
