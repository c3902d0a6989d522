import type { Presenter } from '../profile.ts';
import { SAY_NOTHING_BY_YOURSELF, TELL_PAPER } from './commands.ts';
import type { Session } from './session.ts';

/** What the mouth of a printer says. `silent`: it could not be asked, as by a printer without paper. */
export type Mouth = 'empty' | 'held' | 'stuck' | 'silent';

/** Asks what is held out. Automatic status is off afterwards: its bytes could not be told from the answer. */
export async function askMouth(session: Session, presenter: Presenter): Promise<Mouth> {
  if (!(await waitForQuiet(session))) return 'silent';
  const heard = await session.conversation.askByte(presenter.tellState, soon(session));
  if (!heard.heard) return 'silent';
  if (heard.what & (1 << presenter.stuckBit)) return 'stuck';
  return heard.what & (1 << presenter.heldBit) ? 'held' : 'empty';
}

/** Draws back what is held out, and looks whether it is gone. */
export async function emptyMouth(session: Session, presenter: Presenter): Promise<Exclude<Mouth, 'held'>> {
  void session.conversation.say(presenter.takeBack);
  const mouth = await askMouth(session, presenter);
  // It was told to go and is still there: to a person that is a slip that hangs.
  return mouth === 'held' ? 'stuck' : mouth;
}

/** The answer to GS r comes when everything before it is done, and behind it nothing is on its way any more. */
async function waitForQuiet(session: Session): Promise<boolean> {
  const heard = await session.conversation.ask(
    [...SAY_NOTHING_BY_YOURSELF, ...TELL_PAPER],
    (answer) => answer.kind === 'paper-sensor' || undefined,
    soon(session),
  );
  return heard.heard;
}

function soon({ clock, profile }: Session): number {
  return clock.monotonic() + profile.patience.answerMs;
}
