import { assign, fromCallback, fromPromise, setup } from 'xstate';
import { MAX_ATTACHMENTS } from '../../../../shared/domain/attachment.ts';
import { actsFor, type FollowUpAnswers, withdrawablePurposes } from '../../../../shared/domain/follow-up.ts';
import { cleanText } from '../../../../shared/lib/clean-text.ts';
import type { Result } from '../../../../shared/lib/result.ts';
import { answersOf, doubtsAbout, MOST_PHONE, MOST_TEXT } from './answers.ts';
import type {
  Addition,
  FollowUpContext,
  FollowUpEvent,
  FollowUpInput,
  FollowUpOutput,
  Slip,
} from './follow-up.types.ts';

/** How long an answer from the main process is waited for before the flow goes on without it. */
export const PATIENCE_MS = { submit: 20_000, photo: 15_000, slip: 5_000 } as const;

/** After these nobody may think that a retry could help: the ticket is not open any more. */
const NOT_OPEN = ['follow-up.not-opened', 'intake.visit-over'];

const missing = (what: string) => () => Promise.reject(new Error(`${what} was not provided`));

/** One addition to a ticket that is open: what, its few answers, a look at them, and the commit. Nothing earlier is changed. */
export const followUpMachine = setup({
  types: {
    input: {} as FollowUpInput,
    context: {} as FollowUpContext,
    events: {} as FollowUpEvent,
    output: {} as FollowUpOutput,
    tags: {} as 'busy' | 'served',
  },
  actors: {
    storePhoto: fromPromise<Result<{ id: string }>, { jpeg: Uint8Array<ArrayBuffer> }>(missing('storePhoto')),
    submit: fromPromise<Result<Addition>, { submissionId: string; answers: FollowUpAnswers }>(
      missing('submit'),
    ),
    answerSlip: fromPromise<Result<Slip>, { slipId: string; taken: boolean }>(missing('answerSlip')),
    retrySlip: fromPromise<Result<Slip>, { slipId: string }>(missing('retrySlip')),
    /** Sends `slip.changed` whenever the main process says so. */
    watchSlip: fromCallback<FollowUpEvent, { slipId: string }>(() => {}),
  },
  actions: {
    /** A sealed photo that no addition will name; the visit's end would take it as well. */
    dropPhoto: (_, _params: { id: string }) => {},
    sayEmpty: assign({ isEmpty: true }),
    freeze: assign({ frozen: ({ context }) => answersOf(context), problem: null }),
  },
  guards: {
    isOffered: ({ context, event }) =>
      event.type === 'act.chosen' && actsFor(context.kind).includes(event.act),
    hasText: ({ context }) => cleanText(context.text) !== '',
    hasPhotos: ({ context }) => context.photos.length > 0,
    hasRoom: ({ context }) => context.photos.length < MAX_ATTACHMENTS,
    hasPhone: ({ context }) => cleanText(context.phone) !== '',
    hasPhoneDoubts: ({ context }) => doubtsAbout(context.phone).length > 0,
    hasPurposes: ({ context }) => context.purposes.length > 0,
    isComplete: ({ context }) => answersOf(context) !== null,
    isNotOpen: ({ context }) => NOT_OPEN.includes(context.problem?.code ?? ''),
    slipFailed: ({ context }) => context.slip?.state === 'failed',
    /** Where nobody knows she says what she sees; a paper that surely failed she may ask for at the counter. */
    mayAnswerSlip: ({ context, event }) =>
      context.slip?.state === 'unknown' ||
      (context.slip?.state === 'failed' && event.type === 'slip.answered' && !event.taken),
    isOurSlip: ({ context, event }) =>
      event.type === 'slip.changed' && event.slip.slipId === context.added?.slipId,
  },
  delays: {
    submitPatience: PATIENCE_MS.submit,
    photoPatience: PATIENCE_MS.photo,
    slipPatience: PATIENCE_MS.slip,
  },
}).createMachine({
  id: 'follow-up',
  context: ({ input }) => ({
    ...input,
    act: null,
    text: '',
    photos: [],
    taken: null,
    phone: '',
    channel: null,
    purposes: [],
    isEmpty: false,
    doubts: [],
    photoProblem: null,
    frozen: null,
    problem: null,
    added: null,
    slip: null,
  }),
  output: ({ context }) =>
    context.added && context.act
      ? { way: 'added', addition: context.added, act: context.act }
      : context.problem
        ? { way: 'reopen' }
        : { way: 'left' },
  initial: 'choosing',
  states: {
    choosing: {
      on: {
        'act.chosen': {
          guard: 'isOffered',
          target: 'answering',
          actions: assign({ act: ({ event }) => event.act, isEmpty: false }),
        },
        'back.pressed': 'left',
      },
    },
    answering: {
      always: [
        { guard: ({ context }) => context.act === 'add-information', target: 'writing' },
        { guard: ({ context }) => context.act === 'add-photo', target: 'photos' },
        { guard: ({ context }) => context.act === 'change-contact', target: 'phone' },
        { target: 'withdrawing' },
      ],
    },
    writing: {
      on: {
        'text.typed': {
          actions: assign({ text: ({ event }) => event.text.slice(0, MOST_TEXT), isEmpty: false }),
        },
        'next.pressed': [{ guard: 'hasText', target: 'checking' }, { actions: 'sayEmpty' }],
        'back.pressed': 'choosing',
      },
    },
    photos: {
      initial: 'deciding',
      states: {
        /** With none yet there is nothing to look at: straight to the camera. */
        deciding: { always: [{ guard: 'hasPhotos', target: 'listing' }, { target: 'capturing' }] },
        listing: {
          on: {
            'capture.pressed': {
              guard: 'hasRoom',
              target: 'capturing',
              actions: assign({ photoProblem: null, isEmpty: false }),
            },
            'photo.removed': {
              actions: [
                { type: 'dropPhoto', params: ({ event }) => ({ id: event.id }) },
                assign({
                  photos: ({ context, event }) => context.photos.filter(({ id }) => id !== event.id),
                  photoProblem: null,
                }),
              ],
            },
            'next.pressed': [{ guard: 'hasPhotos', target: '#follow-up.checking' }, { actions: 'sayEmpty' }],
            'back.pressed': '#follow-up.choosing',
          },
        },
        capturing: {
          on: {
            'photo.taken': { target: 'storing', actions: assign({ taken: ({ event }) => event.jpeg }) },
            'capture.left': [{ guard: 'hasPhotos', target: 'listing' }, { target: '#follow-up.choosing' }],
          },
        },
        storing: {
          tags: 'busy',
          invoke: {
            id: 'storePhoto',
            src: 'storePhoto',
            input: ({ context }) => ({ jpeg: context.taken ?? new Uint8Array() }),
            onDone: [
              {
                guard: ({ event }) => event.output.ok,
                target: 'listing',
                actions: assign({
                  photos: ({ context, event }) =>
                    event.output.ok && context.taken
                      ? [...context.photos, { id: event.output.value.id, jpeg: context.taken }]
                      : context.photos,
                  taken: null,
                }),
              },
              {
                target: 'listing',
                actions: assign({
                  photoProblem: ({ event }) => (event.output.ok ? null : event.output.problem),
                  taken: null,
                }),
              },
            ],
            onError: {
              target: 'listing',
              actions: assign({ photoProblem: { code: 'flow.unexpected' }, taken: null }),
            },
          },
          after: {
            photoPatience: {
              target: 'listing',
              actions: assign({ photoProblem: { code: 'flow.no-answer' }, taken: null }),
            },
          },
        },
      },
    },
    phone: {
      initial: 'asking',
      on: {
        'phone.typed': {
          target: '.asking',
          actions: assign({
            phone: ({ event }) => event.text.slice(0, MOST_PHONE),
            isEmpty: false,
            doubts: [],
          }),
        },
        'back.pressed': { target: 'choosing', actions: assign({ doubts: [] }) },
      },
      states: {
        asking: {
          on: {
            'next.pressed': [
              {
                guard: 'hasPhoneDoubts',
                target: 'doubting',
                actions: assign({ doubts: ({ context }) => doubtsAbout(context.phone) }),
              },
              { guard: 'hasPhone', target: '#follow-up.channel' },
              { actions: 'sayEmpty' },
            ],
          },
        },
        /** It looks wrong. She looks again, and keeps it or changes it; it is never refused. */
        doubting: {
          on: { 'doubt.kept': { target: '#follow-up.channel', actions: assign({ doubts: [] }) } },
        },
      },
    },
    channel: {
      on: {
        'channel.chosen': {
          target: 'checking',
          actions: assign({ channel: ({ event }) => event.channel }),
        },
        'back.pressed': 'phone',
      },
    },
    withdrawing: {
      on: {
        'purposes.chosen': {
          actions: assign({
            purposes: ({ context, event }) =>
              event.purposes.filter((purpose) => withdrawablePurposes(context.kind).includes(purpose)),
            isEmpty: false,
          }),
        },
        'next.pressed': [{ guard: 'hasPurposes', target: 'checking' }, { actions: 'sayEmpty' }],
        'back.pressed': 'choosing',
      },
    },
    checking: {
      on: {
        'back.pressed': [
          { guard: ({ context }) => context.act === 'change-contact', target: 'channel' },
          { target: 'answering' },
        ],
        'change.pressed': 'answering',
        'send.pressed': { guard: 'isComplete', target: 'committing', actions: 'freeze' },
      },
    },
    committing: {
      tags: 'busy',
      invoke: {
        id: 'submit',
        src: 'submit',
        input: ({ context: { submissionId, frozen } }) => {
          if (!frozen) throw new Error('there is nothing to add');
          return { submissionId, answers: frozen };
        },
        onDone: [
          {
            guard: ({ event }) => event.output.ok,
            target: 'served',
            actions: assign(({ event }) =>
              event.output.ok
                ? {
                    added: event.output.value,
                    problem: null,
                    slip: { slipId: event.output.value.slipId, state: 'queued', trouble: null } as Slip,
                  }
                : {},
            ),
          },
          {
            target: 'failed',
            actions: assign({ problem: ({ event }) => (event.output.ok ? null : event.output.problem) }),
          },
        ],
        onError: { target: 'failed', actions: assign({ problem: { code: 'flow.unexpected' } }) },
      },
      after: {
        submitPatience: { target: 'failed', actions: assign({ problem: { code: 'flow.no-answer' } }) },
      },
    },
    /** The same addition may be tried again with the same id; where the ticket is closed, it is opened first. */
    failed: {
      initial: 'deciding',
      states: {
        deciding: { always: [{ guard: 'isNotOpen', target: 'closed' }, { target: 'repeatable' }] },
        closed: { on: { 'reopen.pressed': '#follow-up.left' } },
        repeatable: {
          on: {
            'retry.pressed': '#follow-up.committing',
            'leave.pressed': { target: '#follow-up.left', actions: assign({ problem: null }) },
          },
        },
      },
    },
    served: {
      tags: 'served',
      initial: 'showing',
      invoke: {
        id: 'watchSlip',
        src: 'watchSlip',
        input: ({ context }) => ({ slipId: context.added?.slipId ?? '' }),
        // Without news of the slip she can look for herself.
        onError: {},
      },
      on: { 'slip.changed': { guard: 'isOurSlip', actions: assign({ slip: ({ event }) => event.slip }) } },
      states: {
        showing: {
          on: {
            'slip.answered': { guard: 'mayAnswerSlip', target: 'answering' },
            'slip.retried': { guard: 'slipFailed', target: 'retrying' },
            'next.pressed': '#follow-up.finished',
          },
        },
        answering: {
          tags: 'busy',
          invoke: {
            id: 'answerSlip',
            src: 'answerSlip',
            input: ({ context, event }) => ({
              slipId: context.added?.slipId ?? '',
              taken: event.type === 'slip.answered' && event.taken,
            }),
            onDone: {
              target: 'showing',
              actions: assign({
                slip: ({ context, event }) => (event.output.ok ? event.output.value : context.slip),
              }),
            },
            onError: 'showing',
          },
          after: { slipPatience: 'showing' },
        },
        retrying: {
          tags: 'busy',
          invoke: {
            id: 'retrySlip',
            src: 'retrySlip',
            input: ({ context }) => ({ slipId: context.added?.slipId ?? '' }),
            onDone: {
              target: 'showing',
              actions: assign({
                slip: ({ context, event }) => (event.output.ok ? event.output.value : context.slip),
              }),
            },
            onError: 'showing',
          },
          after: { slipPatience: 'showing' },
        },
      },
    },
    finished: { type: 'final' },
    left: { type: 'final' },
  },
});
