import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../../../shared/lib/clock.ts';
import { INITIALIZE } from './commands.ts';
import type { PrinterProblem, PrinterStatus, PrintOptions, PrintOutcome } from './port.ts';
import type { Spooler } from './spooler.ts';

export interface QueuePortOptions {
  /** As `lpstat -e` lists it. */
  queue: string;
  spooler: Spooler;
  clock: Clock;
  /** Printed before the next slip when part of an earlier one may hang from the slot. */
  interruptedNote: Uint8Array;
  wasInterrupted?: boolean;
}

/** How a queue is, without touching what is in it. Null: it takes slips. */
export async function lookAtQueue(queue: string, spooler: Spooler): Promise<PrinterProblem | null> {
  const { code, out } = await spooler('lpstat', ['-p', queue]);
  if (code !== 0) return { code: 'printer.unreachable', detail: `no queue ${queue}` };
  return / disabled since /.test(out)
    ? { code: 'printer.offline', detail: `queue ${queue} is disabled` }
    : null;
}

/** How often the queue is asked whether the slip has left it, ms. */
const LOOK_EVERY_MS = 500;

/**
 * A printer behind a queue of CUPS. The queue says nothing of paper, so no print is ever certain; and it would keep a slip through a
 * refill and print it for the next visitor, so a slip that has not left the queue in its time is taken back.
 */
export function createQueuePort(options: QueuePortOptions) {
  const { queue, spooler, clock, interruptedNote } = options;
  let partMayHang = options.wasInterrupted === true;
  /** What a run of this app that was cut off left in the queue must not come out: unknown until it was looked after. */
  let mayHoldOld = true;
  let lastTurn: Promise<unknown> = Promise.resolve();

  function inTurn<T>(act: () => Promise<T>): Promise<T> {
    const turn = lastTurn.then(act);
    lastTurn = turn.catch(() => undefined);
    return turn;
  }

  async function status(): Promise<PrinterStatus> {
    const problem = await makeReady();
    return problem === null ? { state: 'unsaid' } : { state: 'not-ready', problem };
  }

  async function makeReady(): Promise<PrinterProblem | null> {
    const problem = await lookAtQueue(queue, spooler);
    if (problem === null && mayHoldOld) {
      await spooler('cancel', ['-a', queue]);
      mayHoldOld = false;
    }
    return problem;
  }

  async function print(receipt: readonly Uint8Array[], wishes: PrintOptions): Promise<PrintOutcome> {
    if (wishes.signal?.aborted) return { outcome: 'failed', reason: { code: 'printer.cancelled' } };
    if (wishes.deadline <= clock.monotonic()) {
      return { outcome: 'failed', reason: { code: 'printer.timed-out' } };
    }
    const problem = await makeReady();
    if (problem !== null) return { outcome: 'failed', reason: problem };
    const note = partMayHang ? [interruptedNote] : [];
    const bytes = Buffer.concat([Uint8Array.from(INITIALIZE), ...note, ...receipt]);
    const taken = await spooler('lp', ['-d', queue, '-o', 'raw', '-t', 'slip'], bytes);
    const job = /^request id is (\S+) /m.exec(taken.out)?.[1];
    if (taken.code !== 0 && taken.code !== null) {
      return { outcome: 'failed', reason: { code: 'printer.unreachable', detail: `lp: ${taken.code}` } };
    }
    if (job === undefined) {
      // It may be in the queue under a name that we do not know.
      mayHoldOld = true;
      partMayHang = true;
      return { outcome: 'unknown', reason: { code: 'printer.timed-out' } };
    }
    const rest = await untilGone(job, wishes);
    partMayHang = rest !== null;
    return { outcome: 'unknown', reason: rest ?? { code: 'printer.silent' } };
  }

  /** Null: the queue has handed it to the printer, which is as well as it ever goes. */
  async function untilGone(job: string, wishes: PrintOptions): Promise<PrinterProblem | null> {
    for (;;) {
      const { code, out } = await spooler('lpstat', ['-o', queue]);
      const waits = out.split('\n').some((line) => line.split(' ')[0] === job);
      if (code === 0 && !waits) return null;
      const isOver = wishes.deadline <= clock.monotonic() || wishes.signal?.aborted === true;
      if (isOver) {
        await spooler('cancel', [job]);
        return { code: wishes.signal?.aborted ? 'printer.cancelled' : 'printer.timed-out' };
      }
      await sleep(LOOK_EVERY_MS);
    }
  }

  return {
    print: (receipt: readonly Uint8Array[], wishes: PrintOptions) => inTurn(() => print(receipt, wishes)),
    status: () => inTurn(status),
    // A queue knows of no mouth that holds a slip, and looks after nothing by itself.
    clearAway: () => {},
    stop: () => {},
  };
}
