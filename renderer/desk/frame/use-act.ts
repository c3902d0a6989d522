import { useMachine } from '@xstate/react';
import { useMemo } from 'react';
import { fromPromise } from 'xstate';
import type { CallInput, CallName, CallOutput } from '../../../shared/contract/ipc.ts';
import type { Problem, Result } from '../../../shared/lib/result.ts';
import type { Bridge } from '../../bridge/bridge.ts';
import { actMachineFor, type Given } from './act.machine.ts';

export interface Act<K extends CallName> {
  state: 'asking' | 'acting' | 'failed' | 'done';
  output: CallOutput<K> | null;
  problem: Problem | null;
  confirm(input: CallInput<K>): void;
  /** Back to the question. */
  goBack(): void;
}

/** One call of a desk that changes something. `patienceMs`: after that it counts as not answered. */
export function useAct<K extends CallName>(bridge: Bridge, name: K, patienceMs = 30_000): Act<K> {
  const machine = useMemo(
    () =>
      actMachineFor<CallInput<K>, CallOutput<K>>(patienceMs).provide({
        actors: {
          act: fromPromise<Result<CallOutput<K>>, Given<CallInput<K>>>(({ input }) =>
            bridge.call(name, input.given),
          ),
        },
      }),
    [bridge, name, patienceMs],
  );
  const [snapshot, send] = useMachine(machine);
  const { output, problem } = snapshot.context;
  return {
    state: snapshot.value as Act<K>['state'],
    output,
    problem,
    confirm: (input) => send({ type: 'act.confirmed', input }),
    goBack: () => send({ type: 'back.pressed' }),
  };
}
