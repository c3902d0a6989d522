import { useMachine } from '@xstate/react';
import { useEffect, useMemo } from 'react';
import { fromPromise } from 'xstate';
import type { Result } from '../../../shared/lib/result.ts';
import type { FlowProps } from '../../lobby/flow-props.ts';
import { FoundScreen } from './found-screen.tsx';
import { type Asked, type FoundTicket, lookUpMachine } from './look-up.machine.ts';
import { NumberScreen } from './number-screen.tsx';
import { SecretScreen } from './secret-screen.tsx';
import { FailedScreen, LockedScreen, LookingScreen, NoMatchScreen } from './trouble-screens.tsx';

/** "Cek tiket saya": what is known about one ticket, for whoever holds its number and its secret. */
export function LookUpFlow({ kioskState, bridge, onFinished, onLeave }: FlowProps) {
  const machine = useMemo(
    () =>
      lookUpMachine.provide({
        actors: {
          lookUp: fromPromise<Result<FoundTicket>, Asked>(({ input }) =>
            bridge.call('ticket.look-up', input),
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

  if (snapshot.matches('askingSecret')) return <SecretScreen context={context} send={send} />;
  if (snapshot.matches('looking')) return <LookingScreen />;
  if (snapshot.matches('noMatch')) return <NoMatchScreen send={send} />;
  if (snapshot.matches('locked')) {
    return <LockedScreen retryAt={context.problem?.retryAt} timeZone={kioskState.timeZone} send={send} />;
  }
  if (snapshot.matches('failed')) return <FailedScreen send={send} />;
  if (snapshot.matches('found') && context.found) {
    return (
      <FoundScreen
        found={context.found}
        kioskState={kioskState}
        now={Date.now()}
        onAgain={() => send({ type: 'again.pressed' })}
        onFinish={onFinished}
      />
    );
  }
  return <NumberScreen context={context} send={send} />;
}
