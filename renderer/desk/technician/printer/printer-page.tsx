import { useMachine } from '@xstate/react';
import { useCallback, useMemo, useState } from 'react';
import { fromPromise } from 'xstate';
import type { SlipState } from '../../../../shared/contract/kiosk-state.ts';
import type { Result } from '../../../../shared/lib/result.ts';
import { useDeskWords } from '../../desk-words.ts';
import { FailedScreen } from '../../frame/state-screens.tsx';
import { useReading } from '../../frame/use-reading.ts';
import { RollPage } from '../../roll/roll-page.tsx';
import type { PageProps } from '../technician-desk.tsx';
import { PrinterView } from './printer-view.tsx';
import { SetUpPage } from './set-up/set-up-page.tsx';
import { testPrintMachine } from './test-print.machine.ts';

const NOTHING = {};

/** The kiosk's printer: tried on paper, or another one put in its place. */
export function PrinterPage(props: PageProps) {
  const [place, setPlace] = useState<'test' | 'set-up' | 'roll'>('test');
  const leave = useCallback(() => setPlace('test'), []);
  if (place === 'set-up') return <SetUpPage bridge={props.bridge} onLeave={leave} />;
  if (place === 'roll') return <RollPage bridge={props.bridge} onBack={leave} />;
  return <TestPage {...props} onSetUp={() => setPlace('set-up')} onRoll={() => setPlace('roll')} />;
}

/** A test paper, and the question whether it came out. */
function TestPage({ bridge, onBack, onSetUp, onRoll }: PageProps & { onSetUp(): void; onRoll(): void }) {
  const { printer: words } = useDeskWords();
  const machine = useMemo(
    () =>
      testPrintMachine.provide({
        actors: {
          print: fromPromise<Result<{ slipId: string }>>(() =>
            bridge.call('desk.test-print', { requestId: crypto.randomUUID() }),
          ),
          read: fromPromise<Result<SlipState>, { slipId: string }>(({ input }) =>
            bridge.call('desk.read-slip', input),
          ),
        },
      }),
    [bridge],
  );
  const [snapshot, send] = useMachine(machine);
  const versions = useReading(bridge, 'desk.versions', NOTHING, { everyMs: 5_000 });
  const paper = useReading(bridge, 'desk.paper', NOTHING, { everyMs: 5_000 });
  const print = () => send({ type: 'print.pressed' });
  if (snapshot.matches('failed')) {
    return (
      <FailedScreen
        name="desk.printer-failed"
        title={words.badTitle}
        problem={snapshot.context.problem ?? { code: 'bridge.no-answer' }}
        onRetry={print}
        onBack={onBack}
      />
    );
  }
  return (
    <PrinterView
      state={typeof snapshot.value === 'string' ? snapshot.value : 'printing'}
      slip={snapshot.context.slip}
      printer={versions.value?.printer ?? null}
      paper={paper.value}
      onPrint={print}
      onAnswer={(isOut) => send({ type: isOut ? 'cameOut.pressed' : 'notOut.pressed' })}
      onSetUp={onSetUp}
      onRoll={onRoll}
      onBack={onBack}
    />
  );
}
