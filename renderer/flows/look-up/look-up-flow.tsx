import { useMachine } from '@xstate/react';
import { useCallback, useEffect, useMemo } from 'react';
import { fromPromise } from 'xstate';
import { canPrint } from '../../../shared/contract/kiosk-state.ts';
import type { Result } from '../../../shared/lib/result.ts';
import type { FlowProps } from '../../lobby/flow-props.ts';
import { FollowUp } from './follow-up/follow-up.tsx';
import type { FollowUpOutput } from './follow-up/follow-up.types.ts';
import { FoundScreen } from './found-screen.tsx';
import { type Asked, type FoundTicket, lookUpMachine, type ReadQr } from './look-up.machine.ts';
import { NextScreen } from './next-screen.tsx';
import { NumberScreen } from './number-screen.tsx';
import { OtherSlipScreen, ScanScreen } from './scan-screens.tsx';
import { SecretScreen } from './secret-screen.tsx';
import { StatusPaper } from './status-paper.tsx';
import {
  FailedScreen,
  LockedScreen,
  LookingScreen,
  NoMatchScreen,
  NotHereScreen,
} from './trouble-screens.tsx';

/** "Cek tiket saya": what is known about one ticket, for whoever holds its number and its secret, and what she adds to it. */
export function LookUpFlow({ content, kioskState, bridge, language, onFinished, onLeave }: FlowProps) {
  const machine = useMemo(
    () =>
      lookUpMachine.provide({
        actors: {
          lookUp: fromPromise<Result<FoundTicket>, Asked>(({ input }) =>
            bridge.call('ticket.look-up', input),
          ),
          readQr: fromPromise<Result<ReadQr>, { text: string }>(({ input }) =>
            bridge.call('ticket.read-qr', input),
          ),
        },
      }),
    [bridge],
  );
  const [snapshot, send] = useMachine(machine);
  const { context } = snapshot;
  const isLeft = snapshot.matches('left');
  useEffect(() => {
    if (isLeft) onLeave();
  }, [isLeft, onLeave]);
  const endFollowUp = useCallback(
    (output: FollowUpOutput) => {
      if (output.way === 'added') {
        const { part, recordedAt } = output.addition;
        send({ type: 'addition.made', act: output.act, part, recordedAt });
      } else send({ type: output.way === 'reopen' ? 'ticket.closed' : 'back.pressed' });
    },
    [send],
  );
  const closePaper = useCallback(() => send({ type: 'back.pressed' }), [send]);

  if (snapshot.matches('scanning')) return <ScanScreen context={context} send={send} />;
  if (snapshot.matches('elsewhere')) return <OtherSlipScreen why="elsewhere" send={send} />;
  if (snapshot.matches('notGenuine')) return <OtherSlipScreen why="not-genuine" send={send} />;
  if (snapshot.matches('askingSecret')) {
    return <SecretScreen context={context} send={send} />;
  }
  if (snapshot.matches('looking')) return <LookingScreen />;
  if (snapshot.matches('noMatch')) return <NoMatchScreen send={send} />;
  if (snapshot.matches('locked')) {
    return <LockedScreen retryAt={context.problem?.retryAt} timeZone={kioskState.timeZone} send={send} />;
  }
  if (snapshot.matches('notHere')) {
    return <NotHereScreen context={context} timeZone={kioskState.timeZone} send={send} />;
  }
  if (snapshot.matches('failed')) return <FailedScreen send={send} />;
  if (snapshot.matches('adding') && context.found) {
    return (
      <FollowUp
        found={context.found}
        bridge={bridge}
        language={language}
        timeZone={kioskState.timeZone}
        withdrawal={content.withdrawal}
        onEnd={endFollowUp}
      />
    );
  }
  if (snapshot.matches('explaining') && context.found) {
    return (
      <NextScreen
        found={context.found}
        content={content}
        kioskState={kioskState}
        onClose={() => send({ type: 'back.pressed' })}
      />
    );
  }
  if (snapshot.matches('printing') && context.found) {
    return <StatusPaper found={context.found} bridge={bridge} language={language} onClose={closePaper} />;
  }
  if (snapshot.matches('found') && context.found) {
    return (
      <FoundScreen
        found={context.found}
        kioskState={kioskState}
        now={Date.now()}
        onAgain={() => send({ type: 'again.pressed' })}
        onFinish={onFinished}
        onNext={() => send({ type: 'whatNext.pressed' })}
        onPaper={canPrint(kioskState.printer) ? () => send({ type: 'paper.pressed' }) : undefined}
        onAdd={snapshot.can({ type: 'add.pressed' }) ? () => send({ type: 'add.pressed' }) : undefined}
      />
    );
  }
  return <NumberScreen context={context} send={send} />;
}
