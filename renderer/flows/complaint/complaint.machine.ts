import { assign, fromCallback, fromPromise, setup } from 'xstate';
import type { CallOutput } from '../../../shared/contract/ipc.ts';
import type { ComplaintAnswers, ConsentPurpose, Doubt } from '../../../shared/domain/complaint.ts';
import type { Problem, Result } from '../../../shared/lib/result.ts';
import { toAnswers } from './answers.ts';
import { isConsentStep, PURPOSE_OF, withConsent } from './consents.ts';
import { doubtsAt, textAt } from './doubts.ts';
import { type ComplaintFacts, type ComplaintPatch, withAnswers } from './draft.ts';
import { type Fault, faultsAt, fits } from './faults.ts';
import { FIRST_STEP, listedSteps, type StepName, stepNamed } from './steps.ts';
import { type Place, type Walked, walkBack, walkBackFromCheck, walkForward, walkToChange } from './walk.ts';

export type Ticket = CallOutput<'complaint.submit'>;
export type Slip = CallOutput<'slip.read'>;

/** How long an answer from the main process is waited for before the flow goes on without it. */
export const PATIENCE_MS = { submit: 20_000, slip: 5_000 } as const;

export interface ComplaintInput {
  /** Made once per complaint and kept over every retry, so that asking twice commits once. */
  submissionId: string;
  facts: ComplaintFacts;
  /** Wall clock, Unix ms: the proof of a consent carries it. */
  now: () => number;
}

export interface ComplaintContext extends ComplaintInput, Place {
  faults: readonly Fault[];
  doubts: readonly Doubt[];
  /** Values she was asked to look at again and kept, by field. */
  vouchedFor: Readonly<Record<string, string>>;
  /** What was sent first is what is sent again: one id never carries two different complaints. */
  frozen: ComplaintAnswers | null;
  problem: Problem | null;
  ticket: Ticket | null;
  slip: Slip | null;
  /** Her own word about the paper; null until she has said it. */
  slipTaken: boolean | null;
}

export type ComplaintEvent =
  /** One tap that answers and goes on. */
  | { type: 'answer.given'; answer: ComplaintPatch }
  /** Typing and ticking: answers and stays. */
  | { type: 'answer.edited'; answer: ComplaintPatch }
  | { type: 'consent.chosen'; purpose: ConsentPurpose; given: boolean }
  | { type: 'next.pressed' }
  | { type: 'skip.pressed' }
  | { type: 'back.pressed' }
  | { type: 'doubt.kept' }
  | { type: 'change.pressed'; step: StepName }
  | { type: 'send.pressed' }
  | { type: 'retry.pressed' }
  | { type: 'slip.changed'; slip: Slip }
  | { type: 'slip.taken' }
  | { type: 'slip.missing' }
  | { type: 'slip.retried' }
  | { type: 'finish.pressed' };

/** What the lobby learns when the flow ends: nothing but which way out she took. */
export interface ComplaintOutput {
  way: 'finished' | 'left';
}

/** Doubts at this question, without those about a value she has already vouched for. */
function openDoubts({ step, draft, vouchedFor }: ComplaintContext): Doubt[] {
  return doubtsAt(step, draft).filter((doubt) => vouchedFor[doubt.field] !== textAt(doubt.field, draft));
}

const placeOf = ({ at: _, ...place }: Walked): Place => place;

export const complaintMachine = setup({
  types: {
    input: {} as ComplaintInput,
    context: {} as ComplaintContext,
    events: {} as ComplaintEvent,
    output: {} as ComplaintOutput,
    tags: {} as 'question' | 'ticket' | 'busy',
  },
  actors: {
    /** Commits through the main process. Never prints, never sends. */
    submit: fromPromise<Result<Ticket>, { submissionId: string; answers: ComplaintAnswers }>(() =>
      Promise.reject(new Error('submit was not provided')),
    ),
    answerSlip: fromPromise<Result<Slip>, { slipId: string; taken: boolean }>(() =>
      Promise.reject(new Error('answerSlip was not provided')),
    ),
    retrySlip: fromPromise<Result<Slip>, { slipId: string }>(() =>
      Promise.reject(new Error('retrySlip was not provided')),
    ),
    /** Sends `slip.changed` whenever the main process says so. */
    watchSlip: fromCallback<ComplaintEvent, { slipId: string }>(() => {}),
  },
  delays: {
    submitPatience: PATIENCE_MS.submit,
    slipPatience: PATIENCE_MS.slip,
  },
  guards: {
    belongsHere: ({ context, event }) => {
      if (event.type !== 'answer.given' && event.type !== 'answer.edited') return false;
      const { fields } = stepNamed(context.step);
      return (
        Object.keys(event.answer).every((field) => fields.some((own) => own === field)) && fits(event.answer)
      );
    },
    isThisConsent: ({ context, event }) =>
      event.type === 'consent.chosen' &&
      isConsentStep(context.step) &&
      PURPOSE_OF[context.step] === event.purpose,
    mayGoOn: ({ context: { step, draft, facts } }) => {
      const question = stepNamed(step);
      return (
        question.fields.length === 0 ||
        question.isAnswered(draft, facts) ||
        faultsAt(step, draft, facts).length > 0
      );
    },
    maySkip: ({ context: { step, draft, facts } }) => {
      const question = stepNamed(step);
      return (
        question.optional &&
        question.fields.length > 0 &&
        !question.isAnswered(draft, facts) &&
        faultsAt(step, draft, facts).length === 0
      );
    },
    hasFaults: ({ context }) => faultsAt(context.step, context.draft, context.facts).length > 0,
    hasOpenFaults: ({ context }) => context.faults.length > 0,
    hasDoubts: ({ context }) => openDoubts(context).length > 0,
    reachesCheck: ({ context }) => walkForward(context, context.facts).at === 'checking',
    leaves: ({ context }) => walkBack(context, context.facts).at === 'left',
    returnsToCheck: ({ context }) => walkBack(context, context.facts).at === 'checking',
    isListed: ({ context, event }) =>
      event.type === 'change.pressed' && listedSteps(context.draft, context.facts).includes(event.step),
    maySend: ({ context }) => toAnswers(context.draft, context.facts) !== null,
    isOurSlip: ({ context, event }) =>
      event.type === 'slip.changed' && event.slip.slipId === context.ticket?.slipId,
    slipIsOpen: ({ context }) => context.slipTaken === null && context.slip?.state !== 'failed',
    slipFailed: ({ context }) => context.slipTaken === null && context.slip?.state === 'failed',
    /** She has said what became of it. */
    slipIsSettled: ({ context }) => context.slipTaken !== null,
  },
  actions: {
    takeAnswer: assign(({ context, event }) =>
      event.type === 'answer.given' || event.type === 'answer.edited'
        ? { draft: withAnswers(context.draft, event.answer) }
        : {},
    ),
    clearAnswer: assign(({ context }) => ({
      draft: withAnswers(
        context.draft,
        Object.fromEntries(stepNamed(context.step).fields.map((field) => [field, undefined])),
      ),
    })),
    recordConsent: assign(({ context: { draft, facts, now }, event }) =>
      event.type === 'consent.chosen'
        ? {
            draft: {
              ...draft,
              consents: withConsent(draft, facts, {
                purpose: event.purpose,
                given: event.given,
                decidedAt: now(),
              }),
            },
          }
        : {},
    ),
    noteFaults: assign(({ context }) => ({ faults: faultsAt(context.step, context.draft, context.facts) })),
    keepOpenFaults: assign(({ context: { step, draft, facts, faults } }) => {
      const standing = faultsAt(step, draft, facts);
      return { faults: faults.filter(({ field }) => standing.some((fault) => fault.field === field)) };
    }),
    noteDoubts: assign(({ context }) => ({ faults: [], doubts: openDoubts(context) })),
    dropNotices: assign({ faults: [], doubts: [] }),
    vouch: assign(({ context }) => ({
      vouchedFor: {
        ...context.vouchedFor,
        ...Object.fromEntries(context.doubts.map(({ field }) => [field, textAt(field, context.draft)])),
      },
    })),
    goForward: assign(({ context }) => placeOf(walkForward(context, context.facts))),
    goBack: assign(({ context }) => placeOf(walkBack(context, context.facts))),
    goBackFromCheck: assign(({ context }) => placeOf(walkBackFromCheck(context, context.facts))),
    goToChange: assign(({ context, event }) =>
      event.type === 'change.pressed' ? placeOf(walkToChange(context, event.step)) : {},
    ),
    freeze: assign(({ context }) => ({ frozen: toAnswers(context.draft, context.facts) })),
    keepLastSlip: () => {},
    assumeHandedOver: assign(({ context: { slip } }) => ({
      slip: slip && { ...slip, state: 'handed-over' as const },
    })),
    noteSlip: assign(({ event }) => (event.type === 'slip.changed' ? { slip: event.slip } : {})),
  },
}).createMachine({
  id: 'complaint',
  context: ({ input }) => ({
    ...input,
    draft: {},
    step: FIRST_STEP,
    passed: [],
    change: null,
    faults: [],
    doubts: [],
    vouchedFor: {},
    frozen: null,
    problem: null,
    ticket: null,
    slip: null,
    slipTaken: null,
  }),
  initial: 'questioning',
  output: ({ context }) => ({ way: context.ticket ? 'finished' : 'left' }),
  states: {
    questioning: {
      tags: 'question',
      initial: 'asking',
      on: {
        'answer.given': { guard: 'belongsHere', actions: 'takeAnswer', target: '.leaving' },
        'answer.edited': { guard: 'belongsHere', actions: 'takeAnswer' },
        'consent.chosen': { guard: 'isThisConsent', actions: 'recordConsent' },
        'next.pressed': { guard: 'mayGoOn', target: '.leaving' },
        'skip.pressed': { guard: 'maySkip', actions: ['clearAnswer', 'dropNotices'], target: '.goingOn' },
        'back.pressed': [
          { guard: 'leaves', target: 'left' },
          { guard: 'returnsToCheck', actions: ['goBack', 'dropNotices'], target: 'checking' },
          { actions: ['goBack', 'dropNotices'], target: '.asking' },
        ],
      },
      states: {
        asking: {},
        /** Something must be put right; what was put right is not complained about any longer. */
        correcting: {
          on: {
            'answer.edited': {
              guard: 'belongsHere',
              actions: ['takeAnswer', 'keepOpenFaults'],
              target: 'rereading',
            },
            'consent.chosen': {
              guard: 'isThisConsent',
              actions: ['recordConsent', 'keepOpenFaults'],
              target: 'rereading',
            },
          },
        },
        rereading: {
          always: [{ guard: 'hasOpenFaults', target: 'correcting' }, { target: 'asking' }],
        },
        /** A value looks wrong. It never blocks: she looks again, and keeps it or changes it. */
        doubting: {
          on: {
            'answer.edited': {
              guard: 'belongsHere',
              actions: ['takeAnswer', 'dropNotices'],
              target: 'asking',
            },
            'next.pressed': {},
            'doubt.kept': { actions: ['vouch', 'dropNotices'], target: 'goingOn' },
          },
        },
        leaving: {
          always: [
            { guard: 'hasFaults', actions: 'noteFaults', target: 'correcting' },
            { guard: 'hasDoubts', actions: 'noteDoubts', target: 'doubting' },
            { actions: 'dropNotices', target: 'goingOn' },
          ],
        },
        goingOn: {
          always: [
            { guard: 'reachesCheck', actions: 'goForward', target: '#complaint.checking' },
            { actions: 'goForward', target: 'asking' },
          ],
        },
      },
    },
    checking: {
      on: {
        'change.pressed': { guard: 'isListed', actions: 'goToChange', target: 'questioning' },
        'back.pressed': { actions: 'goBackFromCheck', target: 'questioning' },
        'send.pressed': { guard: 'maySend', actions: 'freeze', target: 'committing' },
      },
    },
    committing: {
      tags: 'busy',
      invoke: {
        id: 'submit',
        src: 'submit',
        input: ({ context: { submissionId, frozen } }) => {
          if (!frozen) throw new Error('there is no complaint to commit');
          return { submissionId, answers: frozen };
        },
        onDone: [
          {
            guard: ({ event }) => event.output.ok,
            target: 'served',
            actions: assign(({ event }) =>
              event.output.ok
                ? {
                    ticket: event.output.value,
                    problem: null,
                    slip: { slipId: event.output.value.slipId, state: 'queued', trouble: null },
                  }
                : {},
            ),
          },
          {
            target: 'failed',
            actions: assign(({ event }) => ({ problem: event.output.ok ? null : event.output.problem })),
          },
        ],
        onError: { target: 'failed', actions: assign({ problem: { code: 'flow.unexpected' } }) },
      },
      after: {
        submitPatience: { target: 'failed', actions: assign({ problem: { code: 'flow.no-answer' } }) },
      },
    },
    /** Nobody knows more than the problem says: only the same complaint may be tried again, with the same id. */
    failed: {
      on: { 'retry.pressed': 'committing' },
    },
    served: {
      tags: 'ticket',
      initial: 'showingTicket',
      invoke: {
        id: 'watchSlip',
        src: 'watchSlip',
        input: ({ context: { ticket } }) => ({ slipId: ticket?.slipId ?? '' }),
        // Without news of the slip the question still stands, and she can look for herself.
        onError: { actions: 'keepLastSlip' },
      },
      on: { 'slip.changed': { guard: 'isOurSlip', actions: 'noteSlip' } },
      states: {
        /** The number stands large while the slip comes out; nobody gets past it without a word about the slip. */
        showingTicket: {
          on: {
            'slip.taken': {
              guard: 'slipIsOpen',
              actions: assign({ slipTaken: true }),
              target: 'tellingSlip',
            },
            'slip.missing': {
              guard: 'slipIsOpen',
              actions: assign({ slipTaken: false }),
              target: 'tellingSlip',
            },
            'slip.retried': { guard: 'slipFailed', target: 'retryingSlip' },
            'next.pressed': [
              { guard: 'slipIsSettled', target: 'explaining' },
              { guard: 'slipFailed', actions: assign({ slipTaken: false }), target: 'tellingSlip' },
              { target: 'askingSlip' },
            ],
          },
        },
        askingSlip: {
          on: {
            'slip.taken': { actions: assign({ slipTaken: true }), target: 'tellingSlip' },
            'slip.missing': { actions: assign({ slipTaken: false }), target: 'tellingSlip' },
            'slip.retried': { guard: 'slipFailed', target: 'retryingSlip' },
            'back.pressed': { target: 'showingTicket' },
          },
        },
        retryingSlip: {
          tags: 'busy',
          invoke: {
            id: 'retrySlip',
            src: 'retrySlip',
            input: ({ context: { ticket } }) => ({ slipId: ticket?.slipId ?? '' }),
            onDone: {
              actions: assign(({ event }) => (event.output.ok ? { slip: event.output.value } : {})),
              target: 'showingTicket',
            },
            onError: 'showingTicket',
          },
          after: { slipPatience: 'showingTicket' },
        },
        /**
         * A lost word about the slip holds nobody up: a slip that nobody confirmed goes to the counter when the visit
         * ends, so that is what the screen says.
         */
        tellingSlip: {
          tags: 'busy',
          invoke: {
            id: 'answerSlip',
            src: 'answerSlip',
            input: ({ context: { ticket, slipTaken } }) => ({
              slipId: ticket?.slipId ?? '',
              taken: slipTaken === true,
            }),
            onDone: {
              actions: assign(({ event }) => (event.output.ok ? { slip: event.output.value } : {})),
              target: 'settled',
            },
            onError: 'settled',
          },
          after: { slipPatience: 'settled' },
        },
        settled: {
          always: [
            { guard: ({ context }) => context.slipTaken === true, target: 'explaining' },
            { actions: 'assumeHandedOver', target: 'withoutSlip' },
          ],
        },
        /** The same large number, now to photograph or write down. */
        withoutSlip: {
          on: { 'next.pressed': { target: 'explaining' } },
        },
        explaining: {
          on: {
            'finish.pressed': '#complaint.finished',
            'back.pressed': { target: 'showingTicket' },
          },
        },
      },
    },
    finished: { type: 'final' },
    left: { type: 'final' },
  },
});
