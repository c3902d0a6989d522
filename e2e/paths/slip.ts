import type { CallOutput } from '../../shared/contract/ipc.ts';
import { succeeded } from '../../shared/lib/result.ts';
import type { EngineEvent } from './flow-model.ts';
import type { Hands, ScriptedAnswer } from './hands.ts';

/** A slip of no printer: what becomes of it is told to the machine and to the screens alike. */
export type Slip = CallOutput<'slip.read'>;

export const SLIP_ID = '00000000-0000-4000-8000-000000000001';
/** Why news of a slip is not told while an answer is waited for. */
export const BETWEEN = 'it would have to come in the moment between a press and its answer';
/** Longer than the flows wait for a word about a slip. */
const LONG_PATIENCE_MS = 60_000;
/** As long as they wait, and a moment for the screen to follow. */
const SLIP_WAIT_MS = 5_300;

export const slipIs = (state: Slip['state'], trouble: Slip['trouble'] = null): Slip => ({
  slipId: SLIP_ID,
  state,
  trouble,
});

/** Everything that can become of a slip, apart from what stands on the screen already. */
const NEWS: Readonly<Record<string, Slip>> = {
  'the slip comes out': slipIs('printed'),
  'the printer has no paper': slipIs('failed', 'out-of-paper'),
  'nobody knows whether the slip came out': slipIs('unknown'),
};

interface SlipDeed<E> {
  name: string;
  events: readonly (E | EngineEvent)[];
  act(hands: Hands): Promise<void>;
  lastsMs?: number;
  patienceMs?: number;
}

export function newsDeeds<E>(slip: Slip, toEvent: (slip: Slip) => E): SlipDeed<E>[] {
  return Object.entries(NEWS)
    .filter(([, told]) => told.state !== slip.state)
    .map(([name, told]) => ({
      name,
      events: [toEvent(told)],
      act: (hands) => hands.tell('slip.changed', told),
    }));
}

export interface SlipTelling<E> {
  name: string;
  event: E;
  /** The machine's path of the state that waits for the answer, for the name of its delay. */
  waitsAt: string;
  press(hands: Hands): Promise<void>;
  call: 'slip.answer' | 'slip.retry';
  /** What the engine says that became of the slip. */
  becomes: Slip;
}

/** A word about the slip, or another try at it, with everything that can come of it. */
export function tellingDeeds<E>(telling: SlipTelling<E>): SlipDeed<E>[] {
  const { name, event, waitsAt, press, call, becomes } = telling;
  const actor = call === 'slip.answer' ? 'answerSlip' : 'retrySlip';
  const outcomes: [string, EngineEvent, ScriptedAnswer][] = [
    ['heard', { type: `xstate.done.actor.${actor}`, output: succeeded(becomes) }, succeeded(becomes)],
    ['the engine breaks', { type: `xstate.error.actor.${actor}`, error: new Error('scripted') }, 'breaks'],
    ['nobody answers', { type: `xstate.after.slipPatience.${waitsAt}` }, 'silent'],
  ];
  return outcomes.map(([what, outcome, answer]) => ({
    name: `${name}: ${what}`,
    events: [event, outcome],
    async act(hands) {
      await hands.answer(call, answer);
      await press(hands);
    },
    lastsMs: answer === 'silent' ? SLIP_WAIT_MS : 0,
    patienceMs: LONG_PATIENCE_MS,
  }));
}

/** What the slip's own part of a page says. */
export function slipWords(slip: Slip, words: Hands['words']['ticket']['slip']): string {
  const titles: Record<Slip['state'], string> = {
    queued: words.queued,
    printing: words.printing,
    printed: words.printed,
    failed: words.failed,
    unknown: words.asking,
    'handed-over': words.handedOver,
  };
  return titles[slip.state];
}
