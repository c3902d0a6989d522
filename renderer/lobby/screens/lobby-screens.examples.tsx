import type { ReactNode } from 'react';
import { aKioskState, exampleContent } from '../../bridge/fake.ts';
import { exampleNotices } from '../../components/notice-band/example-notices.ts';
import type { Example } from '../../gallery/example.ts';
import { AttractScreen } from './attract-screen.tsx';
import { ClosedScreen } from './closed-screen.tsx';
import { EmergencyPage } from './emergency-page.tsx';
import { HomeScreen } from './home-screen.tsx';
import { LanguageScreen } from './language-screen.tsx';
import { StaffNote } from './staff-note.tsx';
import { ThankYouScreen } from './thank-you-screen.tsx';

const nothing = () => {};
const home = (
  changes: Parameters<typeof aKioskState>[0],
  isContentOld = false,
  notices: typeof exampleNotices = [],
) => (
  <HomeScreen
    serviceName="Pos Migran Contoh"
    kioskState={aKioskState(changes)}
    isContentOld={isContentOld}
    notices={notices}
    flows={['complaint', 'look-up', 'registration', 'vacancies', 'information', 'services', 'showcase']}
    onChoose={nothing}
    onBack={nothing}
    onStaffDoor={nothing}
  />
);

const overHome = (note: ReactNode) => (
  <>
    {home({})}
    {note}
  </>
);

export const examples: readonly Example[] = [
  {
    name: 'attract',
    isScreen: true,
    render: () => (
      <AttractScreen
        serviceName="Pos Migran Contoh"
        officeName="Kantor Pos Contoh"
        products={[]}
        notice={null}
        onStart={nothing}
        onStaffDoor={nothing}
      />
    ),
  },
  {
    name: 'attract-notice',
    isScreen: true,
    render: () => (
      <AttractScreen
        serviceName="Pos Migran Contoh"
        officeName="Kantor Pos Contoh"
        products={[]}
        notice={exampleNotices[0] ?? null}
        onStart={nothing}
        onStaffDoor={nothing}
      />
    ),
  },
  {
    name: 'language',
    isScreen: true,
    render: () => <LanguageScreen extra={[]} onChoose={nothing} onBack={nothing} onStaffDoor={nothing} />,
  },
  {
    name: 'language-four',
    isScreen: true,
    render: () => (
      <LanguageScreen extra={['jv', 'su']} onChoose={nothing} onBack={nothing} onStaffDoor={nothing} />
    ),
  },
  { name: 'home', isScreen: true, render: () => home({}) },
  { name: 'home-notice', isScreen: true, render: () => home({}, false, exampleNotices) },
  {
    name: 'home-notice-offline',
    isScreen: true,
    render: () => home({ link: { state: 'offline', heardFromHubAt: null } }, false, exampleNotices.slice(1)),
  },
  {
    name: 'home-offline',
    isScreen: true,
    render: () => home({ link: { state: 'offline', heardFromHubAt: null }, printer: 'out-of-paper' }),
  },
  {
    name: 'home-wrong-clock-old-content',
    isScreen: true,
    render: () => home({ clockSuspect: true }, true),
  },
  {
    name: 'home-information-only',
    isScreen: true,
    render: () => home({ mode: 'information-only', trouble: 'not-enrolled' }),
  },
  {
    name: 'emergency',
    isScreen: true,
    render: () => (
      <EmergencyPage
        hotlines={exampleContent().hotlines}
        print="reading"
        canPrint
        onPrint={nothing}
        onCallStaff={nothing}
        onClose={nothing}
      />
    ),
  },
  {
    name: 'emergency-printed',
    isScreen: true,
    render: () => (
      <EmergencyPage
        hotlines={exampleContent().hotlines}
        print="printed"
        canPrint
        onPrint={nothing}
        onCallStaff={nothing}
        onClose={nothing}
      />
    ),
  },
  {
    name: 'closed',
    isScreen: true,
    render: () => (
      <ClosedScreen
        onStaffDoor={nothing}
        kioskState={aKioskState({
          mode: 'out-of-service',
          trouble: 'newer-database',
          troubleLine: {
            id: 'Basis data versi 7, program mengenal sampai 5. Pasang program terbaru.',
            en: 'Database version 7, the program knows up to 5. Install the newest program.',
          },
        })}
      />
    ),
  },
  {
    name: 'closed-updating',
    isScreen: true,
    render: () => (
      <ClosedScreen
        onStaffDoor={nothing}
        kioskState={aKioskState({
          mode: 'out-of-service',
          trouble: 'updating',
          troubleLine: {
            id: 'Versi baru sedang dicoba. Jangan matikan kiosk; tunggu beberapa menit.',
            en: 'A new version is being tried. Do not switch the kiosk off; wait a few minutes.',
          },
        })}
      />
    ),
  },
  { name: 'no-engine', isScreen: true, render: () => <ClosedScreen kioskState={null} /> },
  {
    name: 'thank-you',
    isScreen: true,
    render: () => <ThankYouScreen erasing="erased" onDone={nothing} />,
  },
  {
    name: 'staff-called',
    isScreen: true,
    render: () => overHome(<StaffNote call="called" onClose={nothing} />),
  },
  {
    name: 'staff-not-called',
    isScreen: true,
    render: () => overHome(<StaffNote call="notCalled" onClose={nothing} />),
  },
];
