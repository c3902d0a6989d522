import { useMachine } from '@xstate/react';
import { useEffect, useMemo } from 'react';
import { fromPromise } from 'xstate';
import type { SlipState } from '../../../../shared/contract/kiosk-state.ts';
import type { Result } from '../../../../shared/lib/result.ts';
import type { Bridge } from '../../../bridge/bridge.ts';
import { useClerkWords } from '../clerk-words.ts';
import { paperMachine } from './paper.machine.ts';
import { PrintingScreen } from './paper-screens.tsx';

export interface PaperPrintingProps {
  bridge: Bridge;
  slipId: string;
  title: string;
  onEnd(slip: SlipState): void;
}

/** A paper on its way out; tells its end once. */
export function PaperPrinting({ bridge, slipId, title, onEnd }: PaperPrintingProps) {
  const { paper } = useClerkWords();
  const machine = useMemo(
    () =>
      paperMachine.provide({
        actors: {
          read: fromPromise<Result<SlipState>, { slipId: string }>(({ input }) =>
            bridge.call('clerk.read-slip', input),
          ),
        },
      }),
    [bridge],
  );
  const [snapshot] = useMachine(machine, { input: { slipId } });
  const { output } = snapshot;
  useEffect(() => {
    if (output) onEnd(output);
  }, [output, onEnd]);
  const { state } = snapshot.context.slip;
  return <PrintingScreen title={title} said={state === 'queued' ? paper.queued : paper.printing} />;
}
