import { useMachine } from '@xstate/react';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ActorRefFrom } from 'xstate';
import type { StaffSession } from '../../shared/contract/desk.ts';
import type { Language } from '../../shared/domain/language.ts';
import type { Bridge } from '../bridge/bridge.ts';
import { watchActivity } from '../lobby/activity.ts';
import type { Errand, VisitorsSide } from '../lobby/errand.ts';
import type { idleMachine } from '../lobby/idle.ts';
import { useLanguage } from '../texts/texts.tsx';
import { ClerkDesk } from './clerk/clerk-desk.tsx';
import { DeskContext, type DeskPlace, type DeskSetting } from './desk-context.ts';
import { useDeskWords } from './desk-words.ts';
import { desksFor } from './desks-for.ts';
import { DoorBusyScreen } from './door/door-screen.tsx';
import { StaffDoor } from './door/staff-door.tsx';
import { provideDesk, watchSession } from './provide-desk.ts';
import { SessionQuestion } from './session-question.tsx';
import { TechnicianDesk } from './technician/technician-desk.tsx';

export interface DeskProps {
  bridge: Bridge;
  /** Of the office. */
  timeZone: string;
  visitors: VisitorsSide;
  onLanguage(language: Language): void;
  /** The visitors' side again: the lobby wipes the screen, and opens it with the errand if there is one. */
  onLeave(errand: Errand | null): void;
}

/** Everything behind the staff door. Each role has a desk of its own; all of them end by the same sign-out. */
export function Desk({ bridge, timeZone, visitors, onLanguage, onLeave }: DeskProps) {
  const words = useDeskWords();
  const language = useLanguage();
  const machine = useMemo(() => provideDesk(bridge, () => performance.now()), [bridge]);
  const [snapshot, send] = useMachine(machine);
  const watched = useMemo(() => watchSession(bridge, () => send({ type: 'session.gone' })), [bridge, send]);
  const { session, errand } = snapshot.context;
  const desks = session === null ? [] : desksFor(session.roles);
  /** The desk that she went over to. Null: the one she came to. */
  const [chosen, setChosen] = useState<DeskPlace | null>(null);
  const place = chosen ?? desks[0] ?? 'clerk';
  const other = desks.find((desk) => desk !== place);
  const isInside = snapshot.matches('inside');
  const isLeft = snapshot.matches('left');

  useEffect(() => {
    if (isLeft) onLeave(errand);
  }, [isLeft, errand, onLeave]);
  useEffect(() => {
    if (!isInside) return;
    return watchActivity(
      window,
      () => performance.now(),
      () => send({ type: 'activity.seen' }),
    );
  }, [isInside, send]);
  const open = useCallback((opened: StaffSession) => send({ type: 'door.opened', session: opened }), [send]);
  const leave = useCallback(() => send({ type: 'door.left' }), [send]);
  const setting = useMemo<DeskSetting | null>(
    () =>
      session && {
        session,
        place,
        changeDesk: other ? () => setChosen(other) : null,
        timeZone,
        signOut: () => send({ type: 'signOut.pressed' }),
        visitors,
        handOver: (chosenErrand) => send({ type: 'handOver.pressed', errand: chosenErrand }),
        turnLanguage: () => onLanguage(language === 'id' ? 'en' : 'id'),
      },
    [session, place, other, timeZone, visitors, send, onLanguage, language],
  );
  const idle = snapshot.children.idle as ActorRefFrom<typeof idleMachine> | undefined;

  if (snapshot.matches('door')) {
    return <StaffDoor bridge={bridge} timeZone={timeZone} onOpen={open} onLeave={leave} />;
  }
  if (!isInside || setting === null || session === null) {
    return <DoorBusyScreen title={words.session.ending} />;
  }
  return (
    <DeskContext value={setting}>
      {place === 'technician' ? <TechnicianDesk bridge={watched} /> : <ClerkDesk bridge={watched} />}
      {idle ? (
        <SessionQuestion
          idle={idle}
          onStay={() => send({ type: 'stay.pressed' })}
          onSignOut={() => send({ type: 'signOut.pressed' })}
        />
      ) : null}
    </DeskContext>
  );
}
