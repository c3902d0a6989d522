import { assign, fromPromise, setup } from 'xstate';
import type { RegistrationAnswers } from '../../../shared/domain/registration.ts';
import type { Problem, Result } from '../../../shared/lib/result.ts';
import { changes, NOTHING_TYPED, resume } from './registration.changes.ts';
import { guards, isAllAsked, isReadable } from './registration.guards.ts';
import type {
  KeptDraft,
  OpenedDraft,
  RegistrationContext,
  RegistrationEvent,
  RegistrationInput,
  RegistrationOutput,
  Ticket,
} from './registration.types.ts';
import { toRecord } from './saved.ts';
import { FIRST_STEP } from './steps.ts';

export type { RegistrationContext, RegistrationEvent, RegistrationInput } from './registration.types.ts';

/** How long an answer from the main process is waited for before the flow goes on without it. */
export const PATIENCE_MS = { submit: 20_000, draft: 15_000 } as const;

const noAnswer: Problem = { code: 'flow.no-answer' };
const unexpected: Problem = { code: 'flow.unexpected' };

export const registrationMachine = setup({
  types: {
    input: {} as RegistrationInput,
    context: {} as RegistrationContext,
    events: {} as RegistrationEvent,
    output: {} as RegistrationOutput,
    tags: {} as 'question' | 'busy',
  },
  actors: {
    /** Commits through the main process. Never prints, never sends. */
    submit: fromPromise<Result<Ticket>, { submissionId: string; answers: RegistrationAnswers }>(() =>
      Promise.reject(new Error('submit was not provided')),
    ),
    keepDraft: fromPromise<Result<KeptDraft>, { requestId: string; record: string }>(() =>
      Promise.reject(new Error('keepDraft was not provided')),
    ),
    /** `code` and `secret` as typed, eight and six characters. */
    openDraft: fromPromise<Result<OpenedDraft>, { code: string; secret: string }>(() =>
      Promise.reject(new Error('openDraft was not provided')),
    ),
  },
  delays: { submitPatience: PATIENCE_MS.submit, draftPatience: PATIENCE_MS.draft },
  guards,
  actions: {
    takeAnswer: assign(changes.takeAnswer),
    clearAnswer: assign(changes.clearAnswer),
    recordConsent: assign(changes.recordConsent),
    takeReading: assign(changes.takeReading),
    noteFaults: assign(changes.noteFaults),
    keepOpenFaults: assign(changes.keepOpenFaults),
    noteDoubts: assign(changes.noteDoubts),
    dropNotices: assign(changes.dropNotices),
    vouch: assign(changes.vouch),
    goForward: assign(changes.goForward),
    goBack: assign(changes.goBack),
    goBackFromCheck: assign(changes.goBackFromCheck),
    goToChange: assign(changes.goToChange),
    freeze: assign(changes.freeze),
    wishToKeep: assign(changes.wishToKeep),
    forgetTyped: assign({ opening: NOTHING_TYPED, problem: null }),
  },
}).createMachine({
  id: 'registration',
  context: ({ input }) => ({
    ...input,
    draft: {},
    step: FIRST_STEP,
    passed: [],
    change: null,
    faults: [],
    doubts: [],
    vouchedFor: {},
    reading: null,
    opening: NOTHING_TYPED,
    isListNew: false,
    keepsFrom: 'questioning',
    keepRequestId: '',
    kept: null,
    frozen: null,
    problem: null,
    ticket: null,
    isPaperSettled: false,
  }),
  initial: 'beginning',
  output: ({ context }) => ({ way: context.ticket || context.kept ? 'finished' : 'left' }),
  states: {
    beginning: {
      on: {
        'new.pressed': 'questioning',
        'resume.pressed': 'resuming',
        'back.pressed': 'left',
      },
    },
    /** Code, then secret, as they stand on the slip. */
    resuming: {
      initial: 'typingCode',
      states: {
        typingCode: {
          on: {
            'code.typed': {
              actions: assign({
                opening: ({ context, event }) => ({ ...context.opening, code: event.text, fault: null }),
              }),
            },
            'next.pressed': [
              { guard: 'codeIsWhole', target: 'typingSecret' },
              {
                actions: assign({
                  opening: ({ context: { opening } }) => ({
                    ...opening,
                    fault: opening.code === '' ? 'empty' : 'short',
                  }),
                }),
              },
            ],
            'back.pressed': { actions: 'forgetTyped', target: '#registration.beginning' },
          },
        },
        typingSecret: {
          on: {
            'secret.typed': {
              actions: assign({
                opening: ({ context, event }) => ({ ...context.opening, secret: event.text, fault: null }),
              }),
            },
            'next.pressed': [
              { guard: 'secretIsWhole', target: 'opening' },
              {
                actions: assign({
                  opening: ({ context: { opening } }) => ({
                    ...opening,
                    fault: opening.secret === '' ? 'empty' : 'short',
                  }),
                }),
              },
            ],
            'back.pressed': {
              actions: assign({ opening: ({ context }) => ({ ...context.opening, fault: null }) }),
              target: 'typingCode',
            },
          },
        },
        opening: {
          tags: 'busy',
          invoke: {
            id: 'openDraft',
            src: 'openDraft',
            input: ({ context: { opening } }) => ({ code: opening.code, secret: opening.secret }),
            onDone: [
              {
                guard: ({ context, event: { output } }) =>
                  output.ok && isAllAsked({ context, event: { type: 'resume.pressed' } }, output.value),
                actions: assign(({ context, event: { output } }) =>
                  output.ok ? resume({ context, event: { type: 'resume.pressed' } }, output.value) : {},
                ),
                target: '#registration.checking',
              },
              {
                guard: ({ context, event: { output } }) =>
                  output.ok && isReadable({ context, event: { type: 'resume.pressed' } }, output.value),
                actions: assign(({ context, event: { output } }) =>
                  output.ok ? resume({ context, event: { type: 'resume.pressed' } }, output.value) : {},
                ),
                target: '#registration.questioning',
              },
              { guard: ({ event }) => event.output.ok, actions: 'forgetTyped', target: 'unreadable' },
              {
                guard: ({ event: { output } }) => !output.ok && output.problem.code === 'draft.no-match',
                target: 'noMatch',
              },
              {
                guard: ({ event: { output } }) => !output.ok && output.problem.code === 'draft.locked',
                actions: assign(({ event: { output } }) => ({ problem: output.ok ? null : output.problem })),
                target: 'locked',
              },
              {
                actions: assign(({ event: { output } }) => ({ problem: output.ok ? null : output.problem })),
                target: 'failed',
              },
            ],
            onError: { actions: assign({ problem: unexpected }), target: 'failed' },
          },
          after: { draftPatience: { actions: assign({ problem: noAnswer }), target: 'failed' } },
        },
        noMatch: {
          on: {
            'retry.pressed': {
              actions: assign({ opening: ({ context }) => ({ ...context.opening, secret: '' }) }),
              target: 'typingCode',
            },
            'back.pressed': { actions: 'forgetTyped', target: '#registration.beginning' },
          },
        },
        locked: { on: { 'back.pressed': { actions: 'forgetTyped', target: '#registration.beginning' } } },
        failed: {
          on: {
            'retry.pressed': 'opening',
            'back.pressed': { actions: 'forgetTyped', target: '#registration.beginning' },
          },
        },
        /** Another version wrote it, or it is broken. It stays where it is. */
        unreadable: {
          on: { 'new.pressed': '#registration.questioning', 'back.pressed': '#registration.beginning' },
        },
      },
    },
    questioning: {
      tags: 'question',
      initial: 'asking',
      on: {
        'answer.given': { guard: 'belongsHere', actions: 'takeAnswer', target: '.leaving' },
        'answer.edited': { guard: 'belongsHere', actions: 'takeAnswer' },
        'consent.chosen': { guard: 'isThisConsent', actions: 'recordConsent' },
        'passport.read': {
          guard: 'isAtPassport',
          actions: ['takeReading', 'dropNotices'],
          target: '.asking',
        },
        'next.pressed': { guard: 'mayGoOn', target: '.leaving' },
        'skip.pressed': { guard: 'maySkip', actions: ['clearAnswer', 'dropNotices'], target: '.goingOn' },
        'back.pressed': [
          { guard: 'leaves', actions: 'dropNotices', target: 'beginning' },
          { guard: 'returnsToCheck', actions: ['goBack', 'dropNotices'], target: 'checking' },
          { actions: ['goBack', 'dropNotices'], target: '.asking' },
        ],
        'keep.pressed': {
          guard: 'mayKeep',
          actions: ['wishToKeep', 'dropNotices', assign({ keepsFrom: 'questioning' })],
          target: 'keeping',
        },
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
            { guard: 'leadsAway', actions: 'dropNotices', target: '#registration.away' },
            { guard: 'hasFaults', actions: 'noteFaults', target: 'correcting' },
            { guard: 'hasDoubts', actions: 'noteDoubts', target: 'doubting' },
            { actions: 'dropNotices', target: 'goingOn' },
          ],
        },
        goingOn: {
          always: [
            { guard: 'reachesCheck', actions: 'goForward', target: '#registration.checking' },
            { actions: 'goForward', target: 'asking' },
          ],
        },
      },
    },
    /** This task is not hers: what is, and the way there. */
    away: {
      on: { 'back.pressed': 'questioning', 'leave.pressed': 'left' },
    },
    checking: {
      on: {
        'change.pressed': { guard: 'isListed', actions: 'goToChange', target: 'questioning' },
        'back.pressed': { actions: 'goBackFromCheck', target: 'questioning' },
        'keep.pressed': {
          actions: ['wishToKeep', assign({ keepsFrom: 'checking' })],
          target: 'keeping',
        },
        'send.pressed': { guard: 'maySend', actions: 'freeze', target: 'committing' },
      },
    },
    keeping: {
      tags: 'busy',
      invoke: {
        id: 'keepDraft',
        src: 'keepDraft',
        input: ({ context }) => ({
          requestId: context.keepRequestId,
          record: toRecord(context, context.facts),
        }),
        onDone: [
          {
            guard: ({ event }) => event.output.ok,
            actions: assign(({ event: { output } }) =>
              output.ok ? { kept: output.value, problem: null } : {},
            ),
            target: 'kept',
          },
          {
            actions: assign(({ event: { output } }) => ({ problem: output.ok ? null : output.problem })),
            target: 'notKept',
          },
        ],
        onError: { actions: assign({ problem: unexpected }), target: 'notKept' },
      },
      after: { draftPatience: { actions: assign({ problem: noAnswer }), target: 'notKept' } },
    },
    /** Everything she said is still here; only the keeping failed. */
    notKept: {
      on: {
        'retry.pressed': 'keeping',
        'back.pressed': [{ guard: 'keepsFromCheck', target: 'checking' }, { target: 'questioning' }],
      },
    },
    /** Code and secret stand large until she is done with the paper. */
    kept: { on: { 'paper.settled': 'finished' } },
    committing: {
      tags: 'busy',
      invoke: {
        id: 'submit',
        src: 'submit',
        input: ({ context: { submissionId, frozen } }) => {
          if (!frozen) throw new Error('there is no registration to commit');
          return { submissionId, answers: frozen };
        },
        onDone: [
          {
            guard: ({ event }) => event.output.ok,
            actions: assign(({ event: { output } }) =>
              output.ok ? { ticket: output.value, problem: null } : {},
            ),
            target: 'served',
          },
          {
            actions: assign(({ event: { output } }) => ({ problem: output.ok ? null : output.problem })),
            target: 'failed',
          },
        ],
        onError: { actions: assign({ problem: unexpected }), target: 'failed' },
      },
      after: { submitPatience: { actions: assign({ problem: noAnswer }), target: 'failed' } },
    },
    /** Nobody knows more than the problem says: only the same registration may be tried again, with the same id. */
    failed: { on: { 'retry.pressed': 'committing' } },
    /** The ticket, until she said what became of the paper. */
    served: {
      on: { 'paper.settled': { actions: assign({ isPaperSettled: true }), target: 'explaining' } },
    },
    explaining: { on: { 'finish.pressed': 'finished', 'back.pressed': 'served' } },
    finished: { type: 'final' },
    left: { type: 'final' },
  },
});
