import { assign, fromCallback, fromPromise, sendTo, setup } from 'xstate';
import type { StaffSession } from '../../shared/contract/desk.ts';
import { failed, type Result } from '../../shared/lib/result.ts';
import type { Errand } from '../lobby/errand.ts';
import { idleMachine, LEAST_QUESTION_MS, LEAST_QUIET_MS } from '../lobby/idle.ts';

export interface DeskContext {
  /** Who came in. Null outside the desk. */
  session: StaffSession | null;
  /** What the visitors' side opens with behind the sign-out. Null: the usual picture. */
  errand: Errand | null;
}

export type DeskEvent =
  | { type: 'door.opened'; session: StaffSession }
  | { type: 'door.left' }
  | { type: 'activity.seen' }
  | { type: 'stay.pressed' }
  | { type: 'signOut.pressed' }
  /** Signs out too: somebody else goes on at this screen. */
  | { type: 'handOver.pressed'; errand: Errand }
  /** The engine says that nobody is signed in any more. */
  | { type: 'session.gone' };

/** What keeps the session of the engine alive hears of touches, and says when the session is gone. */
export type KeeperEvent = { type: 'touched' };

export const QUESTION_MS = 30_000;
/** The question is over before the engine ends the session, also when the last touch was told a little late. */
const MARGIN_MS = 20_000;

/** How long nobody may touch the screen before the desk asks, ms. */
export function quietTimeOf({ endsAfterMs }: Pick<StaffSession, 'endsAfterMs'>): number {
  return Math.max(LEAST_QUIET_MS, endsAfterMs - Math.max(QUESTION_MS, LEAST_QUESTION_MS) - MARGIN_MS);
}

/**
 * The desk from the door to the way out. Whatever happens inside, there is one way out of it: the engine is told, and the lobby
 * wipes the screen. It counts quiet time of its own; the lobby's does not run here.
 */
export const deskMachine = setup({
  types: { context: {} as DeskContext, events: {} as DeskEvent },
  actors: {
    keepAlive: fromCallback<KeeperEvent>(() => {}),
    signOut: fromPromise<Result<unknown>>(async () => failed({ code: 'bridge.no-answer' })),
    idle: idleMachine,
  },
  delays: { patience: 5_000 },
}).createMachine({
  id: 'desk',
  context: { session: null, errand: null },
  initial: 'door',
  states: {
    door: {
      on: {
        'door.opened': { target: 'inside', actions: assign({ session: ({ event }) => event.session }) },
        'door.left': 'left',
      },
    },
    inside: {
      invoke: [
        {
          id: 'idle',
          src: 'idle',
          input: ({ context }) => ({
            askAfterMs: quietTimeOf({ endsAfterMs: context.session?.endsAfterMs ?? 0 }),
            wipeAfterMs: QUESTION_MS,
          }),
          onDone: 'signingOut',
          onError: 'signingOut',
        },
        { id: 'keepAlive', src: 'keepAlive' },
      ],
      on: {
        'activity.seen': {
          actions: [sendTo('idle', { type: 'touched' }), sendTo('keepAlive', { type: 'touched' })],
        },
        'stay.pressed': {
          actions: [sendTo('idle', { type: 'stay.pressed' }), sendTo('keepAlive', { type: 'touched' })],
        },
        'signOut.pressed': 'signingOut',
        'handOver.pressed': {
          target: 'signingOut',
          actions: assign({ errand: ({ event }) => event.errand }),
        },
        'session.gone': 'signingOut',
      },
    },
    signingOut: {
      entry: assign({ session: null }),
      // An engine that does not answer ends the session by itself; nobody has to wait for that here. But no visitor begins where it is
      // not sure that nobody is signed in.
      invoke: {
        src: 'signOut',
        onDone: [{ guard: ({ event }) => event.output.ok, target: 'left' }, { target: 'unsure' }],
        onError: 'unsure',
      },
      after: { patience: 'unsure' },
    },
    unsure: {
      entry: assign({ errand: null }),
      always: 'left',
    },
    left: { type: 'final' },
  },
});
