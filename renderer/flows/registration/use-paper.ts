import { useMachine } from '@xstate/react';
import { useEffect, useState } from 'react';
import { fromCallback, fromPromise, type SnapshotFrom } from 'xstate';
import type { Bridge } from '../../bridge/bridge.ts';
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
        answerSlip: fromPromise(({ input }) => bridge.call('slip.answer', input)),
        retrySlip: fromPromise(({ input }) => bridge.call('slip.retry', input)),
        watchSlip: fromCallback(({ input, sendBack }) => {
          // What happened before the listening began is asked for once.
          let isOver = false;
          const stop = bridge.on('slip.changed', (slip) => sendBack({ type: 'slip.changed', slip }));
          void bridge.call('slip.read', { slipId: input.slipId }).then((read) => {
            if (!isOver && read.ok) sendBack({ type: 'slip.changed', slip: read.value });
          });
          return () => {
            isOver = true;
            stop();
          };
        }),
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
