import { useMachine } from '@xstate/react';
import { useCallback, useEffect, useMemo } from 'react';
import { fromPromise } from 'xstate';
import type { ClerkOutput, DayReport } from '../../../../shared/contract/clerk.ts';
import type { SlipState } from '../../../../shared/contract/kiosk-state.ts';
import type { Result } from '../../../../shared/lib/result.ts';
import { FailedScreen, LoadingScreen } from '../../frame/state-screens.tsx';
import type { ClerkPageProps } from '../clerk-desk.tsx';
import { useClerkWords } from '../clerk-words.ts';
import { PaperPrinting } from '../paper/paper-printing.tsx';
import { dayMachine } from './day.machine.ts';
import { CloseScreen, DayView, EndScreen } from './day-view.tsx';

/** Opening the day, its figures, and closing it with a paper. */
export function DayPage({ bridge, onBack, onList, onPage }: ClerkPageProps) {
  const { day: words } = useClerkWords();
  const machine = useMemo(
    () =>
      dayMachine.provide({
        actors: {
          read: fromPromise<Result<DayReport>>(() => bridge.call('clerk.read-day', {})),
          open: fromPromise<Result<DayReport>>(() => bridge.call('clerk.open-day', {})),
          close: fromPromise<Result<ClerkOutput<'clerk.close-day'>>, { requestId: string }>(({ input }) =>
            bridge.call('clerk.close-day', input),
          ),
        },
      }),
    [bridge],
  );
  const [snapshot, send] = useMachine(machine);
  const { report, slipId, slip, problem } = snapshot.context;
  const isLeft = snapshot.matches('left');
  useEffect(() => {
    if (isLeft) onBack();
  }, [isLeft, onBack]);
  const endPaper = useCallback((ended: SlipState) => send({ type: 'paper.ended', slip: ended }), [send]);
  const back = () => send({ type: 'back.pressed' });

  switch (snapshot.value) {
    case 'shown':
      return report === null ? null : (
        <DayView
          report={report}
          send={send}
          onPaperTrouble={() => onList('paper-trouble')}
          onRoll={() => onPage('roll')}
        />
      );
    case 'confirming':
      return report === null ? null : <CloseScreen report={report} send={send} />;
    case 'printing':
      return (
        <PaperPrinting
          key={slipId}
          bridge={bridge}
          slipId={slipId ?? ''}
          title={words.printing}
          onEnd={endPaper}
        />
      );
    case 'ended':
      return <EndScreen slip={slip} send={send} />;
    case 'unread':
    case 'notOpened':
    case 'notClosed':
      return (
        <FailedScreen
          name="clerk.day-failed"
          {...(snapshot.value === 'unread' ? {} : { title: words.failed })}
          problem={problem ?? { code: 'bridge.no-answer' }}
          onRetry={() => send({ type: 'retry.pressed' })}
          onBack={back}
        />
      );
    case 'opening':
      return <LoadingScreen name="clerk.day-opening" title={words.opening} />;
    case 'closing':
      return <LoadingScreen name="clerk.day-closing" title={words.closing} />;
    default:
      return <LoadingScreen name="clerk.day-reading" onBack={back} />;
  }
}
