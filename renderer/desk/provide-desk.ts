import { fromCallback, fromPromise } from 'xstate';
import type { Result } from '../../shared/lib/result.ts';
import type { Bridge } from '../bridge/bridge.ts';
import { type DeskEvent, deskMachine, type KeeperEvent } from './desk.machine.ts';

/** Touches are told to the engine at most this often. */
const EVERY_MS = 10_000;

/** The desk's machine with its effects tied to the main process. `now` is monotonic ms. */
export function provideDesk(bridge: Bridge, now: () => number) {
  return deskMachine.provide({
    actors: {
      signOut: fromPromise<Result<unknown>>(() => bridge.call('staff.sign-out', {})),
      keepAlive: fromCallback<KeeperEvent>(({ receive, sendBack }) => {
        let told = now();
        receive(() => {
          if (now() - told < EVERY_MS) return;
          told = now();
          void bridge.call('staff.stay', {}).then((answer) => {
            if (!answer.ok && answer.problem.code === 'staff.signed-out')
              sendBack({ type: 'session.gone' } satisfies DeskEvent);
          });
        });
      }),
    },
  });
}

/** The same bridge; whoever is told that nobody is signed in any more, the desk hears of it and closes. */
export function watchSession(bridge: Bridge, tellGone: () => void): Bridge {
  return {
    async call(name, input) {
      const answer = await bridge.call(name, input);
      if (!answer.ok && answer.problem.code === 'staff.signed-out') tellGone();
      return answer;
    },
    on: bridge.on,
  };
}
