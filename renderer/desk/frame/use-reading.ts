import { useMachine } from '@xstate/react';
import { useCallback, useMemo } from 'react';
import { fromPromise } from 'xstate';
import type { DeskCallName, DeskInput, DeskOutput } from '../../../shared/contract/desk.ts';
import type { CallInput } from '../../../shared/contract/ipc.ts';
import type { Problem, Result } from '../../../shared/lib/result.ts';
import type { Bridge } from '../../bridge/bridge.ts';
import { type ReadingPace, readingMachineFor } from './reading.machine.ts';

export interface Reading<T> {
  /** The last good answer; null until there is one. */
  value: T | null;
  /** Why the last reading failed; null when it did not. */
  problem: Problem | null;
  /** Unix ms of the last good answer. */
  readAt: number | null;
  isReading: boolean;
  readAgain(): void;
}

/** Reads one desk call, again after a while, and when asked. A changed input is a new reading: give the caller a key. */
export function useReading<K extends DeskCallName>(
  bridge: Bridge,
  name: K,
  input: DeskInput<K>,
  { everyMs = null, patienceMs = 15_000 }: Partial<ReadingPace> = {},
): Reading<DeskOutput<K>> {
  const machine = useMemo(
    () =>
      readingMachineFor<DeskOutput<K>>({ everyMs, patienceMs }).provide({
        actors: {
          // The desk's calls are calls of the bridge; the compiler cannot see it through the generic name.
          read: fromPromise<Result<DeskOutput<K>>>(
            () => bridge.call(name, input as CallInput<K>) as Promise<Result<DeskOutput<K>>>,
          ),
        },
      }),
    [bridge, name, input, everyMs, patienceMs],
  );
  const [snapshot, send] = useMachine(machine);
  const readAgain = useCallback(() => send({ type: 'again.pressed' }), [send]);
  const { value, problem, readAt } = snapshot.context;
  return { value, problem, readAt, isReading: snapshot.matches('reading'), readAgain };
}
