import { initialTransition, transition } from 'xstate';
import type { KioskState } from '../../../shared/contract/kiosk-state.ts';
import { dateAfterDays } from '../../../shared/domain/office-day.ts';
import { type OpeningHours, officeDateOf } from '../../../shared/domain/opening-hours.ts';
import { aKioskState, fakeBridge } from '../../bridge/fake.ts';
import { GlossaryProvider } from '../../components/explained-text/glossary.tsx';
import type { Example } from '../../gallery/example.ts';
import { useLanguage } from '../../texts/texts.tsx';
import { exampleRates, servicesContent } from './example-content.ts';
import { type ServicesEvent, servicesMachine } from './services.machine.ts';
import { ServicesScreen } from './services-flow.tsx';

const nothing = () => {};

interface AtProps {
  events: readonly ServicesEvent[];
  hasRates?: boolean;
  openingHours?: OpeningHours;
  kioskState?: KioskState;
}

/** The flow after these events, standing still. */
function At({ events, hasRates = false, openingHours, kioskState = aKioskState() }: AtProps) {
  const language = useLanguage();
  const rates = hasRates ? exampleRates : [];
  const content = { ...servicesContent(rates), ...(openingHours ? { openingHours } : {}) };
  const offered = content.services.services.map(({ key }) => key);
  let [snapshot] = initialTransition(servicesMachine, { offered, rates });
  for (const event of events) [snapshot] = transition(servicesMachine, snapshot, event);
  return (
    <GlossaryProvider entries={content.glossary.entries}>
      <ServicesScreen
        snapshot={snapshot}
        send={nothing}
        language={language}
        content={content}
        kioskState={kioskState}
        bridge={fakeBridge()}
        onFinished={nothing}
        onLeave={nothing}
        onGoTo={nothing}
      />
    </GlossaryProvider>
  );
}

const chosen = (service: Extract<ServicesEvent, { type: 'service.chosen' }>['service']): ServicesEvent => ({
  type: 'service.chosen',
  service,
});
const next: ServicesEvent = { type: 'next.pressed' };
const [hongKong] = exampleRates;
const toAmount: ServicesEvent[] = hongKong
  ? [chosen('remittance'), { type: 'estimate.pressed' }, { type: 'rate.chosen', rate: hongKong }]
  : [];
const typed = (amount: string): ServicesEvent => ({ type: 'amount.edited', amount });

const TIME_ZONE = 'Asia/Jakarta';
const day = [
  { opens: '08:00', closes: '12:00' },
  { opens: '13:00', closes: '15:30' },
];
const morning = [{ opens: '08:00', closes: '11:30' }];
/** With a lunch, a short Friday, and a day soon that is closed. */
const openingHours: OpeningHours = {
  timeZone: TIME_ZONE,
  week: { mon: day, tue: day, wed: day, thu: day, fri: morning, sat: morning, sun: [] },
  exceptions: [{ date: dateAfterDays(officeDateOf(TIME_ZONE, Date.now()), 5), hours: [], reason: 'holiday' }],
};

const screen = (name: string, props: AtProps): Example => ({
  name,
  isScreen: true,
  render: () => <At {...props} />,
});

export const examples: readonly Example[] = [
  screen('list', { events: [] }),
  screen('pospay', { events: [chosen('pospay')] }),
  screen('giropos', { events: [chosen('giropos')] }),
  screen('remittance', { events: [chosen('remittance')] }),
  screen('remittance-with-rates', { events: [chosen('remittance')], hasRates: true }),
  screen('courier', { events: [chosen('courier')] }),
  screen('agen-pos', { events: [chosen('agen-pos')] }),
  screen('counter', { events: [chosen('remittance'), next] }),
  screen('counter-with-hours', { events: [chosen('remittance'), next], openingHours }),
  screen('counter-nothing-known', { events: [chosen('giropos'), next] }),
  screen('closed', {
    events: [chosen('pospay'), next, { type: 'request.pressed', mayRecord: false }],
    kioskState: aKioskState({ mode: 'information-only', trouble: 'disk-full' }),
  }),
  screen('rate', { events: toAmount.slice(0, 2), hasRates: true }),
  screen('amount', { events: [...toAmount, typed('1500')], hasRates: true }),
  screen('amount-missing', { events: [...toAmount, next], hasRates: true }),
  screen('estimate', { events: [...toAmount, typed('1500'), next], hasRates: true }),
  screen('estimate-large', { events: [...toAmount, typed('999999999,99'), next], hasRates: true }),
];
