import type { SnapshotFrom } from 'xstate';
import { draftFor } from '../../renderer/flows/services/lead/draft.ts';
import { type ServicesEvent, servicesMachine } from '../../renderer/flows/services/services.machine.ts';
import { id as texts } from '../../renderer/texts/id.ts';
import { servicesId as words } from '../../renderer/texts/services.id.ts';
import type { RemittanceRate } from '../../shared/contract/content/services.ts';
import type { KioskContent } from '../../shared/contract/content.ts';
import { type DeedOf, type FlowModel, flowModel, type Sight } from './flow-model.ts';

type Snapshot = SnapshotFrom<typeof servicesMachine>;
type ServicesDeed = DeedOf<typeof servicesMachine>;

const ITS_OWN = 'what the form does is walked by its own paths';

/** Typed into the amount: the keys have digits only, so that the only wrong number is one that is too large. */
const AMOUNTS = { 'an amount': '15', 'an amount too large': '9'.repeat(16) };

/** No rate is shipped, so that none can be wrong; the estimate is walked with an example. */
const exampleRate: RemittanceRate = {
  currency: 'HKD',
  country: 'HK',
  rupiahPerUnit: '2000.25',
  feeRupiah: null,
  asOf: '2026-05-01',
  provenance: {
    source: 'contoh.example (2026)',
    verified_on: '2026-05-01',
    valid_until: '2027-05-01',
    confidence: 'likely',
  },
};

/** The services up to the door of the form; the form has paths of its own. */
export function servicesPaths(shipped: KioskContent): FlowModel {
  const content = { ...shipped, services: { ...shipped.services, rates: [exampleRate] } };
  return flowModel({
    name: 'services',
    machine: servicesMachine,
    input: {
      offered: content.services.services.map(({ key }) => key),
      rates: content.services.rates,
    },
    deedsAt: (snapshot) => deedsAt(snapshot, content),
    sightAt,
    endsAt: () => ({ screen: 'lobby.home' }),
    mark: ({ context: { service, rate, amount, kept } }) => [service, rate?.country, amount, kept !== null],
    prepare: (hands) => hands.tell('content.changed', content),
    async open(hands) {
      await hands.press(hands.words.home.tiles.services.name);
    },
    leftOut: { 'form.finished': ITS_OWN, finished: ITS_OWN },
  });
}

function deedsAt(snapshot: Snapshot, content: KioskContent): ServicesDeed[] {
  const { context } = snapshot;
  const press = (name: string, event: ServicesEvent, label: string): ServicesDeed => ({
    name,
    events: [event],
    act: (hands) => hands.press(label),
  });
  const back = press('go back', { type: 'back.pressed' }, texts.common.back);
  switch (snapshot.value) {
    case 'listing':
      return [
        ...content.services.services.map(({ key, name }) =>
          press(`open ${key}`, { type: 'service.chosen', service: key }, name.id),
        ),
        back,
      ];
    case 'reading':
      return [
        press('go on', { type: 'next.pressed' }, words.about.next),
        press('count', { type: 'estimate.pressed' }, words.about.estimate),
        back,
      ];
    case 'preparing':
      return [
        press('ask for a slip', { type: 'request.pressed', mayRecord: true }, words.counter.request),
        {
          name: 'ask for a slip while nothing can be recorded',
          events: [{ type: 'request.pressed', mayRecord: false }],
          async act(hands) {
            await hands.tellState({ mode: 'information-only', trouble: 'disk-full' });
            await hands.press(words.counter.request);
          },
        },
        back,
      ];
    case 'closed':
      return [
        {
          ...back,
          async act(hands) {
            await hands.tellState({});
            await hands.press(texts.common.back);
          },
        },
      ];
    case 'choosingRate':
      return [
        ...context.rates.map((rate) =>
          press(
            `choose ${rate.country} ${rate.currency}`,
            { type: 'rate.chosen', rate },
            `${content.countries.find(({ code }) => code === rate.country)?.name.id ?? rate.country} (${rate.currency})`,
          ),
        ),
        back,
      ];
    case 'typingAmount':
      return [
        ...Object.entries(AMOUNTS).map(
          ([name, amount]): ServicesDeed => ({
            name: `write ${name}`,
            events: [{ type: 'amount.edited', amount }],
            act: (hands) => hands.write(amount),
          }),
        ),
        press('count', { type: 'next.pressed' }, words.estimate.count),
        back,
      ];
    case 'estimating':
      return [
        press('go on', { type: 'next.pressed' }, words.estimate.toCounter),
        press('count again', { type: 'estimate.pressed' }, words.estimate.again),
        back,
      ];
    case 'requesting': {
      // Going back from its first question is what the form itself does; the flow only hears of it.
      const draft = context.service ? draftFor(context.service, context.kept) : {};
      return [press('go back from the form', { type: 'form.left', draft }, texts.common.back)];
    }
    default:
      return [];
  }
}

function sightAt({ value, context }: Snapshot): Sight {
  switch (value) {
    case 'reading':
      return { screen: `services.about.${context.service}` };
    case 'typingAmount':
      return { screen: 'services.amount', typed: context.amount };
    case 'requesting':
      return { screen: 'services.lead.need' };
    default:
      return { screen: SCREENS[String(value)] ?? String(value) };
  }
}

const SCREENS: Readonly<Record<string, string>> = {
  listing: 'services.list',
  preparing: 'services.counter',
  closed: 'services.closed',
  choosingRate: 'services.rate',
  estimating: 'services.estimate',
};
