import { assign, fromPromise, setup } from 'xstate';
import { MAX_ATTACHMENTS } from '../../../../shared/domain/attachment.ts';
import type { ConsentChoice, Doubt } from '../../../../shared/domain/complaint.ts';
import type { SubmissionBody } from '../../../../shared/domain/submission-body.ts';
import { failed, type Result } from '../../../../shared/lib/result.ts';
import type { ShowcaseStep } from '../../../texts/showcase.id.ts';
import { bodyOf } from './answers.ts';
import { EMPTY_DRAFT, type FormDraft, type FormFacts, type KeptPhoto } from './draft.ts';
import { doubtsAt, type Fault, faultAt, keptText, longestText } from './judge.ts';
import { isConsentStep, isTextStep, mayBeEmpty, stepsOf } from './steps.ts';

export const PHOTO_PATIENCE_MS = 15_000;

export interface FormInput {
  facts: FormFacts;
  /** Wall clock, Unix ms: the proof of a consent carries it. */
  now: () => number;
}

export interface FormContext extends FormInput {
  draft: FormDraft;
  step: ShowcaseStep;
  /** Questions left by going on, answered or not. */
  passed: readonly ShowcaseStep[];
  /** Set while she changes something from the check page: the draft before it. */
  before: FormDraft | null;
  fault: Fault | null;
  doubts: readonly Doubt[];
  /** Values she was asked to look at again and kept, by question. */
  vouchedFor: Readonly<Partial<Record<ShowcaseStep, string>>>;
  /** A photo that is being sealed. */
  taken: Uint8Array | null;
  /** A photo that is being taken back. */
  dropped: string | null;
  hasPhotoFailed: boolean;
  /** What she sent; null until then. */
  body: SubmissionBody | null;
}

export type FormEvent =
  /** One press that answers and goes on. */
  | { type: 'category.chosen'; category: NonNullable<FormDraft['category']> }
  | { type: 'text.typed'; text: string }
  | { type: 'marks.chosen'; marks: NonNullable<FormDraft['marks']> }
  | { type: 'consent.chosen'; given: boolean }
  | { type: 'camera.pressed' }
  | { type: 'photo.taken'; jpeg: Uint8Array }
  | { type: 'photo.cancelled' }
  | { type: 'photo.removed'; id: string }
  | { type: 'next.pressed' }
  | { type: 'skip.pressed' }
  | { type: 'back.pressed' }
  | { type: 'doubt.kept' }
  | { type: 'change.pressed'; step: ShowcaseStep }
  | { type: 'send.pressed' }
  | { type: 'leave.pressed' };

export type FormOutput = { way: 'left' } | { way: 'sent'; body: SubmissionBody };

/** The question after this one; null: the check page. On a change from there, only what was never asked is asked. */
export function stepAhead({ facts, draft, step, passed, before }: FormContext): ShowcaseStep | null {
  const steps = stepsOf(facts.form, draft);
  if (before) return steps.find((name) => name !== step && !passed.includes(name)) ?? null;
  return steps[steps.indexOf(step) + 1] ?? null;
}

function stepBehind({ facts, draft, step }: FormContext): ShowcaseStep | null {
  const steps = stepsOf(facts.form, draft);
  return steps[steps.indexOf(step) - 1] ?? null;
}

/** Doubts here, without those about a value she has vouched for. */
function openDoubts({ step, draft, vouchedFor }: FormContext): Doubt[] {
  if (!isTextStep(step) || vouchedFor[step] === keptText(step, draft)) return [];
  return doubtsAt(step, draft);
}

function isAnswered({ step, draft }: FormContext): boolean {
  if (step === 'photos') return draft.photos.length > 0;
  return !isTextStep(step) || keptText(step, draft) !== '';
}

/** Everything asked was passed, and nothing is open. */
function isComplete({ facts, passed, draft }: FormContext): boolean {
  return stepsOf(facts.form, draft).every(
    (step) => passed.includes(step) && faultAt(step, draft, facts) === null,
  );
}

function decision({ facts, now }: FormContext, given: boolean): ConsentChoice {
  return { purpose: facts.consent.purpose, given, textVersion: facts.consent.version, decidedAt: now() };
}

/** One form, question by question: faults are told when she goes on, doubts never block, back never loses an answer. */
export const formMachine = setup({
  types: {
    input: {} as FormInput,
    context: {} as FormContext,
    events: {} as FormEvent,
    output: {} as FormOutput,
    tags: {} as 'question' | 'busy',
  },
  actors: {
    /** Seals a photo in the main process and gives its id. */
    keepPhoto: fromPromise<Result<{ id: string }>, { jpeg: Uint8Array }>(async () =>
      failed({ code: 'bridge.no-answer' }),
    ),
    dropPhoto: fromPromise<Result<unknown>, { id: string }>(async () => failed({ code: 'bridge.no-answer' })),
  },
  delays: { photoPatience: PHOTO_PATIENCE_MS },
  guards: {
    fits: ({ context: { step }, event }) =>
      event.type === 'text.typed' && isTextStep(step) && event.text.length <= longestText(step),
    isAt: ({ context }, params: { step: ShowcaseStep }) => context.step === params.step,
    isConsent: ({ context }) => isConsentStep(context.step),
    hasRoomForPhoto: ({ context }) =>
      context.step === 'photos' &&
      context.draft.photos.length < (context.facts.mostPhotos ?? MAX_ATTACHMENTS),
    hasPhoto: ({ context, event }) =>
      event.type === 'photo.removed' && context.draft.photos.some(({ id }) => id === event.id),
    mayGoOn: ({ context }) => isAnswered(context) || !mayBeEmpty(context.step),
    maySkip: ({ context }) => mayBeEmpty(context.step) && !isAnswered(context),
    hasFault: ({ context }) => faultAt(context.step, context.draft, context.facts) !== null,
    hasDoubts: ({ context }) => openDoubts(context).length > 0,
    /** Interest without leave to call serves nobody, so nothing of it is kept. */
    refusesAll: ({ context }) =>
      context.facts.form === 'interest' &&
      isConsentStep(context.step) &&
      context.draft.consent?.given === false,
    reachesCheck: ({ context }) => stepAhead(context) === null,
    isFirst: ({ context }) => context.before === null && stepBehind(context) === null,
    isChanging: ({ context }) => context.before !== null,
    isListed: ({ context, event }) =>
      event.type === 'change.pressed' && stepsOf(context.facts.form, context.draft).includes(event.step),
    maySend: ({ context }) => bodyOf(context.draft, context.facts) !== null,
  },
  actions: {
    noteFault: assign({
      fault: ({ context }) => faultAt(context.step, context.draft, context.facts),
      doubts: [],
    }),
    noteDoubts: assign({ fault: null, doubts: ({ context }) => openDoubts(context) }),
    dropNotices: assign({ fault: null, doubts: [], hasPhotoFailed: false }),
    vouch: assign({
      vouchedFor: ({ context: { step, draft, vouchedFor } }) =>
        isTextStep(step) ? { ...vouchedFor, [step]: keptText(step, draft) } : vouchedFor,
    }),
    takeText: assign({
      draft: ({ context: { draft, step }, event }) =>
        event.type === 'text.typed' ? { ...draft, texts: { ...draft.texts, [step]: event.text } } : draft,
    }),
    /** Another kind can have other marks, so they are asked again. */
    takeCategory: assign(({ context: { draft, passed }, event }) =>
      event.type === 'category.chosen' && event.category !== draft.category
        ? {
            draft: { ...draft, category: event.category },
            passed: passed.filter((step) => step !== 'marks'),
          }
        : {},
    ),
    takeMarks: assign({
      draft: ({ context: { draft }, event }) =>
        event.type === 'marks.chosen' ? { ...draft, marks: event.marks } : draft,
    }),
    takeConsent: assign({
      draft: ({ context, event }) =>
        event.type === 'consent.chosen'
          ? { ...context.draft, consent: decision(context, event.given) }
          : context.draft,
    }),
    goForward: assign(({ context }) => {
      const ahead = stepAhead(context);
      const passed = context.passed.includes(context.step)
        ? context.passed
        : [...context.passed, context.step];
      return ahead === null ? { passed, before: null } : { passed, step: ahead };
    }),
    goBack: assign({ step: ({ context }) => stepBehind(context) ?? context.step }),
    /** A half change that left a question open is undone: the check page never shows an unfinished form. */
    endChange: assign(({ context }) => {
      if (context.before === null || isComplete(context)) return { before: null };
      const draft = context.before;
      return { draft, before: null, passed: stepsOf(context.facts.form, draft) };
    }),
    goToLast: assign({
      step: ({ context }) => stepsOf(context.facts.form, context.draft).at(-1) ?? context.step,
    }),
    goToChange: assign(({ context, event }) =>
      event.type === 'change.pressed' ? { step: event.step, before: context.draft } : {},
    ),
    addPhoto: assign(({ context }, params: { id: string }) => {
      const kept: KeptPhoto[] = context.taken ? [{ id: params.id, jpeg: context.taken }] : [];
      return { draft: { ...context.draft, photos: [...context.draft.photos, ...kept] }, taken: null };
    }),
    dropPhoto: assign(({ context, event }) =>
      event.type === 'photo.removed'
        ? {
            dropped: event.id,
            draft: { ...context.draft, photos: context.draft.photos.filter(({ id }) => id !== event.id) },
          }
        : {},
    ),
    freeze: assign({ body: ({ context }) => bodyOf(context.draft, context.facts) }),
    notePhotoFailed: assign({ hasPhotoFailed: true, taken: null }),
  },
}).createMachine({
  id: 'form',
  context: ({ input }) => ({
    ...input,
    draft: EMPTY_DRAFT,
    step: stepsOf(input.facts.form, EMPTY_DRAFT)[0] ?? 'product-name',
    passed: [],
    before: null,
    fault: null,
    doubts: [],
    vouchedFor: {},
    taken: null,
    dropped: null,
    hasPhotoFailed: false,
    body: null,
  }),
  initial: 'questioning',
  output: ({ context: { body } }) => (body ? { way: 'sent', body } : { way: 'left' }),
  states: {
    questioning: {
      tags: 'question',
      initial: 'asking',
      on: {
        'category.chosen': {
          guard: { type: 'isAt', params: { step: 'category' } },
          actions: 'takeCategory',
          target: '.leaving',
        },
        'text.typed': { guard: 'fits', actions: ['takeText', 'dropNotices'], target: '.asking' },
        'marks.chosen': {
          guard: { type: 'isAt', params: { step: 'marks' } },
          actions: ['takeMarks', 'dropNotices'],
          target: '.asking',
        },
        'consent.chosen': { guard: 'isConsent', actions: ['takeConsent', 'dropNotices'], target: '.asking' },
        'camera.pressed': { guard: 'hasRoomForPhoto', actions: 'dropNotices', target: 'photographing' },
        'photo.removed': {
          guard: 'hasPhoto',
          actions: ['dropPhoto', 'dropNotices'],
          target: 'droppingPhoto',
        },
        'next.pressed': { guard: 'mayGoOn', target: '.leaving' },
        'skip.pressed': { guard: 'maySkip', actions: 'dropNotices', target: '.goingOn' },
        'back.pressed': [
          { guard: 'isFirst', target: 'left' },
          { guard: 'isChanging', actions: ['dropNotices', 'endChange'], target: 'checking' },
          { actions: ['dropNotices', 'goBack'], target: '.asking' },
        ],
      },
      states: {
        asking: {},
        correcting: {},
        /** A value looks unusual. She looks again, and keeps it or changes it. */
        doubting: {
          on: {
            'next.pressed': {},
            'doubt.kept': { actions: ['vouch', 'dropNotices'], target: 'goingOn' },
          },
        },
        leaving: {
          always: [
            { guard: 'hasFault', actions: 'noteFault', target: 'correcting' },
            { guard: 'hasDoubts', actions: 'noteDoubts', target: 'doubting' },
            { guard: 'refusesAll', actions: 'dropNotices', target: '#form.refused' },
            { actions: 'dropNotices', target: 'goingOn' },
          ],
        },
        goingOn: {
          always: [
            { guard: 'reachesCheck', actions: 'goForward', target: '#form.checking' },
            { actions: 'goForward', target: 'asking' },
          ],
        },
      },
    },
    /** The camera's own screen. */
    photographing: {
      on: {
        'photo.taken': { actions: assign({ taken: ({ event }) => event.jpeg }), target: 'keepingPhoto' },
        'photo.cancelled': 'questioning',
      },
    },
    keepingPhoto: {
      tags: ['question', 'busy'],
      invoke: {
        id: 'keepPhoto',
        src: 'keepPhoto',
        input: ({ context }) => {
          if (!context.taken) throw new Error('there is no photo to keep');
          return { jpeg: context.taken };
        },
        onDone: [
          {
            guard: ({ event }) => event.output.ok,
            actions: {
              type: 'addPhoto',
              params: ({ event }) => ({ id: event.output.ok ? event.output.value.id : '' }),
            },
            target: 'questioning',
          },
          { actions: 'notePhotoFailed', target: 'questioning' },
        ],
        onError: { actions: 'notePhotoFailed', target: 'questioning' },
      },
      after: { photoPatience: { actions: 'notePhotoFailed', target: 'questioning' } },
    },
    /** It is off the screen at once. If main did not hear of it, it is gone with the visit, because nothing names it. */
    droppingPhoto: {
      tags: ['question', 'busy'],
      invoke: {
        id: 'dropPhoto',
        src: 'dropPhoto',
        input: ({ context }) => ({ id: context.dropped ?? '' }),
        onDone: 'questioning',
        onError: 'questioning',
      },
      after: { photoPatience: 'questioning' },
    },
    refused: {
      on: { 'back.pressed': 'questioning', 'leave.pressed': 'left' },
    },
    checking: {
      on: {
        'change.pressed': { guard: 'isListed', actions: 'goToChange', target: 'questioning' },
        'back.pressed': { actions: 'goToLast', target: 'questioning' },
        'send.pressed': { guard: 'maySend', actions: 'freeze', target: 'sent' },
      },
    },
    sent: { type: 'final' },
    left: { type: 'final' },
  },
});
