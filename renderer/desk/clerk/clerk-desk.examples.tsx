import type { ReactNode } from 'react';
import type { CounterTicket, TicketList } from '../../../shared/contract/clerk.ts';
import type { SlipState } from '../../../shared/contract/kiosk-state.ts';
import { ScreenLanguage } from '../../../shared/domain/language.ts';
import { ticketNumberOf } from '../../../shared/domain/ticket.ts';
import { aSlip, EXAMPLE_TIME, fakeBridge } from '../../bridge/fake.ts';
import { aCounterTicket, aDay, anAnnouncement, someHours } from '../../bridge/fake-clerk.ts';
import { Before } from '../../components/camera/example-camera.tsx';
import { QrScanner } from '../../components/camera/qr-scanner.tsx';
import type { Example } from '../../gallery/example.ts';
import { RECORDING_FLOWS } from '../../lobby/lobby.machine.ts';
import { clerkId } from '../../texts/clerk.id.ts';
import { AtTheDesk, EVERYTHING_OPEN } from '../frame/desk-frame.tsx';
import { DeskCorner } from '../frame/desk-screen.tsx';
import { FailedScreen } from '../frame/state-screens.tsx';
import type { FormContext } from './announcements/announcement-form.machine.ts';
import { CheckScreen, FromScreen, TextScreen, UntilScreen } from './announcements/announcement-form.tsx';
import { AnnouncementsView, WithdrawScreen } from './announcements/announcements-view.tsx';
import { CLERK_ACTS } from './audit/acts.ts';
import { AuditView } from './audit/audit-view.tsx';
import { ClerkDesk } from './clerk-desk.tsx';
import { CloseScreen, DayView, EndScreen } from './day/day-view.tsx';
import type { FindContext } from './find/find.machine.ts';
import { MissedScreen, NumberScreen } from './find/find-screens.tsx';
import { HelpEndScreen, HelpView } from './help/help-screens.tsx';
import { VisitorFlowScreen, VisitorLanguageScreen } from './help/visitor-screens.tsx';
import type { HoursFormContext, HoursStep } from './hours/hours-form.machine.ts';
import { HoursQuestion } from './hours/hours-form.tsx';
import { HoursView, RemoveScreen } from './hours/hours-view.tsx';
import { CameOutScreen, PrintingScreen } from './paper/paper-screens.tsx';
import { HideScreen } from './products/hide-product.tsx';
import { ProductsView } from './products/products-view.tsx';
import { NotOutScreen, NotPrintedScreen, PrintedScreen, ReasonScreen } from './ticket/reprint-screens.tsx';
import { TicketView } from './ticket/ticket-view.tsx';
import { TicketsView } from './tickets/tickets-view.tsx';

const nothing = () => {};
const MINUTE = 60_000;

const screen = (name: string, node: () => ReactNode, hasBoth = false): Example => ({
  name,
  isScreen: true,
  render: () => (
    <AtTheDesk place="clerk" session={{ staffNumber: '1001', roles: ['clerk'] }} hasBoth={hasBoth}>
      {node()}
    </AtTheDesk>
  ),
});

const paper = (state: SlipState['state'], copies = 1): CounterTicket['paper'] => ({
  slip: aSlip({ state, trouble: state === 'failed' ? 'out-of-paper' : null }),
  isOpen: state === 'unknown' || state === 'failed' || state === 'handed-over',
  copies,
});
const KINDS = [
  'lead',
  'complaint',
  'registration',
  'product-interest',
  'complaint',
  'product-proposal',
] as const;
const PAPERS = ['printed', 'unknown', 'printed', 'failed', 'handed-over', 'printing', 'queued'] as const;

function manyTickets(count: number): CounterTicket[] {
  return Array.from({ length: count }, (_, at) => {
    const kind = KINDS[at % KINDS.length] ?? 'lead';
    const isForCounter = kind !== 'complaint';
    return aCounterTicket({
      number: ticketNumberOf('B4K', 70_430 - at),
      kind,
      recordedAt: EXAMPLE_TIME - (4 + 7 * at) * MINUTE,
      paper: paper(PAPERS[at % PAPERS.length] ?? 'printed'),
      standing:
        at % 4 === 0
          ? { standing: 'recorded' }
          : at % 5 === 3
            ? { standing: 'needs-person' }
            : { standing: 'received', receivedAt: EXAMPLE_TIME },
      additions: at % 3 === 2 ? 1 : 0,
      isForCounter,
      served: isForCounter && at % 2 === 0 ? { at: EXAMPLE_TIME, by: '1001' } : null,
    });
  });
}

const tickets = (list: TicketList, some: CounterTicket[], total = some.length, offset = 0) => (
  <TicketsView
    answer={{
      tickets: some,
      total,
      counts: {
        today: Math.max(total, some.length),
        'to-serve': some.length === 0 ? 0 : 3,
        'paper-trouble': some.length === 0 ? 0 : 4,
      },
    }}
    list={list}
    offset={offset}
    onList={nothing}
    onOffset={nothing}
    onTicket={nothing}
    onPage={nothing}
  />
);

const ticket = (changes: Partial<CounterTicket> = {}) => (
  <TicketView ticket={aCounterTicket(changes)} send={nothing} />
);

const finding = (changes: Partial<FindContext> = {}) => (
  <NumberScreen
    context={{ typed: 'B4K2', fault: null, asked: '', ticket: null, problem: null, ...changes }}
    send={nothing}
  />
);
const missed = (code: string) => <MissedScreen problem={{ code }} send={nothing} />;

const day = (changes: Parameters<typeof aDay>[0] = {}) => (
  <DayView report={aDay(changes)} send={nothing} onPaperTrouble={nothing} onRoll={nothing} />
);
const wellDone = { papers: { printed: 14, copies: 2, unknown: 0, handedOver: 0 }, waiting: 0, setAside: 0 };

const products = Array.from({ length: 9 }, (_, at) => ({
  id: `contoh-${at}`,
  name:
    ['Keripik pisang (contoh)', 'Kain tenun ikat motif kawung (contoh)', 'Kopi bubuk (contoh)'][at % 3] ?? '',
  makerName: ['Ibu Contoh', 'Kelompok Purna Pekerja Migran Contoh', 'Pak Contoh'][at % 3] ?? '',
  hidden: at % 4 === 1 ? { at: EXAMPLE_TIME - at * MINUTE, by: '1001' } : null,
}));
const product = products[1] ?? { id: '', name: '', makerName: '', hidden: null };

const lines = CLERK_ACTS.map((act, at) => ({
  sequence: 240 - at,
  at: EXAMPLE_TIME - at * 9 * MINUTE,
  who: at % 7 === 6 ? 'kioskctl' : at % 5 === 4 ? 'setup' : '1001',
  act: at === 3 ? 'something.never-seen' : act,
  about: act.startsWith('slip') || act.startsWith('ticket') ? ticketNumberOf('B4K', 70_430 - at) : null,
  reason:
    act === 'slip.reprint' ? 'did-not-come-out' : act === 'queue.close' ? 'Sudah dicatat di loket' : null,
}));
const audit = (isWhole: boolean, some = lines) => (
  <AuditView lines={some} isWhole={isWhole} onOlder={nothing} onBack={nothing} />
);

const announcement = (changes: Partial<FormContext> = {}): FormContext => ({
  today: '2026-05-12',
  text: anAnnouncement().text,
  from: '2026-05-12',
  until: '2026-05-18',
  fault: null,
  ...changes,
});

const asking = (step: HoursStep, changes: Partial<HoursFormContext> = {}): HoursFormContext => ({
  form: 'exception',
  today: '2026-05-12',
  step,
  texts: { date: '20052026', opens: '0900', closes: '1130', breakFrom: '1000', breakUntil: '1015' },
  isOpen: true,
  hasBreak: true,
  days: ['mon', 'tue', 'wed', 'thu'],
  reason: null,
  fault: null,
  ...changes,
});
const question = (step: HoursStep, changes: Partial<HoursFormContext> = {}) => (
  <HoursQuestion context={asking(step, changes)} isFirstWeek={false} send={nothing} />
);
const hoursView = (changes: Partial<Parameters<typeof HoursView>[0]> = {}) => (
  <HoursView
    hours={someHours()}
    mayChange
    onWeek={nothing}
    onException={nothing}
    onRemove={nothing}
    onBack={nothing}
    {...changes}
  />
);
const announcements = (count: number) => (
  <AnnouncementsView
    announcements={Array.from({ length: count }, (_, at) =>
      anAnnouncement({
        id: `00000000-0000-4000-8000-0000000000a${at}`,
        isShown: at !== 1,
        ...(at === 1 ? { from: '2026-05-18', until: '2026-05-18' } : {}),
      }),
    )}
    onWrite={nothing}
    onChoose={nothing}
    onBack={nothing}
  />
);

export const examples: readonly Example[] = [
  screen('tickets', () => tickets('today', manyTickets(14))),
  screen('tickets-many', () => tickets('paper-trouble', manyTickets(50), 137, 50), true),
  screen('tickets-last-part', () => tickets('today', manyTickets(3), 103, 100)),
  screen('tickets-none', () => tickets('today', [])),
  screen('working', () => <ClerkDesk bridge={fakeBridge()} />),
  screen('find', () => finding()),
  screen('find-short', () => finding({ fault: 'short' })),
  {
    name: 'camera',
    isScreen: true,
    render: () => (
      <AtTheDesk place="clerk">
        <Before sight={{ qrText: 'PM1:CONTOH' }}>
          <QrScanner
            frame={{ look: 'desk', corner: <DeskCorner /> }}
            title={clerkId.find.cameraTitle}
            hint={clerkId.find.cameraHint}
            cancelLabel={clerkId.find.byHand}
            onText={nothing}
            onCancel={nothing}
          />
        </Before>
      </AtTheDesk>
    ),
  },
  ...['clerk.bad-number', 'clerk.not-found', 'qr.not-a-ticket', 'qr.not-genuine', 'bridge.no-answer'].map(
    (code) => screen(`missed-${code.replace('.', '-')}`, () => missed(code)),
  ),
  screen('help', () => <HelpView send={nothing} />),
  screen('help-flow', () => <VisitorFlowScreen visitors={EVERYTHING_OPEN} chosen={null} send={nothing} />),
  screen('help-flow-cannot-record', () => (
    <VisitorFlowScreen
      visitors={{
        ...EVERYTHING_OPEN,
        flows: EVERYTHING_OPEN.flows.filter((flow) => !RECORDING_FLOWS.includes(flow)),
        isRecordingClosed: true,
      }}
      chosen="services"
      send={nothing}
    />
  )),
  screen('help-language', () => <VisitorLanguageScreen languages={['id', 'en']} send={nothing} />),
  screen('help-language-extra', () => (
    <VisitorLanguageScreen languages={ScreenLanguage.options} send={nothing} />
  )),
  screen('help-ended', () => <HelpEndScreen slip={aSlip({ state: 'printed' })} send={nothing} />),
  screen('ticket-to-serve', () => ticket()),
  screen('ticket-served', () => ticket({ served: { at: EXAMPLE_TIME, by: '1001' }, additions: 2 })),
  screen('ticket-unsure', () => ticket({ paper: paper('unknown') })),
  screen('ticket-handed-over', () =>
    ticket({ kind: 'complaint', isForCounter: false, paper: paper('handed-over', 0) }),
  ),
  screen('ticket-ended', () => ticket({ paper: { ...paper('handed-over', 0), isOpen: false } })),
  screen('ticket-quiet', () => ticket({ kind: 'complaint', isForCounter: false })),
  screen('reprint-reason', () => <ReasonScreen ticket={aCounterTicket()} send={nothing} />),
  screen('printing', () => <PrintingScreen title={clerkId.reprint.printing} said={clerkId.paper.queued} />),
  screen('printed', () => <PrintedScreen onDone={nothing} onNotThere={nothing} />),
  screen('not-printed', () => (
    <NotPrintedScreen
      slip={aSlip({ state: 'failed', trouble: 'out-of-paper' })}
      onAgain={nothing}
      onBack={nothing}
    />
  )),
  screen('came-out', () => <CameOutScreen onAnswer={nothing} onBack={nothing} />),
  screen('not-out', () => <NotOutScreen onPrint={nothing} onGone={nothing} onBack={nothing} />),
  screen('act-failed', () => (
    <FailedScreen
      name="clerk.act-failed"
      title={clerkId.ticket.failed}
      problem={{ code: 'clerk.not-unsure' }}
      onRetry={nothing}
      onBack={nothing}
    />
  )),
  screen('day-new', () =>
    day({
      openedAt: null,
      openedBy: null,
      recorded: [],
      served: 0,
      staffCalls: 0,
      ...wellDone,
      papers: { printed: 0, copies: 0, unknown: 0, handedOver: 0 },
    }),
  ),
  screen('day-open', () => day({ setAside: 1 })),
  screen('day-closed', () => day({ closedAt: EXAMPLE_TIME, closedBy: '1001', ...wellDone })),
  screen('day-confirm', () => <CloseScreen report={aDay({ setAside: 1 })} send={nothing} />),
  screen('day-confirm-clean', () => <CloseScreen report={aDay(wellDone)} send={nothing} />),
  screen('day-ended', () => <EndScreen slip={aSlip({ state: 'printed' })} send={nothing} />),
  screen('day-ended-no-paper', () => <EndScreen slip={aSlip({ state: 'failed' })} send={nothing} />),
  screen('products', () => (
    <ProductsView products={products} onChoose={nothing} onTakeIn={nothing} onBack={nothing} />
  )),
  screen('products-none', () => (
    <ProductsView products={[]} onChoose={nothing} onTakeIn={nothing} onBack={nothing} />
  )),
  screen('hide', () => (
    <HideScreen product={{ ...product, hidden: null }} onReason={nothing} onBack={nothing} />
  )),
  screen('show-again', () => <HideScreen product={product} onReason={nothing} onBack={nothing} />),
  screen('audit', () => audit(true)),
  screen('audit-broken', () => audit(false)),
  screen('audit-none', () => audit(true, [])),
  screen('announcements', () => announcements(3)),
  screen('announcements-full', () => announcements(8)),
  screen('announcements-none', () => announcements(0)),
  screen('announcement-text', () => <TextScreen language="id" context={announcement()} send={nothing} />),
  screen('announcement-phone', () => (
    <TextScreen
      language="id"
      context={announcement({ text: { id: 'Hubungi 0800-0000-1234', en: '' }, fault: 'phone' })}
      send={nothing}
    />
  )),
  screen('announcement-from', () => <FromScreen context={announcement()} send={nothing} />),
  screen('announcement-until', () => <UntilScreen context={announcement()} send={nothing} />),
  screen('announcement-check', () => <CheckScreen context={announcement()} send={nothing} />),
  screen('announcement-withdraw', () => (
    <WithdrawScreen announcement={anAnnouncement()} onWithdraw={nothing} onBack={nothing} />
  )),
  screen('hours', () => hoursView()),
  screen('hours-for-clerks', () => hoursView({ mayChange: false })),
  screen('hours-unknown', () => hoursView({ hours: { week: null, isFromHub: false, exceptions: [] } })),
  screen('hours-from-hub', () => hoursView({ hours: someHours({ isFromHub: true }) })),
  screen('hours-date', () => question('date', { fault: 'past' })),
  screen('hours-is-open', () => question('isOpen')),
  screen('hours-opens', () => question('opens')),
  screen('hours-break', () => question('hasBreak')),
  screen('hours-days', () => question('days', { form: 'week' })),
  screen('hours-reason', () => question('reason')),
  screen('hours-remove', () => (
    <RemoveScreen
      exception={{ date: '2026-05-20', hours: [{ opens: '09:00', closes: '11:30' }], reason: 'event' }}
      onRemove={nothing}
      onBack={nothing}
    />
  )),
];
