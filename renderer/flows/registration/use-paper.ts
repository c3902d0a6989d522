import { useMachine } from '@xstate/react';
import { useEffect, useState } from 'react';
import type { SnapshotFrom } from 'xstate';
import type { Bridge } from '../../bridge/bridge.ts';
import { slipActors } from '../../bridge/slip-actors.ts';
import { type PaperEvent, paperMachine } from './paper.machine.ts';

export type PaperSnapshot = SnapshotFrom<typeof paperMachine>;

interface Paper {
  bridge: Bridge;
  slipId: string;
  /** She has said before what became of it. */
  isSettled: boolean;
  onDone(): void;
}

/** One paper with the bridge in its hands. */
export function usePaper({
  bridge,
  slipId,
  isSettled,
  onDone,
}: Paper): [PaperSnapshot, (event: PaperEvent) => void] {
  const [machine] = useState(() =>
    paperMachine.provide({
      actors: {
        ...slipActors<PaperEvent>(bridge),
      },
    }),
  );
  const [snapshot, send] = useMachine(machine, { input: { slipId, isSettled } });
  const isDone = snapshot.status === 'done';
  useEffect(() => {
    if (isDone) onDone();
  }, [isDone, onDone]);
  return [snapshot, send];
}
