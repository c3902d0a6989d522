import type { SnapshotFrom } from 'xstate';
import { choiceOf, PURPOSE_OF } from '../../renderer/flows/services/lead/consents.ts';
import type { LeadPatch } from '../../renderer/flows/services/lead/draft.ts';
import { leadMachine } from '../../renderer/flows/services/lead/lead.machine.ts';
import { listedSteps, stepNamed } from '../../renderer/flows/services/lead/steps.ts';
import { id as texts } from '../../renderer/texts/id.ts';
import { servicesId as words } from '../../renderer/texts/services.id.ts';
import type { KioskContent } from '../../shared/contract/content.ts';
import { NEEDS_OF } from '../../shared/domain/lead.ts';
import { type DeedOf, type FlowModel, flowModel, type Sight, stateName } from './flow-model.ts';
import { SENDING_LEFT_OUT, sendingDeeds, sendingSight } from './sending.ts';

type Snapshot = SnapshotFrom<typeof leadMachine>;
type LeadDeed = DeedOf<typeof leadMachine>;

const sending = { id: 'lead', screens: 'services.lead', words };
/** The one service that has every question. */
const SERVICE = 'remittance';

const TYPED = {
  name: { text: 'siti', doubted: 's1' },
  phone: { text: '081200000000', doubted: '12' },
} as const;

const LEFT_OUT = {
  'questioning.correcting answer.given': 'only a consent has a fault',
  'questioning.correcting answer.edited': 'only a consent has a fault, and the name where nothing is typed',
  'questioning.correcting skip.pressed': 'a question with a fault cannot be skipped',
  'questioning.doubting answer.given': 'only typed answers are doubted',
  'questioning.doubting consent.chosen': 'only typed answers are doubted',
  'questioning.doubting next.pressed': 'the button keeps the answer instead',
  'questioning.doubting skip.pressed': 'the button keeps the answer instead',
};

/** The form for a slip for the counter, for the service that asks most. */
export function leadPaths(content: KioskContent): FlowModel {
  const service = content.services.services.find(({ key }) => key === SERVICE);
  return flowModel({
    name: 'services-lead',
    machine: leadMachine,
    input: {
      submissionId: '01980000-0000-7000-8000-000000000001',
      facts: {
        service: SERVICE,
        consentVersions: Object.fromEntries(
          content.services.consentTexts.map(({ purpose, version }) => [purpose, version]),
        ),
      },
      draft: {},
      now: () => Date.now(),
    },
    deedsAt: (snapshot) => deedsAt(snapshot, content),
    sightAt: (snapshot) => sightAt(snapshot, content),
    endsAt: ({ context }) => ({ screen: context.ticket ? 'lobby.thank-you' : 'services.counter' }),
    mark: ({ context: { step, draft, change, ticket, frozen } }) =>
      ticket ? ['ticket'] : [step, (draft.phone ?? '') !== '', change !== null, frozen !== null],
    async open(hands) {
      await hands.press(hands.words.home.tiles.services.name);
      await hands.visitor.sees('services.list');
      await hands.press(service?.name.id ?? SERVICE);
      await hands.visitor.sees(`services.about.${SERVICE}`);
      await hands.press(words.about.next);
      await hands.visitor.sees('services.counter');
      await hands.press(words.counter.request);
    },
    leftOut: { ...SENDING_LEFT_OUT, ...LEFT_OUT },
  });
}

const back: LeadDeed = {
  name: 'go back',
  events: [{ type: 'back.pressed' }],
  act: (hands) => hands.press(hands.words.common.back),
};

function deedsAt(snapshot: Snapshot, content: KioskContent): LeadDeed[] {
  const state = stateName(snapshot.value);
  const sent = sendingDeeds(state, snapshot, sending) as LeadDeed[];
  if (state === 'checking') return [...sent, back, ...changeDeeds(snapshot)];
  if (!snapshot.hasTag('question')) return sent;
  return [...answerDeeds(snapshot, content), barDeed(snapshot), back];
}

/** The one button at the bottom right: the screen shows the first of these that the machine takes. */
function barDeed(snapshot: Snapshot): LeadDeed {
  const press = (
    name: string,
    type: 'doubt.kept' | 'next.pressed' | 'skip.pressed',
    label: string,
  ): LeadDeed => ({
    name,
    events: [{ type }],
    act: (hands) => hands.press(label),
  });
  if (snapshot.can({ type: 'doubt.kept' })) return press('keep it', 'doubt.kept', words.doubts.keep);
  if (snapshot.can({ type: 'next.pressed' })) return press('go on', 'next.pressed', texts.common.next);
  return press('skip', 'skip.pressed', texts.common.skip);
}

function changeDeeds({ context: { draft, facts } }: Snapshot): LeadDeed[] {
  return listedSteps(draft, facts).map((step) => {
    const verb = stepNamed(step).isAnswered(draft, facts) ? words.check.change : words.check.fill;
    return {
      name: `change ${step}`,
      events: [{ type: 'change.pressed', step }],
      act: (hands) => hands.press(`${verb}: ${words.check.rows[step]}`),
    };
  });
}

function answerDeeds({ context: { step, draft } }: Snapshot, content: KioskContent): LeadDeed[] {
  switch (step) {
    case 'need':
      return NEEDS_OF[SERVICE].map((need) => ({
        name: `choose ${need}`,
        events: [{ type: 'answer.given', answer: { need } }],
        act: (hands) => hands.press(words.need.answers[SERVICE][need]?.label ?? need),
      }));
    case 'country': {
      const country = content.countries.find(({ common }) => common);
      if (!country) return [];
      return [
        {
          name: `choose ${country.code}`,
          events: [{ type: 'answer.given', answer: { country: country.code } }],
          act: (hands) => hands.press(country.name.id),
        },
      ];
    }
    case 'name':
    case 'phone': {
      const { text, doubted } = TYPED[step];
      const write = (typed: string, name: string): LeadDeed => ({
        name,
        events: [{ type: 'answer.edited', answer: { [step]: typed } as LeadPatch }],
        act: (hands) => hands.write(typed),
      });
      return [
        ...(draft[step] === text ? [] : [write(text, 'write')]),
        ...(draft[step] === doubted ? [] : [write(doubted, 'write something doubtful')]),
      ];
    }
    case 'times':
      return (draft.times ?? []).includes('any')
        ? []
        : [
            {
              name: 'tick any',
              events: [{ type: 'answer.edited', answer: { times: ['any'] } }],
              act: (hands) => hands.press(words.times.answers.any.label),
            },
          ];
    case 'consent-request':
    case 'consent-services':
      return [true, false].map((given) => ({
        name: given ? 'agree' : 'disagree',
        events: [{ type: 'consent.chosen', purpose: PURPOSE_OF[step], given }],
        act: (hands) => hands.press(given ? texts.consent.agree : texts.consent.disagree),
      }));
  }
}

function sightAt(snapshot: Snapshot, content: KioskContent): Sight {
  const { context } = snapshot;
  const later = sendingSight(stateName(snapshot.value), snapshot, sending, {
    slipFailed: texts.ticket.slip.failed,
  });
  if (later) return later;
  if (snapshot.matches('checking')) {
    return { screen: 'services.lead.check', words: [words.check.send, context.draft.name ?? ''] };
  }
  return {
    screen: `services.lead.${context.step}`,
    ...answerSeen(snapshot, content),
    ...(context.doubts.length > 0 ? { words: [words.doubts.title] } : {}),
  };
}

/** The answer she gave stands where she gave it, however she came back. */
function answerSeen({ context: { step, draft, facts } }: Snapshot, content: KioskContent): Partial<Sight> {
  const one = (label: string | undefined) => ({ chosen: label === undefined ? [] : [label] });
  switch (step) {
    case 'need':
      return one(draft.need && words.need.answers[SERVICE][draft.need]?.label);
    case 'country':
      return one(content.countries.find(({ code }) => code === draft.country)?.name.id);
    case 'name':
    case 'phone':
      return { typed: draft[step] ?? '' };
    case 'times':
      return { chosen: (draft.times ?? []).map((time) => words.times.answers[time].label) };
    case 'consent-request':
    case 'consent-services': {
      const choice = choiceOf(PURPOSE_OF[step], draft, facts);
      return one(choice && (choice.given ? texts.consent.agree : texts.consent.disagree));
    }
  }
}
