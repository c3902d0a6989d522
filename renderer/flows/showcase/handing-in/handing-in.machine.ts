import { assign, fromCallback, fromPromise, setup } from 'xstate';
import type { CallOutput } from '../../../../shared/contract/ipc.ts';
import type { SubmissionBody } from '../../../../shared/domain/submission-body.ts';
import type { Problem, Result } from '../../../../shared/lib/result.ts';

export type Ticket = CallOutput<'submission.submit'>;
export type Slip = CallOutput<'slip.read'>;

/** How long an answer from the main process is waited for before the flow goes on without it. */
export const PATIENCE_MS = { submit: 20_000, slip: 5_000 } as const;

export interface HandingInInput {
  /** Made once and kept over every retry, so that asking twice commits once. */
  submissionId: string;
  body: SubmissionBody;
}

export interface HandingInContext extends HandingInInput {
  problem: Problem | null;
  ticket: Ticket | null;
  slip: Slip | null;
  /** Her own word about the paper; null until she has said it. */
  slipTaken: boolean | null;
}

export type HandingInEvent =
  | { type: 'retry.pressed' }
  | { type: 'next.pressed' }
  | { type: 'back.pressed' }
  | { type: 'slip.changed'; slip: Slip }
  | { type: 'slip.taken' }
  | { type: 'slip.missing' }
  | { type: 'slip.retried' }
  | { type: 'finish.pressed' };

/** From the pressed "send" to what happens next: commit, number, slip. Nothing is shown that is not committed. */
export const handingInMachine = setup({
  types: {
    input: {} as HandingInInput,
    context: {} as HandingInContext,
    events: {} as HandingInEvent,
    tags: {} as 'ticket' | 'busy',
  },
  actors: {
    /** Commits through the main process. Never prints, never sends. */
    submit: fromPromise<Result<Ticket>, HandingInInput>(() =>
      Promise.reject(new Error('submit was not provided')),
    ),
    answerSlip: fromPromise<Result<Slip>, { slipId: string; taken: boolean }>(() =>
      Promise.reject(new Error('answerSlip was not provided')),
    ),
    retrySlip: fromPromise<Result<Slip>, { slipId: string }>(() =>
      Promise.reject(new Error('retrySlip was not provided')),
    ),
    /** Sends `slip.changed` whenever the main process says so. */
    watchSlip: fromCallback<HandingInEvent, { slipId: string }>(() => {}),
  },
  delays: { submitPatience: PATIENCE_MS.submit, slipPatience: PATIENCE_MS.slip },
  guards: {
    isOurSlip: ({ context, event }) =>
      event.type === 'slip.changed' && event.slip.slipId === context.ticket?.slipId,
    /** She has said nothing yet, and it may have come out. */
    slipIsOpen: ({ context: { slip, slipTaken } }) => slipTaken === null && slip?.state !== 'failed',
    /** No paper is in her hand yet, and the counter may be asked for it. */
    mayMissSlip: ({ context }) => context.slipTaken === null,
    slipFailed: ({ context }) => context.slip?.state === 'failed',
    slipIsSettled: ({ context }) => context.slipTaken !== null,
  },
  actions: {
    noteSlip: assign({
      slip: ({ context, event }) => (event.type === 'slip.changed' ? event.slip : context.slip),
    }),
    noteTaken: assign({ slipTaken: true }),
    noteMissing: assign({ slipTaken: false }),
    assumeHandedOver: assign({
      slip: ({ context: { slip } }) => slip && { ...slip, state: 'handed-over' as const },
    }),
    keepLastSlip: () => {},
  },
}).createMachine({
  id: 'handing-in',
  context: ({ input }) => ({ ...input, problem: null, ticket: null, slip: null, slipTaken: null }),
  initial: 'committing',
  states: {
    committing: {
      tags: 'busy',
      invoke: {
        id: 'submit',
        src: 'submit',
        input: ({ context: { submissionId, body } }) => ({ submissionId, body }),
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
    /** Nobody knows more than the problem says: only the same answers may be tried again, with the same id. */
    failed: { on: { 'retry.pressed': 'committing' } },
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
        showingTicket: {
          on: {
            'slip.taken': { guard: 'slipIsOpen', actions: 'noteTaken', target: 'tellingSlip' },
            'slip.missing': { guard: 'mayMissSlip', actions: 'noteMissing', target: 'tellingSlip' },
            'slip.retried': { guard: 'slipFailed', target: 'retryingSlip' },
            'next.pressed': [
              { guard: 'slipIsSettled', target: 'explaining' },
              { guard: 'slipFailed', actions: 'noteMissing', target: 'tellingSlip' },
              { target: 'askingSlip' },
            ],
          },
        },
        askingSlip: {
          on: {
            'slip.taken': { actions: 'noteTaken', target: 'tellingSlip' },
            'slip.missing': { actions: 'noteMissing', target: 'tellingSlip' },
            'slip.retried': { guard: 'slipFailed', target: 'retryingSlip' },
            'back.pressed': 'showingTicket',
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
        /** A slip that nobody confirmed goes to the counter when the visit ends, so a lost word holds nobody up. */
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
        withoutSlip: { on: { 'next.pressed': 'explaining' } },
        explaining: { on: { 'finish.pressed': '#handing-in.finished', 'back.pressed': 'showingTicket' } },
      },
    },
    finished: { type: 'final' },
  },
});
