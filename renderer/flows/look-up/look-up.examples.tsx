import type { SlipState } from '../../../shared/contract/kiosk-state.ts';
import type { FollowUpAct } from '../../../shared/domain/follow-up.ts';
import type { TicketStanding } from '../../../shared/domain/ticket-status.ts';
import { aKioskState, aTicket, EXAMPLE_TIME, exampleContent } from '../../bridge/fake.ts';
import { Before } from '../../components/camera/example-camera.tsx';
import type { Example } from '../../gallery/example.ts';
import { FoundScreen } from './found-screen.tsx';
import type { FoundTicket, LookUpContext } from './look-up.machine.ts';
import { NextScreen } from './next-screen.tsx';
import { NumberScreen } from './number-screen.tsx';
import { OtherSlipScreen, ScanScreen } from './scan-screens.tsx';
import { SecretScreen } from './secret-screen.tsx';
import { StatusPaperScreen } from './status-paper.tsx';
import {
  FailedScreen,
  LockedScreen,
  LookingScreen,
  NoMatchScreen,
  NotHereScreen,
} from './trouble-screens.tsx';

const nothing = () => {};
const HOUR = 3_600_000;

const typed: LookUpContext = {
  number: 'B4K2L',
  secret: '04',
  numberFault: null,
  secretFault: null,
  found: null,
  problem: null,
  isScanned: false,
  slip: null,
  scanFault: null,
  scanned: '',
};

const SLIP = { officeName: 'Kantor Pos Contoh Dua', recordedAt: EXAMPLE_TIME };

function ticket(standing: TicketStanding, changes: Partial<FoundTicket> = {}): FoundTicket {
  return {
    number: aTicket().number,
    kind: 'complaint',
    isFollowable: true,
    additions: [],
    recordedAt: EXAMPLE_TIME,
    officeName: 'Kantor Pos Contoh',
    isFromElsewhere: false,
    standing,
    heardFromHubAt: EXAMPLE_TIME + HOUR,
    ...changes,
  };
}

function found(standing: TicketStanding, changes: Partial<FoundTicket> = {}) {
  return (
    <FoundScreen
      found={ticket(standing, changes)}
      kioskState={aKioskState()}
      now={EXAMPLE_TIME + 2 * HOUR}
      onAgain={nothing}
      onFinish={nothing}
      onNext={nothing}
      onPaper={nothing}
      onAdd={nothing}
    />
  );
}

const addition = (part: number, act: FollowUpAct, isReceived: boolean) => ({
  part,
  act,
  recordedAt: EXAMPLE_TIME + part * HOUR,
  isReceived,
});

function paper(name: string, slip: SlipState | null, changes: { isRefused?: boolean } = {}): Example {
  return {
    name: `paper-${name}`,
    isScreen: true,
    render: () => (
      <StatusPaperScreen
        number={aTicket().number}
        slip={slip}
        isRefused={changes.isRefused ?? false}
        isBusy={slip === null && !changes.isRefused}
        mayRetry={slip?.state === 'failed'}
        send={nothing}
      />
    ),
  };
}

const RECEIVED: TicketStanding = { standing: 'received', receivedAt: EXAMPLE_TIME + HOUR };

function next(kind: FoundTicket['kind']): Example {
  return {
    name: `next-${kind}`,
    isScreen: true,
    render: () => (
      <NextScreen
        found={ticket(RECEIVED, { kind })}
        content={exampleContent()}
        kioskState={aKioskState()}
        onClose={nothing}
      />
    ),
  };
}

export const examples: readonly Example[] = [
  { name: 'number', isScreen: true, render: () => <NumberScreen context={typed} send={nothing} /> },
  {
    name: 'number-short',
    isScreen: true,
    render: () => <NumberScreen context={{ ...typed, numberFault: 'short' }} send={nothing} />,
  },
  {
    name: 'secret',
    isScreen: true,
    render: () => <SecretScreen context={typed} send={nothing} />,
  },
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
        { heardFromHubAt: EXAMPLE_TIME - 48 * HOUR },
      ),
  },
  {
    name: 'with-additions',
    isScreen: true,
    render: () =>
      found(
        { standing: 'case', status: 'checked', changedAt: EXAMPLE_TIME + HOUR, asOf: EXAMPLE_TIME + HOUR },
        {
          additions: [
            addition(1, 'add-information', true),
            addition(2, 'add-photo', true),
            addition(3, 'change-contact', false),
            addition(4, 'withdraw-consent', false),
          ],
        },
      ),
  },
  {
    name: 'without-contact',
    isScreen: true,
    render: () => found(RECEIVED, { isFollowable: false }),
  },
  { name: 'lead', isScreen: true, render: () => found(RECEIVED, { kind: 'lead' }) },
  next('complaint'),
  next('registration'),
  next('product-proposal'),
  {
    name: 'scan',
    isScreen: true,
    render: () => (
      <Before sight={{ qrText: aTicket().qrText }}>
        <ScanScreen context={typed} send={nothing} />
      </Before>
    ),
  },
  {
    name: 'scan-another-code',
    isScreen: true,
    render: () => (
      <Before sight={{ qrText: 'https://contoh.example/' }}>
        <ScanScreen context={{ ...typed, scanFault: 'not-a-ticket' }} send={nothing} />
      </Before>
    ),
  },
  {
    name: 'elsewhere',
    isScreen: true,
    render: () => <OtherSlipScreen why="elsewhere" send={nothing} />,
  },
  {
    name: 'not-genuine',
    isScreen: true,
    render: () => <OtherSlipScreen why="not-genuine" send={nothing} />,
  },
  {
    name: 'secret-after-scan',
    isScreen: true,
    render: () => <SecretScreen context={{ ...typed, number: 'B4K2L7M9', isScanned: true }} send={nothing} />,
  },
  { name: 'no-match', isScreen: true, render: () => <NoMatchScreen send={nothing} /> },
  {
    name: 'locked',
    isScreen: true,
    render: () => <LockedScreen retryAt={EXAMPLE_TIME} timeZone="Asia/Jakarta" send={nothing} />,
  },
  {
    name: 'not-here-scanned',
    isScreen: true,
    render: () => <NotHereScreen context={{ slip: SLIP }} timeZone="Asia/Jakarta" send={nothing} />,
  },
  {
    name: 'not-here-typed',
    isScreen: true,
    render: () => <NotHereScreen context={{ slip: null }} timeZone="Asia/Jakarta" send={nothing} />,
  },
  {
    name: 'secret-after-scan-elsewhere',
    isScreen: true,
    render: () => (
      <SecretScreen context={{ ...typed, number: 'B4K2L7M9', isScanned: true, slip: SLIP }} send={nothing} />
    ),
  },
  {
    name: 'found-elsewhere',
    isScreen: true,
    render: () => (
      <FoundScreen
        found={ticket(
          {
            standing: 'case',
            status: 'checked',
            changedAt: EXAMPLE_TIME + HOUR,
            asOf: EXAMPLE_TIME + 2 * HOUR,
          },
          {
            isFromElsewhere: true,
            officeName: SLIP.officeName,
            heardFromHubAt: EXAMPLE_TIME + 2 * HOUR,
            additions: [addition(1, 'add-photo', true)],
          },
        )}
        kioskState={aKioskState()}
        now={EXAMPLE_TIME + 2 * HOUR}
        onAgain={nothing}
        onFinish={nothing}
        onNext={nothing}
      />
    ),
  },
  { name: 'failed', isScreen: true, render: () => <FailedScreen send={nothing} /> },
  paper('coming', null),
  paper('printed', { slipId: 'example', state: 'printed', trouble: null }),
  paper('failed', { slipId: 'example', state: 'failed', trouble: 'out-of-paper' }),
  paper('unknown', { slipId: 'example', state: 'unknown', trouble: 'unreachable' }),
  paper('refused', null, { isRefused: true }),
];
