import type { SnapshotFrom } from 'xstate';
import { complaintMachine } from '../../renderer/flows/complaint/complaint.machine.ts';
import type { ComplaintContext, ComplaintEvent } from '../../renderer/flows/complaint/complaint.types.ts';
import { choiceOf } from '../../renderer/flows/complaint/consents.ts';
import type { ComplaintPatch } from '../../renderer/flows/complaint/draft.ts';
import type { TextFieldName } from '../../renderer/flows/complaint/faults.ts';
import { type QuestionView, viewOf } from '../../renderer/flows/complaint/question-view.ts';
import { listedSteps, type StepName, stepNamed } from '../../renderer/flows/complaint/steps.ts';
import type { CheckRow } from '../../renderer/texts/complaint.id.ts';
import { complaintId as words } from '../../renderer/texts/complaint.id.ts';
import { id as texts } from '../../renderer/texts/id.ts';
import type { KioskContent } from '../../shared/contract/content.ts';
import { type DeedOf, type FlowModel, flowModel, type Sight, stateName } from './flow-model.ts';
import { SENDING_LEFT_OUT, sendingDeeds, sendingSight } from './sending.ts';

type Snapshot = SnapshotFrom<typeof complaintMachine>;
type ComplaintDeed = DeedOf<typeof complaintMachine>;

const sending = { id: 'complaint', screens: 'complaint', words };

/** What is typed, and where the rules doubt it, what they doubt. Short: every sign is a touch. */
const TYPED: Record<TextFieldName, { text: string; doubted?: string }> = {
  city: { text: 'kota' },
  accusedName: { text: 'pt contoh' },
  accusedAddress: { text: 'jalan' },
  accusedPhone: { text: '021555000', doubted: '12' },
  story: { text: 'gaji' },
  workerName: { text: 'siti' },
  workerNik: { text: '3515144508680002', doubted: '12' },
  workerPassport: { text: 'b7499678', doubted: 'b1' },
  reporterName: { text: 'budi' },
  contactPhone: { text: '081200000000', doubted: '12' },
};

/** Questions where every answer is tried, because what comes next depends on it. At the others one stands for all. */
const BRANCHING: readonly StepName[] = ['danger', 'enough', 'contact-mode', 'accused-kind'];

const LEFT_OUT = {
  'questioning.correcting answer.given': 'no question of cards has a fault: one press answers it and goes on',
  'questioning.correcting skip.pressed': 'a question with a fault cannot be skipped',
  'questioning.doubting answer.given': 'only typed answers are doubted',
  'questioning.doubting consent.chosen': 'only typed answers are doubted',
  'questioning.doubting next.pressed': 'the button keeps the answer instead',
  'questioning.doubting skip.pressed': 'the button keeps the answer instead',
};

/** The complaint. The content is the kiosk's own: consents and countries are those of its pack. */
export function complaintPaths(content: KioskContent): FlowModel {
  const today = Date.now();
  return flowModel({
    name: 'complaint',
    machine: complaintMachine,
    input: {
      submissionId: '01980000-0000-7000-8000-000000000001',
      facts: {
        today,
        consentVersions: Object.fromEntries(
          content.consentTexts.map(({ purpose, version }) => [purpose, version]),
        ),
      },
      now: () => today,
    },
    deedsAt: (snapshot) => deedsAt(snapshot, content),
    sightAt: (snapshot) => sightAt(snapshot, content),
    endsAt: ({ context }) => ({ screen: context.ticket ? 'lobby.thank-you' : 'lobby.home' }),
    mark: ({ context }) => markOf(context),
    async open(hands) {
      await hands.press(hands.words.home.complaint);
    },
    leftOut: { ...SENDING_LEFT_OUT, ...LEFT_OUT },
  });
}

/** Later questions depend on these answers; everything else only shows at its own question. */
function markOf({ step, draft, change, ticket, frozen }: ComplaintContext) {
  if (ticket) return ['ticket'];
  return [step, draft.depth, draft.contactMode, change !== null, frozen !== null];
}

function deedsAt(snapshot: Snapshot, content: KioskContent): ComplaintDeed[] {
  const state = stateName(snapshot.value);
  const sent = sendingDeeds(state, snapshot, sending) as ComplaintDeed[];
  if (state === 'checking') return [...sent, back, ...changeDeeds(snapshot)];
  if (!snapshot.hasTag('question')) return sent;
  const { step, draft } = snapshot.context;
  return [...answerDeeds(step, viewOf(step, draft, words), snapshot, content), ...barDeeds(snapshot), back];
}

const back: ComplaintDeed = {
  name: 'go back',
  events: [{ type: 'back.pressed' }],
  act: (hands) => hands.press(hands.words.common.back),
};

/** The one button at the bottom right: the screen shows the first of these that the machine takes. */
function barDeeds(snapshot: Snapshot): ComplaintDeed[] {
  const { step } = snapshot.context;
  const button = (name: string, type: 'doubt.kept' | 'next.pressed' | 'skip.pressed', label: string) => ({
    name,
    events: [{ type }] as ComplaintEvent[],
    act: (hands: Parameters<ComplaintDeed['act']>[0]) => hands.press(label),
  });
  if (snapshot.can({ type: 'doubt.kept' })) return [button('keep it', 'doubt.kept', words.doubts.keep)];
  if (snapshot.can({ type: 'next.pressed' }))
    return [button('go on', 'next.pressed', step === 'safety' ? words.safety.goOn : texts.common.next)];
  return [button('skip', 'skip.pressed', texts.common.skip)];
}

function changeDeeds({ context: { draft, facts } }: Snapshot): ComplaintDeed[] {
  return listedSteps(draft, facts).map((step) => {
    const label = words.check.rows[step as CheckRow];
    const verb = stepNamed(step).isAnswered(draft, facts) ? words.check.change : words.check.fill;
    return {
      name: `change ${step}`,
      events: [{ type: 'change.pressed', step }],
      act: (hands) => hands.press(`${verb}: ${label}`),
    };
  });
}

function answerDeeds(
  step: StepName,
  view: QuestionView,
  { context: { draft } }: Snapshot,
  content: KioskContent,
): ComplaintDeed[] {
  switch (view.kind) {
    case 'one': {
      const tried = BRANCHING.includes(step)
        ? view.answers
        : step === 'subject'
          ? view.answers.slice(0, 2)
          : view.answers.slice(0, 1);
      return tried.map(({ value, label }) => ({
        name: `choose ${value}`,
        events: [{ type: 'answer.given', answer: view.toPatch(value) }],
        act: (hands) => hands.press(label),
      }));
    }
    case 'many': {
      const [first] = view.answers;
      if (!first || view.chosen.includes(first.value)) return [];
      return [
        {
          name: `tick ${first.value}`,
          events: [{ type: 'answer.edited', answer: view.toPatch([...view.chosen, first.value]) }],
          act: (hands) => hands.press(first.label),
        },
      ];
    }
    case 'text': {
      const { text, doubted } = TYPED[view.field];
      return [
        ...(draft[view.field] === text ? [] : [write(view.field, text, 'write')]),
        ...(doubted === undefined || draft[view.field] === doubted
          ? []
          : [write(view.field, doubted, 'write something doubtful')]),
      ];
    }
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
    case 'since': {
      const year = new Date().getUTCFullYear() - 1;
      return draft.since?.year === undefined
        ? [
            {
              name: 'choose a year',
              events: [{ type: 'answer.edited', answer: { since: { year } } }],
              act: (hands) => hands.press(String(year)),
            },
          ]
        : [];
    }
    case 'consent':
      return [true, false].map((given) => ({
        name: given ? 'agree' : 'disagree',
        events: [{ type: 'consent.chosen', purpose: view.purpose, given }],
        act: (hands) => hands.press(given ? texts.consent.agree : texts.consent.disagree),
      }));
    case 'safety':
      return [];
  }
}

function write(field: TextFieldName, text: string, name: string): ComplaintDeed {
  return {
    name,
    events: [{ type: 'answer.edited', answer: { [field]: text } as ComplaintPatch }],
    act: (hands) => hands.write(text),
  };
}

function sightAt(snapshot: Snapshot, content: KioskContent): Sight {
  const { context } = snapshot;
  const later = sendingSight(stateName(snapshot.value), snapshot, sending, {
    slipFailed: texts.ticket.slip.failed,
  });
  if (later) return later;
  if (snapshot.matches('checking')) {
    // The first line is always on the first page; what she typed stands on later ones.
    const first = context.draft.inDanger ? words.danger.yes.label : words.danger.no.label;
    return { screen: 'complaint.check', words: [words.check.send, first] };
  }
  const view = viewOf(context.step, context.draft, words);
  return {
    screen: `complaint.${context.step}`,
    ...answerSeen(view, snapshot, content),
    ...noticesSeen(snapshot),
  };
}

/** The answer she gave stands where she gave it, however she came back. */
function answerSeen(
  view: QuestionView,
  { context: { step, draft, facts } }: Snapshot,
  content: KioskContent,
): Partial<Sight> {
  switch (view.kind) {
    case 'one':
      return { chosen: view.answers.filter(({ value }) => value === view.chosen).map(({ label }) => label) };
    case 'many':
      return {
        chosen: view.answers.filter(({ value }) => view.chosen.includes(value)).map(({ label }) => label),
      };
    case 'text':
      return { typed: draft[view.field] ?? '' };
    case 'country': {
      const chosen = content.countries.find(({ code }) => code === draft.country);
      return { chosen: chosen ? [chosen.name.id] : [] };
    }
    case 'consent': {
      const choice = choiceOf(view.purpose, draft, facts);
      const label = choice?.given ? texts.consent.agree : texts.consent.disagree;
      return { chosen: choice ? [label] : [] };
    }
    case 'since':
      return draft.since?.year === undefined ? {} : { words: [String(draft.since.year)] };
    case 'safety':
      return { words: [words[step as 'safety'].title] };
  }
}

/** A fault or a doubt is said where it is. */
function noticesSeen({ context: { doubts } }: Snapshot): Partial<Sight> {
  return doubts.length > 0 ? { words: [words.doubts.title] } : {};
}
