import { assign, fromPromise, setup } from 'xstate';
import type { ClerkOutput } from '../../../../shared/contract/clerk.ts';
import type { SlipState } from '../../../../shared/contract/kiosk-state.ts';
import { readDate } from '../../../../shared/domain/office-day.ts';
import type { ClaimedMark, ProductProposalAnswers } from '../../../../shared/domain/product.ts';
import { readTicketNumber, type TicketNumber } from '../../../../shared/domain/ticket.ts';
import { failed, type Problem, type Result } from '../../../../shared/lib/result.ts';

/** A mark with a number: the only ones that end on a day. */
export type DatedMark = ClaimedMark & { kind: Exclude<ClaimedMark['kind'], 'not-halal'>; number: string };

export interface TakeInContext {
  /** Calendar day at the office. */
  today: string;
  /** Ticket number of what she proposed before, as typed. */
  typedProposal: string;
  product: ProductProposalAnswers | null;
  /** Last days by mark, as typed. */
  dates: Readonly<Record<string, string>>;
  /** Which of the marks with a number is asked about. */
  markAt: number;
  fault: 'proposal' | 'wrong' | 'over' | null;
  requestId: string;
  submissionId: string;
  /** Version of the words on the sheet that was printed last, and how that paper ended. */
  sheetVersion: string | null;
  slipId: string | null;
  paper: SlipState | null;
  /** The photo of the signed sheet while it is being sealed. */
  jpeg: Uint8Array | null;
  signedSheet: string | null;
  ticket: ClerkOutput<'clerk.take-in'> | null;
  problem: Problem | null;
}

export type TakeInEvent =
  | { type: 'proposal.typed'; text: string }
  | { type: 'begin.pressed' }
  | { type: 'form.sent'; product: ProductProposalAnswers }
  | { type: 'form.left' }
  | { type: 'date.typed'; text: string }
  | { type: 'next.pressed' }
  | { type: 'noDate.pressed' }
  | { type: 'print.pressed'; requestId: string }
  | { type: 'paper.ended'; slip: SlipState }
  | { type: 'signed.pressed' }
  | { type: 'photo.taken'; jpeg: Uint8Array }
  | { type: 'photo.cancelled' }
  | { type: 'save.pressed'; submissionId: string }
  | { type: 'retry.pressed' }
  | { type: 'another.pressed' }
  | { type: 'restart.confirmed' }
  | { type: 'back.pressed' };

/** What is handed to the engine. */
export interface TakeInRequest {
  submissionId: string;
  product: ProductProposalAnswers;
  sheet: { photo: string; version: string };
  proposal: TicketNumber | null;
}

const NO_ANSWER: Problem = { code: 'bridge.no-answer' };

export function datedMarks({ product }: Pick<TakeInContext, 'product'>): DatedMark[] {
  return (product?.marks ?? []).filter(
    (mark): mark is DatedMark => mark.kind !== 'not-halal' && mark.number !== undefined,
  );
}

function typedDate(context: TakeInContext): string {
  return context.dates[datedMarks(context)[context.markAt]?.kind ?? ''] ?? '';
}

/** Why the typed day cannot stand. A mark that has ended is no mark. */
function faultOfDate(context: TakeInContext): 'wrong' | 'over' | null {
  const date = readDate(typedDate(context));
  if (date === null) return 'wrong';
  return date < context.today ? 'over' : null;
}

/** The product with the last days that were read from the papers. */
export function productWithDates(
  context: Pick<TakeInContext, 'product' | 'dates'>,
): ProductProposalAnswers | null {
  const { product, dates } = context;
  if (product === null) return null;
  if (product.marks === undefined) return product;
  return {
    ...product,
    marks: product.marks.map((mark) => {
      const validUntil = readDate(dates[mark.kind] ?? '');
      return validUntil === null ? mark : { ...mark, validUntil };
    }),
  };
}

/** Null: something is missing, and nothing can be saved. */
export function requestOf(context: TakeInContext): TakeInRequest | null {
  const product = productWithDates(context);
  const { submissionId, signedSheet, sheetVersion, typedProposal } = context;
  if (product === null || signedSheet === null || sheetVersion === null) return null;
  const proposal = typedProposal === '' ? null : readTicketNumber(typedProposal);
  return { submissionId, product, sheet: { photo: signedSheet, version: sheetVersion }, proposal };
}

function emptied(today: string): TakeInContext {
  return {
    today,
    typedProposal: '',
    product: null,
    dates: {},
    markAt: 0,
    fault: null,
    requestId: '',
    submissionId: '',
    sheetVersion: null,
    slipId: null,
    paper: null,
    jpeg: null,
    signedSheet: null,
    ticket: null,
    problem: null,
  };
}

/**
 * A product taken in with its maker: her answers, the last days of her marks, the sheet that she signs, its photo, and one press that
 * saves all of it. Nothing is kept before that press; what is left half done goes with the page.
 */
export const takeInMachine = setup({
  types: {
    input: {} as { today: string },
    context: {} as TakeInContext,
    events: {} as TakeInEvent,
  },
  actors: {
    print: fromPromise<Result<ClerkOutput<'clerk.print-consent'>>, { requestId: string }>(async () =>
      failed({ code: 'bridge.no-answer' }),
    ),
    keep: fromPromise<Result<{ id: string }>, { jpeg: Uint8Array }>(async () =>
      failed({ code: 'bridge.no-answer' }),
    ),
    save: fromPromise<Result<ClerkOutput<'clerk.take-in'>>, TakeInRequest>(async () =>
      failed({ code: 'bridge.no-answer' }),
    ),
  },
  guards: {
    proposalReads: ({ context }) =>
      context.typedProposal === '' || readTicketNumber(context.typedProposal) !== null,
    isRefused: ({ event }) =>
      event.type === 'form.sent' &&
      !event.product.consents.some(({ purpose, given }) => purpose === 'publish-product' && given),
    hasMarkBehind: ({ context }) => context.markAt > 0,
    dateStands: ({ context }) => faultOfDate(context) === null,
    isComplete: ({ context }) => requestOf(context) !== null,
  },
  actions: {
    typeDate: assign(({ context, event }) => {
      const kind = datedMarks(context)[context.markAt]?.kind;
      if (event.type !== 'date.typed' || kind === undefined) return {};
      return { dates: { ...context.dates, [kind]: event.text }, fault: null };
    }),
    dropDate: assign(({ context }) => {
      const kind = datedMarks(context)[context.markAt]?.kind;
      return kind === undefined ? {} : { dates: { ...context.dates, [kind]: '' }, fault: null };
    }),
    nextMark: assign({ markAt: ({ context }) => context.markAt + 1, fault: null }),
    markBefore: assign({ markAt: ({ context }) => context.markAt - 1, fault: null }),
    forget: assign(({ context }) => emptied(context.today)),
    noteNoAnswer: assign({ problem: NO_ANSWER, jpeg: null }),
  },
  delays: { patience: 15_000, longest: 60_000 },
}).createMachine({
  id: 'take-in',
  context: ({ input }) => emptied(input.today),
  initial: 'beginning',
  states: {
    beginning: {
      on: {
        'proposal.typed': { actions: assign({ typedProposal: ({ event }) => event.text, fault: null }) },
        'begin.pressed': [
          { guard: 'proposalReads', target: 'answering' },
          { actions: assign({ fault: 'proposal' }) },
        ],
        'back.pressed': 'left',
      },
    },
    /** Her own form, on the desk. */
    answering: {
      on: {
        'form.sent': [
          { guard: 'isRefused', target: 'refused' },
          {
            target: 'dating',
            actions: assign({ product: ({ event }) => event.product, markAt: 0, dates: {}, fault: null }),
          },
        ],
        'form.left': 'beginning',
      },
    },
    refused: { entry: 'forget', on: { 'back.pressed': 'left' } },
    dating: {
      always: [{ guard: ({ context }) => context.markAt >= datedMarks(context).length, target: 'sheet' }],
      on: {
        'date.typed': { actions: 'typeDate' },
        'next.pressed': [
          { guard: 'dateStands', actions: 'nextMark' },
          { actions: assign({ fault: ({ context }) => faultOfDate(context) }) },
        ],
        'noDate.pressed': { actions: ['dropDate', 'nextMark'] },
        'back.pressed': [{ guard: 'hasMarkBehind', actions: 'markBefore' }, { target: 'askingRestart' }],
      },
    },
    sheet: {
      on: {
        'print.pressed': {
          target: 'printing',
          actions: assign({ requestId: ({ event }) => event.requestId }),
        },
        'back.pressed': [
          { guard: 'hasMarkBehind', target: 'dating', actions: 'markBefore' },
          { target: 'askingRestart' },
        ],
      },
    },
    /** Her form is behind her: a way back into it would be a new one. */
    askingRestart: {
      on: {
        'restart.confirmed': { target: 'beginning', actions: 'forget' },
        'back.pressed': 'dating',
      },
    },
    printing: {
      entry: assign({ problem: null, paper: null, slipId: null }),
      invoke: {
        src: 'print',
        input: ({ context }) => ({ requestId: context.requestId }),
        onDone: [
          {
            guard: ({ event }) => event.output.ok,
            target: 'watching',
            actions: assign(({ event }) =>
              event.output.ok
                ? { slipId: event.output.value.slipId, sheetVersion: event.output.value.version }
                : {},
            ),
          },
          {
            target: 'notPrinted',
            actions: assign({ problem: ({ event }) => (event.output.ok ? null : event.output.problem) }),
          },
        ],
        onError: { target: 'notPrinted', actions: 'noteNoAnswer' },
      },
      after: { patience: { target: 'notPrinted', actions: 'noteNoAnswer' } },
    },
    notPrinted: { on: { 'retry.pressed': 'printing', 'back.pressed': 'sheet' } },
    /** What watches the paper ends by itself; the limit here is for when even that is gone. */
    watching: {
      on: { 'paper.ended': { target: 'signing', actions: assign({ paper: ({ event }) => event.slip }) } },
      after: { longest: 'signing' },
    },
    signing: {
      on: {
        'signed.pressed': 'photographing',
        'print.pressed': {
          target: 'printing',
          actions: assign({ requestId: ({ event }) => event.requestId }),
        },
        'back.pressed': 'sheet',
      },
    },
    photographing: {
      on: {
        'photo.taken': { target: 'keeping', actions: assign({ jpeg: ({ event }) => event.jpeg }) },
        'photo.cancelled': 'signing',
      },
    },
    keeping: {
      entry: assign({ problem: null }),
      invoke: {
        src: 'keep',
        input: ({ context }) => ({ jpeg: context.jpeg ?? new Uint8Array() }),
        onDone: [
          {
            guard: ({ event }) => event.output.ok,
            target: 'checking',
            actions: assign(({ event }) => ({
              signedSheet: event.output.ok ? event.output.value.id : null,
              jpeg: null,
            })),
          },
          {
            target: 'notKept',
            actions: assign({
              problem: ({ event }) => (event.output.ok ? null : event.output.problem),
              jpeg: null,
            }),
          },
        ],
        onError: { target: 'notKept', actions: 'noteNoAnswer' },
      },
      after: { patience: { target: 'notKept', actions: 'noteNoAnswer' } },
    },
    notKept: { on: { 'retry.pressed': 'photographing', 'back.pressed': 'signing' } },
    checking: {
      on: {
        'save.pressed': {
          guard: 'isComplete',
          target: 'saving',
          actions: assign({
            // Saving again after no answer is the same submission: it is taken in once.
            submissionId: ({ context, event }) => context.submissionId || event.submissionId,
          }),
        },
        'back.pressed': 'signing',
      },
    },
    saving: {
      entry: assign({ problem: null }),
      invoke: {
        src: 'save',
        input: ({ context }) => {
          const request = requestOf(context);
          if (request === null) throw new Error('there is no product to save');
          return request;
        },
        onDone: [
          {
            guard: ({ event }) => event.output.ok,
            target: 'done',
            actions: assign(({ context, event }) => ({
              ...emptied(context.today),
              ticket: event.output.ok ? event.output.value : null,
            })),
          },
          {
            target: 'notSaved',
            actions: assign({ problem: ({ event }) => (event.output.ok ? null : event.output.problem) }),
          },
        ],
        onError: { target: 'notSaved', actions: 'noteNoAnswer' },
      },
      after: { longest: { target: 'notSaved', actions: 'noteNoAnswer' } },
    },
    notSaved: { on: { 'retry.pressed': 'saving', 'back.pressed': 'checking' } },
    done: {
      on: { 'another.pressed': { target: 'beginning', actions: 'forget' }, 'back.pressed': 'left' },
    },
    left: { type: 'final', entry: 'forget' },
  },
});
