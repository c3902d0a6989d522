import { useMachine } from '@xstate/react';
import { useMemo } from 'react';
import { fromPromise } from 'xstate';
import type { RoundProgress } from '../../../../shared/contract/desk.ts';
import type { Result } from '../../../../shared/lib/result.ts';
import { useDeskWords } from '../../desk-words.ts';
import { FailedScreen, LoadingScreen } from '../../frame/state-screens.tsx';
import type { PageProps } from '../technician-desk.tsx';
import { roundMachine } from './round.machine.ts';
import { RoundView } from './round-view.tsx';

/** Sync now: followed to its end, whoever began it. */
export function RoundPage({ bridge, onBack, onPage }: PageProps) {
  const { round: words } = useDeskWords();
  const machine = useMemo(
    () =>
      roundMachine.provide({
        actors: {
          start: fromPromise<Result<RoundProgress>>(() => bridge.call('desk.sync-now', {})),
          read: fromPromise<Result<RoundProgress>>(() => bridge.call('desk.read-round', {})),
        },
      }),
    [bridge],
  );
  const [snapshot, send] = useMachine(machine);
  const { round, problem } = snapshot.context;
  const start = () => send({ type: 'start.pressed' });
  if (snapshot.matches('looking')) return <LoadingScreen name="desk.round-looking" onBack={onBack} />;
  if (snapshot.matches('failed')) {
    return (
      <FailedScreen
        name="desk.round-failed"
        title={words.troubleTitle}
        problem={problem ?? { code: 'bridge.no-answer' }}
        onRetry={start}
        onBack={onBack}
      />
    );
  }
  const state = snapshot.matches('ready') ? 'ready' : snapshot.matches('ended') ? 'ended' : 'running';
  return (
    <RoundView state={state} round={round} onStart={start} onBack={onBack} onQueue={() => onPage('queue')} />
  );
}
