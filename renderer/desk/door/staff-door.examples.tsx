import { EXAMPLE_TIME, fakeBridge } from '../../bridge/fake.ts';
import { IdleQuestion } from '../../components/idle-question/idle-question.tsx';
import type { Example } from '../../gallery/example.ts';
import { ClerkDesk } from '../clerk/clerk-desk.tsx';
import { useDeskWords } from '../desk-words.ts';
import { AtTheDesk } from '../frame/desk-frame.tsx';
import type { DoorContext } from './door.machine.ts';
import { DoorBusyScreen, DoorFailedScreen, LockedScreen, SetupScreen, SignInScreen } from './door-screen.tsx';

const nothing = () => {};
const MINUTE = 60_000;

function context(changes: Partial<DoorContext> = {}): DoorContext {
  return {
    number: '',
    pin: '',
    code: '',
    faults: [],
    triesLeft: '',
    isEnrolled: true,
    lockedUntil: null,
    problem: null,
    session: null,
    ...changes,
  };
}

function Checking() {
  return <DoorBusyScreen title={useDeskWords().door.checking} />;
}

function Question() {
  const { session } = useDeskWords();
  return (
    <IdleQuestion
      isOpen
      secondsLeft={17}
      secondsInAll={30}
      words={{
        title: session.askTitle,
        seconds: session.askSeconds,
        note: session.taskGoesOn,
        stay: session.stay,
        leave: session.signOut,
      }}
      onStay={nothing}
      onLeave={nothing}
    />
  );
}

export const examples: readonly Example[] = [
  {
    name: 'sign-in',
    isScreen: true,
    render: () => <SignInScreen context={context()} send={nothing} />,
  },
  {
    name: 'number-typed',
    isScreen: true,
    render: () => <SignInScreen context={context({ number: '0042', pin: '1234' })} send={nothing} />,
  },
  {
    name: 'too-short',
    isScreen: true,
    render: () => (
      <SignInScreen
        context={context({ number: '00', faults: ['number-short', 'pin-short'] })}
        send={nothing}
      />
    ),
  },
  {
    name: 'no-match',
    isScreen: true,
    render: () => (
      <SignInScreen
        context={context({ number: '0042', faults: ['no-match'], triesLeft: '3' })}
        send={nothing}
      />
    ),
  },
  { name: 'checking', isScreen: true, render: () => <Checking /> },
  {
    name: 'locked',
    isScreen: true,
    render: () => (
      <LockedScreen
        context={context({ lockedUntil: EXAMPLE_TIME + 15 * MINUTE })}
        send={nothing}
        timeZone="Asia/Jakarta"
      />
    ),
  },
  {
    name: 'setup-new-kiosk',
    isScreen: true,
    render: () => <SetupScreen context={context({ isEnrolled: false })} send={nothing} />,
  },
  {
    name: 'setup-enrolled',
    isScreen: true,
    render: () => <SetupScreen context={context({ code: 'CONTOH-2026' })} send={nothing} />,
  },
  {
    name: 'setup-wrong-code',
    isScreen: true,
    render: () => (
      <SetupScreen context={context({ faults: ['wrong-code'], triesLeft: '2' })} send={nothing} />
    ),
  },
  {
    name: 'failed',
    isScreen: true,
    render: () => (
      <DoorFailedScreen context={context({ problem: { code: 'kiosk.closed' } })} send={nothing} />
    ),
  },
  {
    name: 'session-question',
    isScreen: true,
    render: () => (
      <>
        <SetupScreen context={context({ isEnrolled: false })} send={nothing} />
        <Question />
      </>
    ),
  },
  {
    name: 'clerk',
    isScreen: true,
    render: () => (
      <AtTheDesk place="clerk" session={{ roles: ['clerk'], name: 'Rina (contoh)' }}>
        <ClerkDesk bridge={fakeBridge()} />
      </AtTheDesk>
    ),
  },
];
