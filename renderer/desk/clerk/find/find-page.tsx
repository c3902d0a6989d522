import { useMachine } from '@xstate/react';
import { useEffect, useMemo } from 'react';
import { fromPromise } from 'xstate';
import type { CounterTicket } from '../../../../shared/contract/clerk.ts';
import type { Result } from '../../../../shared/lib/result.ts';
import { QrScanner } from '../../../components/camera/qr-scanner.tsx';
import { DeskCorner } from '../../frame/desk-screen.tsx';
import { LoadingScreen } from '../../frame/state-screens.tsx';
import type { ClerkPageProps } from '../clerk-desk.tsx';
import { useClerkWords } from '../clerk-words.ts';
import { findMachine } from './find.machine.ts';
import { MissedScreen, NumberScreen } from './find-screens.tsx';

/** A ticket by number, by the scanner or by the camera. `scanned`: what the scanner read already. */
export function FindPage({ bridge, scanned, onTicket, onBack }: ClerkPageProps & { scanned: string | null }) {
  const { find: words } = useClerkWords();
  const machine = useMemo(
    () =>
      findMachine.provide({
        actors: {
          find: fromPromise<Result<CounterTicket>, { text: string }>(({ input }) =>
            bridge.call('clerk.find', input),
          ),
        },
      }),
    [bridge],
  );
  const [snapshot, send] = useMachine(machine, { input: { scanned } });
  const { context } = snapshot;
  const isLeft = snapshot.matches('left');
  useEffect(() => {
    if (context.ticket) onTicket(context.ticket);
    else if (isLeft) onBack();
  }, [context.ticket, isLeft, onTicket, onBack]);

  if (snapshot.matches('watching')) {
    return (
      <QrScanner
        frame={{ look: 'desk', corner: <DeskCorner /> }}
        title={words.cameraTitle}
        hint={words.cameraHint}
        cancelLabel={words.byHand}
        onText={(text) => send({ type: 'qr.seen', text })}
        onCancel={() => send({ type: 'back.pressed' })}
      />
    );
  }
  if (snapshot.matches('missed')) {
    return <MissedScreen problem={context.problem ?? { code: 'bridge.no-answer' }} send={send} />;
  }
  if (snapshot.matches('entering')) return <NumberScreen context={context} send={send} />;
  return <LoadingScreen name="clerk.finding" title={words.looking} />;
}
