import type { Clock } from '../../../shared/lib/clock.ts';
import type { PrinterProfile } from '../profile.ts';
import type { PrinterAddress } from './address.ts';
import { openDeviceLine } from './device-line.ts';
import type { OpenLine, PrinterLine } from './line.ts';
import type { PrinterPort, PrinterProblem, PrinterStatus, PrintOptions, PrintOutcome } from './port.ts';
import {
  askStatus,
  clearBuffer,
  endHalfCommand,
  type Leftover,
  raiseFence,
  type Session,
  sendReceipt,
  startSession,
  takeBack,
} from './session.ts';
import { openTcpLine } from './tcp-line.ts';

export interface PrinterPortOptions {
  openLine: OpenLine;
  profile: Pick<PrinterProfile, 'statusDialect' | 'patience'>;
  clock: Clock;
  /**
   * Printed and cut off before the next slip when part of an earlier one may still hang from the slot, so that no visitor takes
   * a piece of another's slip for her own.
   */
  interruptedNote: Uint8Array;
  /** The kiosk stopped while it was printing: part of a slip may be in the printer. */
  wasInterrupted?: boolean;
}

/** The way to open the line an address names. */
export function lineTo(address: PrinterAddress): OpenLine {
  return address.kind === 'tcp'
    ? (withinMs, signal) => openTcpLine(address, withinMs, signal)
    : () => openDeviceLine(address.path);
}

/** The one printer of this kiosk. */
export function createPrinterPort(options: PrinterPortOptions): PrinterPort {
  const { openLine, profile, clock, interruptedNote } = options;
  let leftover: Leftover = options.wasInterrupted ? 'part-of-a-slip' : 'perhaps';
  /** A line that was lost may have left the printer in the middle of a command, which would eat our next question. */
  let mayBeInCommand = options.wasInterrupted === true;
  let lastTurn: Promise<unknown> = Promise.resolve();

  /** Runs one act after the other: a printer takes one caller at a time. */
  function inTurn<T>(act: () => Promise<T>): Promise<T> {
    const turn = lastTurn.then(act);
    lastTurn = turn.catch(() => undefined);
    return turn;
  }

  async function status(): Promise<PrinterStatus> {
    const opened = await openLine(profile.patience.connectMs);
    if (!opened.ok) return { state: 'not-ready', problem: opened.problem };
    const session = startSession(opened.value, profile, clock);
    finishHalfCommand(session);
    if (leftover !== 'nothing') await clearBuffer(session);
    const answer = await ask(session);
    await opened.value.end();
    return answer;
  }

  async function print(receipt: readonly Uint8Array[], wishes: PrintOptions): Promise<PrintOutcome> {
    if (receipt.length === 0) throw new Error('an empty receipt was to be printed');
    const left = wishes.deadline - clock.monotonic();
    if (wishes.signal?.aborted) return notSent({ code: 'printer.cancelled' });
    if (left <= 0) return notSent({ code: 'printer.timed-out' });
    const opened = await openLine(Math.min(profile.patience.connectMs, left), wishes.signal);
    if (!opened.ok) return notSent(opened.problem);
    const session = startSession(opened.value, profile, clock);
    const obstacle = await prepare(session, wishes);
    if (obstacle) {
      await opened.value.end();
      return notSent(obstacle);
    }
    return deliver(session, opened.value, receipt, wishes);
  }

  async function prepare(session: Session, wishes: PrintOptions): Promise<PrinterProblem | null> {
    finishHalfCommand(session);
    const refusal = await clearBuffer(session);
    const answer = await ask(session, wishes.signal);
    if (answer.state === 'not-ready') return answer.problem;
    if (refusal) return refusal;
    // The fence is the first that a printer without real-time obedience reads byte by byte: a line cut in it leaves half of it there.
    mayBeInCommand = true;
    const problem = await raiseFence(session, leftover, wishes);
    if (problem === null) mayBeInCommand = false;
    return problem;
  }

  /** Before anything else is said. A printer of the Epson dialect needs none: it throws the half command away with its buffer. */
  function finishHalfCommand(session: Session): void {
    if (mayBeInCommand && profile.statusDialect === 'generic') endHalfCommand(session);
  }

  /** Once the printer has answered, the half command is over: a printer without paper must not get more of this at every question. */
  async function ask(session: Session, signal?: AbortSignal): Promise<PrinterStatus> {
    const answer = await askStatus(session, signal);
    const code = answer.state === 'not-ready' ? answer.problem.code : null;
    const wasHeard = code !== 'printer.silent' && code !== 'printer.line-cut' && code !== 'printer.cancelled';
    if (wasHeard) mayBeInCommand = false;
    return answer;
  }

  async function deliver(
    session: Session,
    line: PrinterLine,
    receipt: readonly Uint8Array[],
    wishes: PrintOptions,
  ): Promise<PrintOutcome> {
    const needsNote = leftover === 'part-of-a-slip';
    const whole = needsNote ? [interruptedNote, ...receipt] : receipt;
    leftover = 'part-of-a-slip';
    mayBeInCommand = true;
    const outcome = await sendReceipt(session, whole, wishes);
    if (outcome.outcome === 'printed') return finishWell(line);
    if (
      profile.statusDialect === 'none' &&
      outcome.outcome === 'unknown' &&
      outcome.reason.code === 'printer.silent'
    ) {
      // Everything was handed over, which is as well as it ever goes with a printer that says nothing.
      leftover = 'perhaps';
      await line.end();
      return outcome;
    }
    const rest = await takeBack(session, wishes.jobMark);
    if (rest === 'was-printed') return finishWell(line);
    if (rest === 'cleared') await line.end();
    // Not confirmed: what our side still holds must not trickle out later by itself.
    else line.abort();
    return outcome;
  }

  async function finishWell(line: PrinterLine): Promise<PrintOutcome> {
    leftover = 'nothing';
    mayBeInCommand = false;
    await line.end();
    return { outcome: 'printed' };
  }

  return {
    print: (receipt, wishes) => inTurn(() => print(receipt, wishes)),
    status: () => inTurn(status),
  };
}

function notSent(reason: PrinterProblem): PrintOutcome {
  return { outcome: 'failed', reason };
}
