import { useMachine } from '@xstate/react';
import { useEffect, useMemo } from 'react';
import { fromPromise } from 'xstate';
import type { StaffInput, StaffOutput, StaffSession } from '../../../shared/contract/desk.ts';
import type { Result } from '../../../shared/lib/result.ts';
import type { Bridge } from '../../bridge/bridge.ts';
import { watchActivity } from '../../lobby/activity.ts';
import { useDeskWords } from '../desk-words.ts';
import { doorMachine } from './door.machine.ts';
import { DoorBusyScreen, DoorFailedScreen, LockedScreen, SetupScreen, SignInScreen } from './door-screen.tsx';

export interface StaffDoorProps {
  bridge: Bridge;
  timeZone: string;
  onOpen(session: StaffSession): void;
  onLeave(): void;
}

/** From the small button on the visitors' screens to a session, or back. */
export function StaffDoor({ bridge, timeZone, onOpen, onLeave }: StaffDoorProps) {
  const words = useDeskWords();
  const machine = useMemo(
    () =>
      doorMachine.provide({
        actors: {
          look: fromPromise<Result<StaffOutput<'staff.door'>>>(async () => {
            const door = await bridge.call('staff.door', {});
            if (!door.ok || door.value.session === null) return door;
            // Somebody left it open: who stands here now says who she is.
            await bridge.call('staff.sign-out', {});
            return bridge.call('staff.door', {});
          }),
          signIn: fromPromise<Result<StaffSession>, StaffInput<'staff.sign-in'>>(({ input }) =>
            bridge.call('staff.sign-in', input),
          ),
          openSetup: fromPromise<Result<StaffSession>, StaffInput<'staff.open-setup'>>(({ input }) =>
            bridge.call('staff.open-setup', input),
          ),
        },
      }),
    [bridge],
  );
  const [snapshot, send] = useMachine(machine);
  const { context } = snapshot;
  const isLeft = snapshot.matches('left');
  const session = snapshot.matches('open') ? context.session : null;
  useEffect(() => {
    if (isLeft) onLeave();
    if (session) onOpen(session);
  }, [isLeft, session, onLeave, onOpen]);
  useEffect(
    () =>
      watchActivity(
        window,
        () => performance.now(),
        () => send({ type: 'activity.seen' }),
      ),
    [send],
  );

  if (snapshot.matches('asking')) return <SignInScreen context={context} send={send} />;
  if (snapshot.matches('setup')) return <SetupScreen context={context} send={send} />;
  if (snapshot.matches('locked')) return <LockedScreen context={context} send={send} timeZone={timeZone} />;
  if (snapshot.matches('failed')) return <DoorFailedScreen context={context} send={send} />;
  if (snapshot.matches('checking')) return <DoorBusyScreen title={words.door.checking} />;
  return <DoorBusyScreen title={words.door.opening} onBack={() => send({ type: 'back.pressed' })} />;
}
