import type { Clock } from '../../../shared/lib/clock.ts';
import { INITIALIZE, TELL_MAKER, TELL_MODEL } from './commands.ts';
import type { OpenLine } from './line.ts';
import type { PrinterStatus } from './port.ts';
import { askStatus, type Session, startSession } from './session.ts';

/** A printer that was asked who it is, before anybody knows its kind. */
export interface Introduction {
  status: PrinterStatus;
  /** Maker and model as it says them, such as `EPSON TM-T82`. Null: it says neither. */
  name: string | null;
}

/** Long enough for a network printer, short enough for somebody who stands there. */
const PATIENCE = { connectMs: 3_000, answerMs: 1_500, slipMs: 1_500 };

/**
 * Asks whatever is at the end of a line how it is and what it is called. Prints nothing. Who stays silent to DLE EOT is not asked
 * its name: a machine that does not know GS I might print the letters of it.
 */
export async function introduce(openLine: OpenLine, clock: Clock): Promise<Introduction> {
  const opened = await openLine(PATIENCE.connectMs);
  if (!opened.ok) return { status: { state: 'not-ready', problem: opened.problem }, name: null };
  const session = startSession(opened.value, { statusDialect: 'generic', patience: PATIENCE }, clock);
  const status = await askStatus(session);
  const name = status.state === 'ready' ? await askName(session) : null;
  await opened.value.end();
  const isSilent = status.state === 'not-ready' && status.problem.code === 'printer.silent';
  return { status: isSilent ? { state: 'unsaid' } : status, name };
}

async function askName(session: Session): Promise<string | null> {
  const words: string[] = [];
  for (const question of [TELL_MAKER, TELL_MODEL]) {
    const heard = await session.conversation.ask(
      question,
      (answer) => (answer.kind === 'told' ? answer.text : undefined),
      session.clock.monotonic() + PATIENCE.answerMs,
    );
    if (heard.heard && heard.what !== '') words.push(heard.what);
    else if (!heard.heard) break;
  }
  // What a machine without GS I may have taken for text is thrown away before it meets a test page.
  if (words.length === 0) await session.conversation.say(INITIALIZE);
  return words.length === 0 ? null : words.join(' ');
}
