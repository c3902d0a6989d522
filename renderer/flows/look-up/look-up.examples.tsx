import type { TicketStanding } from '../../../shared/domain/ticket-status.ts';
import { aKioskState, aTicket, EXAMPLE_TIME } from '../../bridge/fake.ts';
import type { Example } from '../../gallery/example.ts';
import { FoundScreen } from './found-screen.tsx';
import type { LookUpContext } from './look-up.machine.ts';
import { NumberScreen } from './number-screen.tsx';
import { SecretScreen } from './secret-screen.tsx';
import { FailedScreen, LockedScreen, LookingScreen, NoMatchScreen } from './trouble-screens.tsx';

const nothing = () => {};
const HOUR = 3_600_000;

const typed: LookUpContext = {
  number: 'B4K2L',
  secret: '04',
  numberFault: null,
  secretFault: null,
  found: null,
  problem: null,
};

function found(standing: TicketStanding, heardFromHubAt: number | null = EXAMPLE_TIME + HOUR) {
  return (
    <FoundScreen
      found={{
        number: aTicket().number,
        kind: 'complaint',
        isFollowable: true,
        additions: [],
        recordedAt: EXAMPLE_TIME,
        officeName: 'Kantor Pos Contoh',
        standing,
        heardFromHubAt,
      }}
      kioskState={aKioskState()}
      now={EXAMPLE_TIME + 2 * HOUR}
      onAgain={nothing}
      onFinish={nothing}
    />
  );
}

export const examples: readonly Example[] = [
  { name: 'number', isScreen: true, render: () => <NumberScreen context={typed} send={nothing} /> },
  {
    name: 'number-short',
    isScreen: true,
    render: () => <NumberScreen context={{ ...typed, numberFault: 'short' }} send={nothing} />,
  },
  { name: 'secret', isScreen: true, render: () => <SecretScreen context={typed} send={nothing} /> },
  { name: 'looking', isScreen: true, render: () => <LookingScreen /> },
  { name: 'recorded', isScreen: true, render: () => found({ standing: 'recorded' }) },
  { name: 'needs-person', isScreen: true, render: () => found({ standing: 'needs-person' }) },
  {
    name: 'received',
    isScreen: true,
    render: () => found({ standing: 'received', receivedAt: EXAMPLE_TIME + HOUR }),
  },
  {
    name: 'forwarded',
    isScreen: true,
    render: () =>
      found({
        standing: 'case',
        status: 'forwarded',
        reference: 'CONTOH/2026/0001',
        changedAt: EXAMPLE_TIME,
        asOf: EXAMPLE_TIME + HOUR,
      }),
  },
  {
    name: 'old-data',
    isScreen: true,
    render: () =>
      found(
        {
          standing: 'case',
          status: 'checked',
          changedAt: EXAMPLE_TIME - 60 * HOUR,
          asOf: EXAMPLE_TIME - 48 * HOUR,
        },
        EXAMPLE_TIME - 48 * HOUR,
      ),
  },
  { name: 'no-match', isScreen: true, render: () => <NoMatchScreen send={nothing} /> },
  {
    name: 'locked',
    isScreen: true,
    render: () => <LockedScreen retryAt={EXAMPLE_TIME} timeZone="Asia/Jakarta" send={nothing} />,
  },
  { name: 'failed', isScreen: true, render: () => <FailedScreen send={nothing} /> },
];
