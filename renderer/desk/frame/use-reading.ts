import { useMachine } from '@xstate/react';
import { useCallback, useMemo } from 'react';
import { fromPromise } from 'xstate';
import type { CallInput, CallName, CallOutput } from '../../../shared/contract/ipc.ts';
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

/** Reads one call of a desk, again after a while, and when asked. A changed input is a new reading: give the caller a key. */
export function useReading<K extends CallName>(
  bridge: Bridge,
  name: K,
  input: CallInput<K>,
  { everyMs = null, patienceMs = 15_000 }: Partial<ReadingPace> = {},
): Reading<CallOutput<K>> {
  const machine = useMemo(
    () =>
      readingMachineFor<CallOutput<K>>({ everyMs, patienceMs }).provide({
        actors: {
          read: fromPromise<Result<CallOutput<K>>>(() => bridge.call(name, input)),
        },
      }),
    [bridge, name, input, everyMs, patienceMs],
  );
  const [snapshot, send] = useMachine(machine);
  const readAgain = useCallback(() => send({ type: 'again.pressed' }), [send]);
  const { value, problem, readAt } = snapshot.context;
  return { value, problem, readAt, isReading: snapshot.matches('reading'), readAgain };
}
