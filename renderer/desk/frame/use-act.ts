import { useMachine } from '@xstate/react';
import { useMemo } from 'react';
import { fromPromise } from 'xstate';
import type { DeskCallName, DeskInput, DeskOutput } from '../../../shared/contract/desk.ts';
import type { CallInput } from '../../../shared/contract/ipc.ts';
import type { Problem, Result } from '../../../shared/lib/result.ts';
import type { Bridge } from '../../bridge/bridge.ts';
import { actMachineFor, type Given } from './act.machine.ts';

export interface Act<K extends DeskCallName> {
  state: 'asking' | 'acting' | 'failed' | 'done';
  output: DeskOutput<K> | null;
  problem: Problem | null;
  confirm(input: DeskInput<K>): void;
  /** Back to the question. */
  goBack(): void;
}

/** One desk call that changes something. `patienceMs`: after that it counts as not answered. */
export function useAct<K extends DeskCallName>(bridge: Bridge, name: K, patienceMs = 30_000): Act<K> {
  const machine = useMemo(
    () =>
      actMachineFor<DeskInput<K>, DeskOutput<K>>(patienceMs).provide({
        actors: {
          // The desk's calls are calls of the bridge; the compiler cannot see it through the generic name.
          act: fromPromise<Result<DeskOutput<K>>, Given<DeskInput<K>>>(
            ({ input }) => bridge.call(name, input.given as CallInput<K>) as Promise<Result<DeskOutput<K>>>,
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
