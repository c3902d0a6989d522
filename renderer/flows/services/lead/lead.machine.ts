import { assign, fromCallback, fromPromise, setup } from 'xstate';
import type { LeadAnswers } from '../../../../shared/domain/lead.ts';
import type { Result } from '../../../../shared/lib/result.ts';
import { changes, guards } from './lead.rules.ts';
import type { LeadContext, LeadEvent, LeadInput, LeadOutput, Slip, Ticket } from './lead.types.ts';
import { FIRST_STEP } from './steps.ts';

export type { LeadContext, LeadEvent, LeadInput, Slip, Ticket } from './lead.types.ts';

/** How long an answer from the main process is waited for before the flow goes on without it. */
export const PATIENCE_MS = { submit: 20_000, slip: 5_000 } as const;

export const leadMachine = setup({
  types: {
    input: {} as LeadInput,
    context: {} as LeadContext,
    events: {} as LeadEvent,
    output: {} as LeadOutput,
    tags: {} as 'question' | 'ticket' | 'busy',
  },
  actors: {
    /** Commits through the main process. Never prints, never sends. */
    submit: fromPromise<Result<Ticket>, { submissionId: string; answers: LeadAnswers }>(() =>
      Promise.reject(new Error('submit was not provided')),
    ),
    answerSlip: fromPromise<Result<Slip>, { slipId: string; taken: boolean }>(() =>
      Promise.reject(new Error('answerSlip was not provided')),
    ),
    retrySlip: fromPromise<Result<Slip>, { slipId: string }>(() =>
      Promise.reject(new Error('retrySlip was not provided')),
    ),
    /** Sends `slip.changed` whenever the main process says so. */
    watchSlip: fromCallback<LeadEvent, { slipId: string }>(() => {}),
  },
  delays: {
    submitPatience: PATIENCE_MS.submit,
    slipPatience: PATIENCE_MS.slip,
  },
  guards,
  actions: {
    takeAnswer: assign(changes.takeAnswer),
    clearAnswer: assign(changes.clearAnswer),
    recordConsent: assign(changes.recordConsent),
    noteFaults: assign(changes.noteFaults),
    noteDoubts: assign(changes.noteDoubts),
    dropNotices: assign(changes.dropNotices),
    vouch: assign(changes.vouch),
    goForward: assign(changes.goForward),
    goBack: assign(changes.goBack),
    goBackFromCheck: assign(changes.goBackFromCheck),
    goToChange: assign(changes.goToChange),
    freeze: assign(changes.freeze),
    keepLastSlip: () => {},
    assumeHandedOver: assign(changes.assumeHandedOver),
    noteSlip: assign(changes.noteSlip),
  },
}).createMachine({
  id: 'lead',
  context: ({ input }) => ({
    ...input,
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
  output: ({ context }) => (context.ticket ? { way: 'finished' } : { way: 'left', draft: context.draft }),
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
        /** Something must be put right; whatever she does about it takes the word away. */
        correcting: {
          on: {
            'answer.edited': {
              guard: 'belongsHere',
              actions: ['takeAnswer', 'dropNotices'],
              target: 'asking',
            },
            'consent.chosen': {
              guard: 'isThisConsent',
              actions: ['recordConsent', 'dropNotices'],
              target: 'asking',
            },
          },
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
            { guard: 'reachesCheck', actions: 'goForward', target: '#lead.checking' },
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
          if (!frozen) throw new Error('there is no request to commit');
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
    /** Nobody knows more than the problem says: only the same request may be tried again, with the same id. */
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
              guard: 'mayMissSlip',
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
            'finish.pressed': '#lead.finished',
            'back.pressed': { target: 'showingTicket' },
          },
        },
      },
    },
    finished: { type: 'final' },
    left: { type: 'final' },
  },
});
