import type { SlipState, SlipTrouble } from '../../shared/contract/kiosk-state.ts';
import type { Clock } from '../../shared/lib/clock.ts';
import { failed, type Result, succeeded } from '../../shared/lib/result.ts';
import type { WritableDB } from '../db/handles.ts';
import { notePaperOf } from '../db/repositories/paper.ts';
import type { Job, Outcome } from './job.ts';
import { repeatJob } from './queue.ts';
import {
  beginPrinting,
  closeSlipsOfEarlierBoots,
  findSlip,
  handOverSlipsOfVisit,
  moveSlip,
  type SlipToPrint,
} from './slips.ts';

/** What the printer's side says of one try. `failed` is given only when surely nothing usable came out. */
export type PrintOutcome = { outcome: 'printed' } | { outcome: 'failed' | 'unknown'; reason: SlipTrouble };

export interface SlipDeskDeps {
  db: WritableDB;
  clock: Clock;
  bootId: string;
  /** Lays out and prints. Bounded in time by itself; `signal` is the last resort. */
  print: (
    slip: SlipToPrint,
    signal: AbortSignal,
    /** To be called after `printed`, at most once: nobody took the paper. `stuck`: it hangs where anybody can see it. */
    onUntaken: (how: 'taken-back' | 'stuck') => void,
  ) => Promise<PrintOutcome>;
  /** Millimetres of paper that this slip takes when it comes out; 0: there is no printer. Left out: nothing is counted. */
  paperOf?: (slip: SlipToPrint) => number;
  /** Nobody is there any more to take what the printer may still hold out. Left out: it holds nothing out. */
  clearAway?: () => void;
  onChange: (slip: SlipState) => void;
  /** A print job became due. */
  nudge: () => void;
  /** The printer's side threw. For the log. */
  onTrouble?: (what: string, error: unknown) => void;
}

type SlipAnswer = Result<SlipState, 'slip.not-found' | 'slip.not-repeatable'>;

export interface SlipDesk {
  read(slipId: string): SlipAnswer;
  /** What the visitor saw. `taken: false` hands the slip to the counter. */
  answer(slipId: string, taken: boolean): SlipAnswer;
  /** Once more, for a slip of this visit that surely did not come out. */
  retry(slipId: string): SlipAnswer;
  /** Whatever did not come out by now goes to the counter; no secret stays. */
  endVisit(): void;
  /** The handler of `print-slip` jobs. */
  runJob(job: Extract<Job, { kind: 'print-slip' }>, signal: AbortSignal): Promise<Outcome>;
}

const QUICK_RETRIES = 2;
const QUICK_RETRY_MS = 4_000;
/** Troubles that a person at the printer ends within seconds, and that leave no paper behind when they come as `failed`. */
const PASSING: ReadonlySet<SlipTrouble> = new Set([
  'out-of-paper',
  'cover-open',
  'offline',
  'unreachable',
  'timed-out',
]);

/**
 * Everything that happens to slips of this boot. A slip comes out while its visitor is there or not at all: at the end
 * of the visit, and at the next boot, what is left belongs to the counter, so a refill never spits out old tickets.
 */
export function createSlipDesk(deps: SlipDeskDeps): SlipDesk {
  const { db, clock, bootId } = deps;
  /** In the printer while their visit ended. */
  const abandoned = new Set<string>();
  let printing: string | null = null;
  closeSlipsOfEarlierBoots(db, bootId, clock.now());

  function read(slipId: string): SlipAnswer {
    const slip = findSlip(db, slipId);
    return slip ? succeeded(slip) : failed({ code: 'slip.not-found' });
  }

  function tell(slipId: string): void {
    const slip = findSlip(db, slipId);
    if (slip) deps.onChange(slip);
  }

  async function runJob(job: Extract<Job, { kind: 'print-slip' }>, signal: AbortSignal): Promise<Outcome> {
    const { slipId } = job.payload;
    const slip = beginPrinting(db, slipId, bootId, clock.now());
    if (!slip) {
      // Still `printing` means that its end could not be written down: nobody knows what came out.
      const lost = { slipId, from: ['printing'], to: 'unknown', trouble: 'interrupted' } as const;
      if (moveSlip(db, { ...lost, paper: true, eraseFacts: true }, clock.now())) tell(slipId);
      return { outcome: 'done' };
    }
    printing = slipId;
    tell(slipId);
    const printed = await printWithin(slip, signal);
    printing = null;
    const visitEnded = abandoned.delete(slipId);
    const outcome = settle(slipId, printed, visitEnded, job.attempts);
    tell(slipId);
    return outcome;
  }

  async function printWithin(slip: SlipToPrint, signal: AbortSignal): Promise<PrintOutcome> {
    const timedOut = new Promise<PrintOutcome>((resolve) => {
      signal.addEventListener('abort', () => resolve({ outcome: 'unknown', reason: 'timed-out' }), {
        once: true,
      });
    });
    try {
      if (deps.paperOf) notePaperOf(db, slip.slipId, deps.paperOf(slip));
      const onUntaken = (how: 'taken-back' | 'stuck') => leaveToCounter(slip.slipId, how);
      return await Promise.race([deps.print(slip, signal, onUntaken), timedOut]);
    } catch (error) {
      deps.onTrouble?.('printing threw', error);
      return { outcome: 'unknown', reason: 'interrupted' };
    }
  }

  /** It came out and nobody took it: that is no failure, and the counter can print it again. */
  function leaveToCounter(slipId: string, how: 'taken-back' | 'stuck'): void {
    const step =
      how === 'taken-back'
        ? ({ to: 'handed-over', trouble: 'taken-back' } as const)
        : ({ to: 'unknown', trouble: 'offline' } as const);
    if (moveSlip(db, { slipId, from: ['printed'], ...step, eraseFacts: true }, clock.now())) tell(slipId);
  }

  function settle(slipId: string, printed: PrintOutcome, visitEnded: boolean, attempts: number): Outcome {
    const now = clock.now();
    const step = { slipId, from: ['printing'] } as const;
    if (printed.outcome === 'printed') {
      if (visitEnded) deps.clearAway?.();
      moveSlip(db, { ...step, to: 'printed', trouble: null, paper: true, eraseFacts: true }, now);
      return { outcome: 'done' };
    }
    const trouble = printed.reason;
    if (printed.outcome === 'unknown') {
      moveSlip(db, { ...step, to: 'unknown', trouble, paper: true, eraseFacts: visitEnded }, now);
      return { outcome: 'done' };
    }
    if (visitEnded) {
      moveSlip(db, { ...step, to: 'handed-over', trouble: 'visit-ended', eraseFacts: true }, now);
      return { outcome: 'done' };
    }
    if (PASSING.has(trouble) && attempts <= QUICK_RETRIES) {
      moveSlip(db, { ...step, to: 'queued', trouble }, now);
      return { outcome: 'retry', afterMs: QUICK_RETRY_MS, because: 'slip.retry' };
    }
    moveSlip(db, { ...step, to: 'failed', trouble }, now);
    return { outcome: 'done' };
  }

  function jobFor(slipId: string) {
    const now = clock.now();
    return {
      kind: 'print-slip' as const,
      payload: { slipId },
      chain: null,
      sequence: 0,
      urgency: 1 as const,
      runAfter: now,
      createdAt: now,
    };
  }

  return {
    read,
    answer(slipId, taken) {
      const now = clock.now();
      const changed = taken
        ? moveSlip(db, { slipId, from: ['unknown'], to: 'printed', trouble: null, eraseFacts: true }, now)
        : moveSlip(
            db,
            {
              slipId,
              from: ['unknown', 'failed', 'queued', 'printed'],
              to: 'handed-over',
              trouble: null,
              eraseFacts: true,
            },
            now,
          );
      if (!taken && printing === slipId) abandoned.add(slipId);
      if (changed) tell(slipId);
      return read(slipId);
    },
    retry(slipId) {
      const slip = findSlip(db, slipId);
      if (!slip) return failed({ code: 'slip.not-found' });
      // A second tap finds the first one at work.
      if (slip.state === 'queued' || slip.state === 'printing') return succeeded(slip);
      if (slip.state !== 'failed') return failed({ code: 'slip.not-repeatable', detail: slip.state });
      db.transaction(() => {
        moveSlip(db, { slipId, from: ['failed'], to: 'queued', trouble: null }, clock.now());
        repeatJob(db, jobFor(slipId));
      })();
      tell(slipId);
      deps.nudge();
      return read(slipId);
    },
    endVisit() {
      deps.clearAway?.();
      if (printing) abandoned.add(printing);
      for (const slipId of handOverSlipsOfVisit(db, clock.now())) tell(slipId);
    },
    runJob,
  };
}
