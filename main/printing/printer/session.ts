import type { Clock } from '../../../shared/lib/clock.ts';
import { unreachable } from '../../../shared/lib/unreachable.ts';
import type { PrinterProfile } from '../profile.ts';
import { type Answer, isNearEnd, problemInAutomatic, problemInRealTime } from './answers.ts';
import {
  askRealTime,
  CLEAR_BUFFER,
  endMark,
  FINISH_HALF_COMMAND,
  INITIALIZE,
  REPORT_BY_YOURSELF,
  TELL_PAPER,
} from './commands.ts';
import { Conversation, type Lost } from './conversation.ts';
import type { PrinterLine } from './line.ts';
import type { PrinterProblem, PrinterStatus, PrintOptions, PrintOutcome } from './port.ts';

/**
 * What an earlier contact may have left behind: nothing; perhaps something (we have just started and cannot know);
 * or surely part of a slip, in the buffer or hanging from the slot.
 */
export type Leftover = 'nothing' | 'perhaps' | 'part-of-a-slip';

export interface Session {
  conversation: Conversation;
  profile: Pick<PrinterProfile, 'statusDialect' | 'patience'>;
  clock: Clock;
}

export function startSession(line: PrinterLine, profile: Session['profile'], clock: Clock): Session {
  return { conversation: new Conversation(line, clock), profile, clock };
}

/** Asks DLE EOT 1, 2 and 4. Works at any time, also with a printer that is offline. */
export async function askStatus(session: Session, signal?: AbortSignal): Promise<PrinterStatus> {
  const { conversation, profile } = session;
  if (profile.statusDialect === 'none') return { state: 'unsaid' };
  const bytes: number[] = [];
  for (const about of [1, 2, 4] as const) {
    const heard = await conversation.ask(
      askRealTime(about),
      (answer) => (answer.kind === 'real-time' ? answer.byte : undefined),
      soon(session),
      signal,
    );
    if (!heard.heard) return { state: 'not-ready', problem: problemOfSilence(heard.why, `DLE EOT ${about}`) };
    bytes.push(heard.what);
  }
  const [printer = 0, cause = 0, paper = 0] = bytes;
  const problem = problemInRealTime(printer, cause, paper);
  if (problem) return { state: 'not-ready', problem };
  return { state: 'ready', paper: isNearEnd(paper) ? 'near-end' : 'enough' };
}

/** Ends whatever command the printer may be in the middle of, so that it takes the next one for one. */
export function endHalfCommand(session: Session): void {
  void session.conversation.say(FINISH_HALF_COMMAND);
}

/**
 * Makes the printer forget what it still holds. Only the Epson dialect confirms it; others are asked all the same, and what they
 * hold then comes out before our own fence, never counted as ours.
 */
export async function clearBuffer(session: Session): Promise<PrinterProblem | null> {
  const { conversation, profile } = session;
  if (profile.statusDialect === 'none') return null;
  if (profile.statusDialect === 'generic') {
    void conversation.say(CLEAR_BUFFER);
    return null;
  }
  const heard = await conversation.ask(
    CLEAR_BUFFER,
    (answer) => answer.kind === 'cleared' || undefined,
    soon(session),
  );
  return heard.heard ? null : { code: 'printer.will-not-clear', detail: heard.why };
}

/**
 * Initialises, switches automatic status on and waits until the printer has worked through everything sent before. From here on, the
 * only end mark that can be answered is ours.
 */
export async function raiseFence(
  session: Session,
  leftover: Leftover,
  options: PrintOptions,
): Promise<PrinterProblem | null> {
  const { conversation, profile } = session;
  const opening = [...(leftover === 'nothing' ? [] : FINISH_HALF_COMMAND), ...INITIALIZE];
  if (profile.statusDialect === 'none') {
    void conversation.say(opening);
    return null;
  }
  const heard = await conversation.ask(
    [...opening, ...REPORT_BY_YOURSELF],
    (answer) => (answer.kind === 'automatic' ? { problem: problemInAutomatic(answer.bytes) } : undefined),
    Math.min(options.deadline, soon(session)),
    options.signal,
  );
  return heard.heard ? heard.what.problem : problemOfSilence(heard.why, 'GS a');
}

/** Switches automatic status on again; its first answer is heard with the slip's. */
export function reportByYourself(session: Session): void {
  void session.conversation.say(REPORT_BY_YOURSELF);
}

/** Portions that may be in the printer without an answer. One more than one keeps the paper moving. */
const PORTIONS_AHEAD = 2;

/**
 * Sends the receipt portion by portion, each with a mark that the printer answers when it has done everything before it. The last
 * answer means printed. From the first byte on nothing is `failed` any more: what is not confirmed is unknown.
 */
export async function sendReceipt(
  session: Session,
  receipt: readonly Uint8Array[],
  options: PrintOptions,
): Promise<PrintOutcome> {
  const { conversation, profile } = session;
  const dialect = profile.statusDialect;
  if (dialect === 'none') return sendUnconfirmed(session, Buffer.concat(receipt), options);
  const markOf = (i: number) =>
    i === receipt.length - 1 ? options.jobMark : `-${String(i).padStart(3, '0')}`;
  let sent = 0;
  let answered = 0;

  function sendAhead(): void {
    for (; sent < receipt.length && sent < answered + PORTIONS_AHEAD; sent++) {
      const mark = dialect === 'epson' ? endMark(markOf(sent)) : TELL_PAPER;
      void conversation.say(Buffer.concat([receipt[sent] ?? new Uint8Array(), Uint8Array.from(mark)]));
    }
  }

  function follow(answer: Answer): PrintOutcome | undefined {
    if (answer.kind === 'automatic') {
      const reason = problemInAutomatic(answer.bytes);
      return reason ? { outcome: 'unknown', reason } : undefined;
    }
    const isNext =
      dialect === 'epson'
        ? answer.kind === 'process-id' && answer.id === markOf(answered)
        : answer.kind === 'paper-sensor';
    if (!isNext) return undefined;
    answered++;
    if (answered === receipt.length) return { outcome: 'printed' };
    sendAhead();
    return undefined;
  }

  const verdict = conversation.hear(follow, options.deadline, options.signal);
  sendAhead();
  const heard = await verdict;
  return heard.heard ? heard.what : { outcome: 'unknown', reason: problemOfLoss(heard.why) };
}

/**
 * After a slip that was not confirmed: empties the buffer so that the rest never comes out later. The end mark may cross our request on
 * the way; then the slip was printed after all.
 */
export async function takeBack(
  session: Session,
  jobMark: string,
): Promise<'was-printed' | 'cleared' | 'not-cleared'> {
  const { conversation, profile } = session;
  if (profile.statusDialect !== 'epson') return 'not-cleared';
  const heard = await conversation.ask(
    CLEAR_BUFFER,
    (answer) => {
      if (answer.kind === 'process-id' && answer.id === jobMark) return 'was-printed' as const;
      return answer.kind === 'cleared' ? ('cleared' as const) : undefined;
    },
    soon(session),
  );
  return heard.heard ? heard.what : 'not-cleared';
}

async function sendUnconfirmed(
  session: Session,
  bytes: Uint8Array,
  options: PrintOptions,
): Promise<PrintOutcome> {
  const waiting = session.conversation.hear<never>(() => undefined, options.deadline, options.signal);
  const end = await Promise.race([session.conversation.say(bytes), waiting]);
  if (end === 'taken') return { outcome: 'unknown', reason: { code: 'printer.silent' } };
  const why = end === 'broken' || end.heard ? 'closed' : end.why;
  return { outcome: 'unknown', reason: problemOfLoss(why) };
}

/** When the next single answer must have come. */
function soon(session: Session): number {
  return session.clock.monotonic() + session.profile.patience.answerMs;
}

function problemOfSilence(why: Lost, question: string): PrinterProblem {
  return why === 'late' ? { code: 'printer.silent', detail: `no answer to ${question}` } : problemOfLoss(why);
}

function problemOfLoss(why: Lost): PrinterProblem {
  switch (why) {
    case 'closed':
      return { code: 'printer.line-cut' };
    case 'late':
      return { code: 'printer.timed-out' };
    case 'cancelled':
      return { code: 'printer.cancelled' };
    default:
      return unreachable(why);
  }
}
