import type { SnapshotFrom } from 'xstate';
import { choiceOf } from '../../renderer/flows/registration/consents.ts';
import type { RegistrationDraft } from '../../renderer/flows/registration/draft.ts';
import { type QuestionView, viewOf } from '../../renderer/flows/registration/question-view.ts';
import { registrationMachine } from '../../renderer/flows/registration/registration.machine.ts';
import type {
  RegistrationEvent,
  RegistrationInput,
} from '../../renderer/flows/registration/registration.types.ts';
import { toRecord } from '../../renderer/flows/registration/saved.ts';
import { awayOf, listedSteps, type StepName, stepNamed } from '../../renderer/flows/registration/steps.ts';
import { typedCode } from '../../renderer/flows/registration/typed.ts';
import { id as texts } from '../../renderer/texts/id.ts';
import { registrationId as words } from '../../renderer/texts/registration.id.ts';
import type { KioskContent } from '../../shared/contract/content.ts';
import { kioskCodeOf, ticketNumberOf } from '../../shared/domain/ticket.ts';
import { failed, succeeded } from '../../shared/lib/result.ts';
import {
  type DeedOf,
  type EngineEvent,
  type FlowModel,
  flowModel,
  type Sight,
  stateName,
} from './flow-model.ts';
import type { Hands, ScriptedAnswer } from './hands.ts';

type Snapshot = SnapshotFrom<typeof registrationMachine>;
type RegistrationDeed = DeedOf<typeof registrationMachine>;

const CODE = ticketNumberOf(kioskCodeOf(7), 42).replace('-', '');
const SECRET = '042917';
const SLIP_ID = '00000000-0000-4000-8000-000000000001';
const LONG_PATIENCE_MS = 60_000;

/** What is typed, and where the rules doubt it or refuse it, that too. Short: every sign is a touch. */
const TYPED: Partial<Record<keyof RegistrationDraft, { text: string; doubted?: string; wrong?: string }>> = {
  name: { text: 'siti', doubted: 's1' },
  nik: { text: '3515144508680002', wrong: '12' },
  birthDate: { text: '14051990', wrong: '1405' },
  phone: { text: '081200000000', doubted: '12' },
  emergencyName: { text: 'budi' },
  emergencyPhone: { text: '081200000000', doubted: '12' },
  passportNumber: { text: 'B7499678', doubted: 'B1' },
  passportIssued: { text: '01022024' },
  passportExpires: { text: '01022034' },
  startDate: { text: '01022034' },
  contractMonths: { text: '24', wrong: '0' },
  wageAmount: { text: '500', wrong: '0' },
};
const OTHER_TEXT = 'contoh';

/** The check page leads back to each question in the same way; these stand for all. */
const CHANGED: readonly StepName[] = ['employer-kind', 'name', 'phone', 'sex', 'consent-forward'];
const BRANCHING: readonly StepName[] = ['employer-kind', 'depth', 'has-passport', 'has-visa'];

const LEFT_OUT = {
  'questioning.correcting keep.pressed': 'the button is the same at every question; pressed at one of them',
  'questioning.doubting keep.pressed': 'the button is the same at every question; pressed at one of them',
  'passport.read': 'needs a camera with a passport before it: camera.spec.ts',
  'questioning.correcting answer.given': 'no question of cards has a fault: one press answers it and goes on',
  'questioning.correcting skip.pressed': 'a question with a fault cannot be skipped',
  'questioning.doubting answer.given': 'only typed answers are doubted',
  'questioning.doubting consent.chosen': 'only typed answers are doubted',
  'questioning.doubting next.pressed': 'the button keeps the answer instead',
  'questioning.doubting skip.pressed': 'the button keeps the answer instead',
};

/** The pre-registration, with its kept drafts. The list of papers is the shortest that this kiosk has. */
export function registrationPaths(content: KioskContent, timeZone: string): FlowModel {
  const input = inputFrom(content, timeZone);
  const world: World = { content, input };
  return flowModel({
    name: 'registration',
    machine: registrationMachine,
    input,
    deedsAt: (snapshot) => deedsAt(snapshot, world),
    sightAt: (snapshot) => sightAt(snapshot, world),
    endsAt: ({ context }) => ({ screen: context.ticket || context.kept ? 'lobby.thank-you' : 'lobby.home' }),
    mark: ({ context: { step, draft, change, ticket, frozen, keepsFrom, opening, isPaperSettled } }) =>
      ticket
        ? ['ticket', isPaperSettled]
        : [step, draft.depth, draft.scheme, change !== null, frozen !== null, keepsFrom, opening],
    async open(hands) {
      await hands.press(hands.words.home.tiles.registration.name);
    },
    leftOut: LEFT_OUT,
  });
}

interface World {
  content: KioskContent;
  input: RegistrationInput;
}

/** As the flow itself takes them from the pack. `timeZone` decides which day it is. */
function inputFrom({ registration }: KioskContent, timeZone: string): RegistrationInput {
  const now = Date.now();
  return {
    submissionId: '01980000-0000-7000-8000-000000000001',
    facts: {
      today: new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(now),
      consentVersions: Object.fromEntries(
        registration.consentTexts.map(({ purpose, version }) => [purpose, version]),
      ),
      lists: Object.fromEntries(
        registration.documentLists
          .filter(({ documents }) => documents.length > 0)
          .map(({ scheme, version, documents }) => [
            scheme,
            { version, keys: documents.map(({ key }) => key) },
          ]),
      ),
      minimumAge: registration.minimumAge?.years ?? null,
    },
    now: () => now,
    makeRequestId: () => SLIP_ID,
  };
}

const press = (name: string, event: RegistrationEvent, label: string): RegistrationDeed => ({
  name,
  events: [event],
  act: (hands) => hands.press(label),
});
const back = (label = texts.common.back) => press('go back', { type: 'back.pressed' }, label);

function deedsAt(snapshot: Snapshot, world: World): RegistrationDeed[] {
  const { context } = snapshot;
  if (snapshot.hasTag('question')) return questionDeeds(snapshot, world);
  switch (stateName(snapshot.value)) {
    case 'beginning':
      return [
        press('begin anew', { type: 'new.pressed' }, words.begin.new.label),
        press('go on with what is kept', { type: 'resume.pressed' }, words.begin.resume.label),
        back(),
      ];
    case 'resuming.typingCode':
      return [
        ...typeDeeds('code.typed', context.opening.code, { 'the code': CODE, 'a part of the code': 'D4' }),
        press('go on', { type: 'next.pressed' }, texts.common.next),
        back(),
      ];
    case 'resuming.typingSecret':
      return [
        ...typeDeeds('secret.typed', context.opening.secret, { 'the secret': SECRET, 'a part of it': '04' }),
        ...(context.opening.secret === SECRET
          ? openDeeds({ type: 'next.pressed' }, words.resume.open, world)
          : [press('go on', { type: 'next.pressed' }, words.resume.open)]),
        back(),
      ];
    case 'resuming.noMatch':
      return [press('try again', { type: 'retry.pressed' }, texts.common.tryAgain), back()];
    case 'resuming.locked':
      return [back()];
    case 'resuming.failed':
      return [...openDeeds({ type: 'retry.pressed' }, texts.common.tryAgain, world), back()];
    case 'resuming.unreadable':
      return [press('begin anew', { type: 'new.pressed' }, words.resume.newOne), back()];
    case 'away':
      return [press('leave', { type: 'leave.pressed' }, words.away.toHome), back()];
    case 'checking':
      return [
        ...commitDeeds({ type: 'send.pressed' }, words.check.send),
        ...keepDeeds({ type: 'keep.pressed' }, words.keep),
        ...changeDeeds(snapshot),
        back(),
      ];
    case 'notKept':
      return [...keepDeeds({ type: 'retry.pressed' }, words.notKept.retry), back(words.notKept.goOn)];
    case 'kept':
      return [settleDeed(words.kept.next)];
    case 'failed':
      return commitDeeds({ type: 'retry.pressed' }, words.failed.retry);
    case 'served':
      return context.isPaperSettled
        ? [press('go on', { type: 'paper.settled' }, texts.common.next)]
        : [settleDeed(words.ticket.next)];
    case 'explaining':
      return [press('finish', { type: 'finish.pressed' }, words.after.finish), back()];
    default:
      return [];
  }
}

/** What becomes of the paper is a machine of its own; here she took it. */
function settleDeed(label: string): RegistrationDeed {
  return {
    name: 'take the slip',
    events: [{ type: 'paper.settled' }],
    async act(hands) {
      await hands.press(label);
      await hands.visitor.sees('registration.slip');
      await hands.press(words.slip.taken);
    },
  };
}

function typeDeeds(
  type: 'code.typed' | 'secret.typed',
  typed: string,
  offered: Record<string, string>,
): RegistrationDeed[] {
  return Object.entries(offered)
    .filter(([, text]) => text !== typed)
    .map(([name, text]) => ({
      name: `write ${name}`,
      events: [{ type, text }],
      act: (hands) => hands.write(text),
    }));
}

type Outcome = [what: string, comes: EngineEvent, answer: ScriptedAnswer | null];

function outcomeDeeds(
  call: 'submission.submit' | 'draft.save' | 'draft.open',
  event: RegistrationEvent,
  label: string,
  outcomes: Outcome[],
): RegistrationDeed[] {
  return outcomes.map(([what, outcome, answer]) => ({
    name: `${call}: ${what}`,
    events: [event, outcome],
    async act(hands: Hands) {
      await hands.answer(call, answer);
      await hands.press(label);
    },
    patienceMs: LONG_PATIENCE_MS,
  }));
}

const broken = (actor: string): EngineEvent => ({
  type: `xstate.error.actor.${actor}`,
  error: new Error('scripted'),
});

function openDeeds(event: RegistrationEvent, label: string, { input }: World): RegistrationDeed[] {
  const kept = (draft: RegistrationDraft, passed: StepName[]) => ({
    record: toRecord({ draft, passed, vouchedFor: {} }, input.facts),
    savedAt: Date.now(),
    expiresAt: Date.now() + 86_400_000,
  });
  const begun = kept({ employerKind: 'company' }, ['employer-kind']);
  const strange = { ...begun, record: '{"v":9}' };
  const done = (output: unknown): EngineEvent => ({ type: 'xstate.done.actor.openDraft', output });
  return outcomeDeeds('draft.open', event, label, [
    ['half filled in', done(succeeded(begun)), succeeded(begun)],
    ['not to be read', done(succeeded(strange)), succeeded(strange)],
    ...['draft.no-match', 'draft.locked', 'intake.database'].map(
      (code): Outcome => [code, done(failed({ code })), failed({ code })],
    ),
    ['the engine breaks', broken('openDraft'), 'breaks'],
    ['nobody answers', { type: 'xstate.after.draftPatience.registration.resuming.opening' }, 'silent'],
  ]);
}

function keepDeeds(event: RegistrationEvent, label: string): RegistrationDeed[] {
  const kept = { code: CODE, secret: SECRET, slipId: SLIP_ID, expiresAt: Date.now() };
  return outcomeDeeds('draft.save', event, label, [
    ['kept', { type: 'xstate.done.actor.keepDraft', output: succeeded(kept) }, null],
    [
      'the disk is full',
      { type: 'xstate.done.actor.keepDraft', output: failed({ code: 'intake.disk-full' }) },
      failed({ code: 'intake.disk-full' }),
    ],
    ['the engine breaks', broken('keepDraft'), 'breaks'],
    ['nobody answers', { type: 'xstate.after.draftPatience.registration.keeping' }, 'silent'],
  ]);
}

function commitDeeds(event: RegistrationEvent, label: string): RegistrationDeed[] {
  const ticket = { number: CODE, secret: SECRET, qrText: 'EXAMPLE:QR', recordedAt: 0, slipId: SLIP_ID };
  return outcomeDeeds('submission.submit', event, label, [
    ['recorded', { type: 'xstate.done.actor.submit', output: succeeded(ticket) }, null],
    [
      'the disk is full',
      { type: 'xstate.done.actor.submit', output: failed({ code: 'intake.disk-full' }) },
      failed({ code: 'intake.disk-full' }),
    ],
    ['the engine breaks', broken('submit'), 'breaks'],
    ['nobody answers', { type: 'xstate.after.submitPatience.registration.committing' }, 'silent'],
  ]);
}

function changeDeeds({ context: { draft, facts } }: Snapshot): RegistrationDeed[] {
  return listedSteps(draft, facts)
    .filter((step) => CHANGED.includes(step))
    .map((step) => {
      const verb = stepNamed(step).isAnswered(draft, facts) ? words.check.change : words.check.fill;
      const row = words.check.rows[step as keyof typeof words.check.rows];
      return press(`change ${step}`, { type: 'change.pressed', step }, `${verb}: ${row}`);
    });
}

function viewAt({ context: { step, draft } }: Snapshot, { content }: World): QuestionView {
  return viewOf(step, { draft, texts: words, content, language: 'id' });
}

function questionDeeds(snapshot: Snapshot, world: World): RegistrationDeed[] {
  const { step } = snapshot.context;
  return [
    ...answerDeeds(snapshot, world),
    ...barDeeds(snapshot),
    // Kept from one of the questions: the button is the same at all.
    ...(step === 'scheme' ? keepDeeds({ type: 'keep.pressed' }, words.keep) : []),
    back(),
  ];
}

/** The one button at the bottom right: the screen shows the first of these that the machine takes. */
function barDeeds(snapshot: Snapshot): RegistrationDeed[] {
  const { step } = snapshot.context;
  if (snapshot.can({ type: 'doubt.kept' }))
    return [press('keep it', { type: 'doubt.kept' }, words.doubts.keep)];
  if (snapshot.can({ type: 'next.pressed' })) {
    return [
      press(
        'go on',
        { type: 'next.pressed' },
        step === 'too-young' ? words.tooYoung.goOn : texts.common.next,
      ),
    ];
  }
  return [press('skip', { type: 'skip.pressed' }, texts.common.skip)];
}

function answerDeeds(snapshot: Snapshot, world: World): RegistrationDeed[] {
  const { step, draft, facts } = snapshot.context;
  const view = viewAt(snapshot, world);
  switch (view.kind) {
    case 'one': {
      const shortest = Object.entries(facts.lists).sort(
        ([, a], [, b]) => (a?.keys.length ?? 0) - (b?.keys.length ?? 0),
      )[0]?.[0];
      const tried = BRANCHING.includes(step)
        ? view.answers
        : view.answers.filter(({ value }, at) => (step === 'scheme' ? value === shortest : at === 0));
      return tried.map(({ value, label }) =>
        press(`choose ${value}`, { type: 'answer.given', answer: view.toPatch(value) }, label),
      );
    }
    case 'text': {
      const { text, doubted, wrong } = TYPED[view.field] ?? { text: OTHER_TEXT };
      return [text, doubted, wrong].flatMap((typed, at): RegistrationDeed[] =>
        typed === undefined || draft[view.field] === typed
          ? []
          : [
              {
                name: ['write', 'write something doubtful', 'write something wrong'][at] ?? '',
                events: [{ type: 'answer.edited', answer: { [view.field]: typed } }],
                act: (hands) => hands.write(typed),
              },
            ],
      );
    }
    case 'country': {
      const country = world.content.countries.find(({ common }) => common);
      return country
        ? [
            press(
              `choose ${country.code}`,
              { type: 'answer.given', answer: { employerCountry: country.code } },
              country.name.id,
            ),
          ]
        : [];
    }
    case 'paper':
      return (['have', 'missing'] as const).map((state) =>
        press(
          `say ${state}`,
          { type: 'answer.given', answer: { documents: { ...draft.documents, [view.key]: state } } },
          words.answers.paper[state].label,
        ),
      );
    case 'consent':
      return [true, false].map((given) =>
        press(
          given ? 'agree' : 'disagree',
          { type: 'consent.chosen', purpose: view.purpose, given },
          given ? texts.consent.agree : texts.consent.disagree,
        ),
      );
    default:
      // Notices have nothing to answer; where she lives is chosen in registration.spec.ts.
      return [];
  }
}

function sightAt(snapshot: Snapshot, world: World): Sight {
  const { context } = snapshot;
  const name = stateName(snapshot.value);
  if (snapshot.hasTag('question')) {
    return {
      screen: `registration.${context.step.replace(':', '-')}`,
      ...answerSeen(snapshot, world),
      ...(context.doubts.length > 0 ? { words: [words.doubts.title] } : {}),
    };
  }
  switch (name) {
    case 'resuming.typingCode':
      return { screen: 'registration.resume-code', typed: typedCode.show(context.opening.code) };
    case 'resuming.typingSecret':
      return { screen: 'registration.resume-secret', typed: context.opening.secret };
    case 'away':
      return { screen: `registration.away-${awayOf(context.draft) ?? 'none'}` };
    default:
      return { screen: `registration.${SCREENS[name] ?? name}` };
  }
}

const SCREENS: Readonly<Record<string, string>> = {
  beginning: 'begin',
  'resuming.noMatch': 'no-match',
  'resuming.locked': 'locked',
  'resuming.failed': 'open-failed',
  'resuming.unreadable': 'unreadable',
  checking: 'check',
  notKept: 'not-kept',
  served: 'ticket',
  explaining: 'after',
};

/** The answer she gave stands where she gave it, however she came back. */
function answerSeen(snapshot: Snapshot, world: World): Partial<Sight> {
  const { draft, facts } = snapshot.context;
  const view = viewAt(snapshot, world);
  const one = (label: string | undefined) => ({ chosen: label === undefined ? [] : [label] });
  switch (view.kind) {
    case 'one':
      return one(view.answers.find(({ value }) => value === view.chosen)?.label);
    case 'text': {
      const kept = draft[view.field] ?? '';
      return { typed: view.shape ? view.shape.show(kept) : kept };
    }
    case 'country':
      return one(world.content.countries.find(({ code }) => code === draft.employerCountry)?.name.id);
    case 'paper': {
      const state = draft.documents?.[view.key];
      return one(state && words.answers.paper[state].label);
    }
    case 'consent': {
      const choice = choiceOf(view.purpose, draft, facts);
      return one(choice && (choice.given ? texts.consent.agree : texts.consent.disagree));
    }
    default:
      return {};
  }
}
