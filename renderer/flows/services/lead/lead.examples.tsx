import { initialTransition, transition } from 'xstate';
import type { ServiceKey } from '../../../../shared/contract/content/services.ts';
import { failed, succeeded } from '../../../../shared/lib/result.ts';
import { aKioskState, aTicket, fakeBridge } from '../../../bridge/fake.ts';
import type { Example } from '../../../gallery/example.ts';
import { useLanguage } from '../../../texts/texts.tsx';
import { servicesContent, someInput } from '../example-content.ts';
import { type LeadEvent, leadMachine } from './lead.machine.ts';
import { LeadScreen } from './lead-form.tsx';
import { factsOf } from './use-lead.ts';

const nothing = () => {};

/** The form after these events, standing still. */
function At({ service, events }: { service: ServiceKey; events: readonly LeadEvent[] }) {
  const language = useLanguage();
  const content = servicesContent();
  const facts = factsOf(service, content.services);
  let [snapshot] = initialTransition(leadMachine, { ...someInput, facts });
  for (const event of events) [snapshot] = transition(leadMachine, snapshot, event);
  return (
    <LeadScreen
      snapshot={snapshot}
      send={nothing}
      service={service}
      draft={{}}
      language={language}
      content={content}
      kioskState={aKioskState()}
      bridge={fakeBridge()}
      onFinished={nothing}
      onLeave={nothing}
      onGoTo={nothing}
    />
  );
}

const next: LeadEvent = { type: 'next.pressed' };
const given = (answer: Extract<LeadEvent, { type: 'answer.given' }>['answer']): LeadEvent => ({
  type: 'answer.given',
  answer,
});
const edited = (answer: Extract<LeadEvent, { type: 'answer.edited' }>['answer']): LeadEvent => ({
  type: 'answer.edited',
  answer,
});
const agreed = (isGiven: boolean): LeadEvent => ({
  type: 'consent.chosen',
  purpose: 'contact-about-request',
  given: isGiven,
});

const toName: LeadEvent[] = [given({ need: 'receive' }), given({ country: 'HK' })];
const named: LeadEvent[] = [...toName, edited({ name: 'Siti Contoh' }), next];
const toPhone: LeadEvent[] = [...named, agreed(true), next];
const toTimes: LeadEvent[] = [...toPhone, edited({ phone: '0812-3456-789' }), next];
const toServices: LeadEvent[] = [...toTimes, edited({ times: ['morning', 'evening'] }), next];
const toCheck: LeadEvent[] = [
  ...toServices,
  { type: 'consent.chosen', purpose: 'contact-about-services', given: false },
  next,
];
const toCheckRefused: LeadEvent[] = [...named, agreed(false), next];
const answered = (output: unknown) => ({ type: 'xstate.done.actor.submit', output }) as unknown as LeadEvent;
const served: LeadEvent[] = [...toCheck, { type: 'send.pressed' }, answered(succeeded(aTicket()))];
const said = (type: 'slip.taken' | 'slip.missing'): LeadEvent[] => [
  { type },
  { type: 'xstate.error.actor.answerSlip', error: new Error('no answer') } as unknown as LeadEvent,
];

const screen = (name: string, events: readonly LeadEvent[], service: ServiceKey = 'remittance'): Example => ({
  name,
  isScreen: true,
  render: () => <At service={service} events={events} />,
});

export const examples: readonly Example[] = [
  screen('need', []),
  screen('need-courier', [], 'courier'),
  screen('need-agen-pos', [], 'agen-pos'),
  screen('country', toName.slice(0, 1)),
  screen('name', [...toName, edited({ name: 'Siti' })]),
  screen('name-missing', [...toName, next]),
  screen('name-doubted', [...toName, edited({ name: 'S1ti' }), next]),
  screen('consent-request', named),
  screen('consent-missing', [...named, next]),
  screen('phone', toPhone),
  screen('phone-doubted', [...toPhone, edited({ phone: '85252944184' }), next]),
  screen('times', [...toTimes, edited({ times: ['morning'] })]),
  screen('consent-services', toServices),
  screen('check', toCheck),
  screen('check-refused', toCheckRefused),
  screen('committing', [...toCheck, { type: 'send.pressed' }]),
  screen('failed', [...toCheck, { type: 'send.pressed' }, answered(failed({ code: 'intake.disk-full' }))]),
  screen('ticket', served),
  screen('slip', [...served, next]),
  screen('after', [...served, ...said('slip.taken')]),
  screen('without-slip', [...served, ...said('slip.missing')]),
  screen('after-without-slip', [...served, ...said('slip.missing'), next]),
];
