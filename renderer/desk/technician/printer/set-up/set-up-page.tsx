import { useMachine } from '@xstate/react';
import { useEffect, useMemo } from 'react';
import { fromPromise } from 'xstate';
import type { DeskOutput, SeenPrinter } from '../../../../../shared/contract/desk.ts';
import type { Result } from '../../../../../shared/lib/result.ts';
import type { Bridge } from '../../../../bridge/bridge.ts';
import { type PrinterChoice, setUpMachine } from './set-up.machine.ts';
import { SetUpView } from './set-up-view.tsx';

/** The guided way to a printer that works. */
export function SetUpPage({ bridge, onLeave }: { bridge: Bridge; onLeave(): void }) {
  const machine = useMemo(
    () =>
      setUpMachine.provide({
        actors: {
          find: fromPromise<Result<DeskOutput<'desk.find-printers'>>>(() =>
            bridge.call('desk.find-printers', {}),
          ),
          ask: fromPromise<Result<SeenPrinter>, { address: string }>(({ input }) =>
            bridge.call('desk.ask-printer', input),
          ),
          tryOut: fromPromise<Result<DeskOutput<'desk.try-printer'>>, PrinterChoice>(({ input }) =>
            bridge.call('desk.try-printer', input),
          ),
          set: fromPromise<Result<object>, PrinterChoice>(({ input }) =>
            bridge.call('desk.set-printer', input),
          ),
        },
      }),
    [bridge],
  );
  const [snapshot, send] = useMachine(machine);
  const isLeft = snapshot.matches('left');
  useEffect(() => {
    if (isLeft) onLeave();
  }, [isLeft, onLeave]);
  return <SetUpView state={snapshot.value} context={snapshot.context} send={send} />;
}
