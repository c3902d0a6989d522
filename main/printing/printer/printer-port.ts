import type { Clock } from '../../../shared/lib/clock.ts';
import type { PrinterProfile } from '../profile.ts';
import type { PrinterAddress } from './address.ts';
import { openDeviceLine } from './device-line.ts';
import { HeldSlip } from './held-slip.ts';
import type { OpenLine, PrinterLine } from './line.ts';
import type { PrinterPort, PrinterProblem, PrinterStatus, PrintOptions, PrintOutcome } from './port.ts';
import type { Mouth } from './presenter.ts';
import {
  askStatus,
  clearBuffer,
  endHalfCommand,
  type Leftover,
  raiseFence,
  reportByYourself,
  type Session,
  sendReceipt,
  startSession,
  takeBack,
} from './session.ts';
import { openTcpLine } from './tcp-line.ts';

export interface PrinterPortOptions {
  openLine: OpenLine;
  profile: Pick<PrinterProfile, 'statusDialect' | 'patience' | 'presenter'>;
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
  const held = profile.presenter
    ? new HeldSlip({
        presenter: profile.presenter,
        clock,
        contact: (act) => inTurn(() => lookAtMouth(act)),
      })
    : null;

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
    const mayEmpty = answer.state === 'ready' && held?.isAwaited === false;
    const mouth = mayEmpty ? await speakOfMouth(() => held.empty(session)) : 'empty';
    await opened.value.end();
    return mouth === 'stuck' ? { state: 'not-ready', problem: STUCK } : answer;
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
    if (problem) return problem;
    mayBeInCommand = false;
    return emptyMouthFirst(session);
  }

  /** Behind the fence, because what was left in the buffer has come out by then. Nobody finds the slip of another. */
  async function emptyMouthFirst(session: Session): Promise<PrinterProblem | null> {
    if (!held) return null;
    const mouth = await speakOfMouth(() => held.empty(session));
    if (mouth === 'silent') return { code: 'printer.silent', detail: 'no answer about the presenter' };
    if (mouth === 'stuck') return STUCK;
    reportByYourself(session);
    return null;
  }

  async function lookAtMouth(act: (session: Session) => Promise<Mouth>): Promise<void> {
    const opened = await openLine(profile.patience.connectMs);
    if (!opened.ok) return;
    const session = startSession(opened.value, profile, clock);
    finishHalfCommand(session);
    // A printer that is not ready answers nothing about its mouth, and must not be sent question upon question.
    if ((await ask(session)).state === 'ready') await speakOfMouth(() => act(session));
    await opened.value.end();
  }

  /** These questions wait in the buffer: a line cut in one of them leaves half of it there. */
  async function speakOfMouth<M extends Mouth>(act: () => Promise<M>): Promise<M> {
    mayBeInCommand = true;
    const mouth = await act();
    mayBeInCommand = mouth === 'silent';
    return mouth;
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
    if (outcome.outcome === 'printed') return finishWell(line, wishes);
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
    // Whether it is held out nobody knows: it may be, and then it is hers for as long as any other.
    held?.holds(undefined);
    const rest = await takeBack(session, wishes.jobMark);
    if (rest === 'was-printed') return finishWell(line, wishes);
    if (rest === 'cleared') await line.end();
    // Not confirmed: what our side still holds must not trickle out later by itself.
    else line.abort();
    return outcome;
  }

  async function finishWell(line: PrinterLine, wishes: PrintOptions): Promise<PrintOutcome> {
    leftover = 'nothing';
    mayBeInCommand = false;
    await line.end();
    held?.holds(wishes.onUntaken);
    return { outcome: 'printed' };
  }

  return {
    print: (receipt, wishes) => inTurn(() => print(receipt, wishes)),
    status: () => inTurn(status),
    clearAway: () => held?.clearAway(),
    stop: () => held?.stop(),
  };
}

const STUCK: PrinterProblem = { code: 'printer.fault', detail: 'a slip hangs in the presenter' };

function notSent(reason: PrinterProblem): PrintOutcome {
  return { outcome: 'failed', reason };
}
