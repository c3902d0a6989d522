import { and, assign, fromCallback, fromPromise, setup, stateIn } from 'xstate';
import type { SlipState } from '../../../shared/contract/kiosk-state.ts';
import type { Result } from '../../../shared/lib/result.ts';
import { missingPiece } from './stock.ts';
import {
  firstPiece,
  pieceNumber,
  queuedSlip,
  withAnswer,
  withChoice,
  withPiece,
} from './vacancies.changes.ts';
import type {
  PrintAnswer,
  SearchAnswer,
  SearchInput,
  VacanciesContext,
  VacanciesEvent,
  VacanciesInput,
  VacanciesOutput,
} from './vacancies.types.ts';

export type { VacanciesContext, VacanciesEvent } from './vacancies.types.ts';

/** `typing`: quick enough to feel at once, slow enough that a word is not asked for letter by letter. */
export const WAITS_MS = { typing: 180, search: 5_000, print: 8_000, slip: 5_000, again: 2_000 } as const;

const codeOf = (answer: Result<unknown>) => (answer.ok ? null : answer.problem.code);
const hasVacancies = (answer: SearchAnswer) => answer.ok && answer.value.snapshot !== null;

function pieceToFetch({ stock, span, answer }: VacanciesContext): number | null {
  return missingPiece(stock, span, answer?.total ?? 0);
}

/** Search, filters, one vacancy, how to check an offer, and the way home with it. */
export const vacanciesMachine = setup({
  types: {
    input: {} as VacanciesInput,
    context: {} as VacanciesContext & VacanciesInput,
    events: {} as VacanciesEvent,
    output: {} as VacanciesOutput,
    tags: {} as 'busy' | 'list',
  },
  actors: {
    search: fromPromise<SearchAnswer, SearchInput>(() =>
      Promise.reject(new Error('search was not provided')),
    ),
    print: fromPromise<PrintAnswer, { requestId: string; vacancyId: string }>(() =>
      Promise.reject(new Error('print was not provided')),
    ),
    answerSlip: fromPromise<Result<SlipState>, { slipId: string; taken: boolean }>(() =>
      Promise.reject(new Error('answerSlip was not provided')),
    ),
    retrySlip: fromPromise<Result<SlipState>, { slipId: string }>(() =>
      Promise.reject(new Error('retrySlip was not provided')),
    ),
    /** Sends `slip.changed` whenever the main process says so. */
    watchSlip: fromCallback<VacanciesEvent, { slipId: string }>(() => {}),
  },
  delays: {
    typingPause: WAITS_MS.typing,
    searchPatience: WAITS_MS.search,
    printPatience: WAITS_MS.print,
    slipPatience: WAITS_MS.slip,
    again: WAITS_MS.again,
  },
  guards: {
    lacksPiece: ({ context }) => pieceToFetch(context) !== null,
    isSettled: stateIn({ browsing: { finding: 'settled' } }),
    isNotGone: ({ context }) => context.problem?.code !== 'vacancies.not-found',
    slipFailed: ({ context }) => context.slip?.state === 'failed',
    slipIsUnknown: ({ context }) => context.slip?.state === 'unknown',
    hasFilter: ({ context }) => Object.keys(context.chosen).length > 0,
  },
}).createMachine({
  id: 'vacancies',
  context: ({ input }) => ({
    ...input,
    text: '',
    chosen: {},
    answer: null,
    stock: {},
    round: 0,
    span: { from: 0, to: 0 },
    wageKind: null,
    vacancy: null,
    requestId: null,
    slip: null,
    slipTaken: null,
    problem: null,
  }),
  initial: 'opening',
  output: ({ event }) => ({ way: (event as unknown as { output: VacanciesOutput['way'] }).output }),
  states: {
    opening: {
      tags: 'busy',
      on: { 'back.pressed': 'left' },
      invoke: {
        id: 'open',
        src: 'search',
        input: ({ context }) => firstPiece(context),
        onDone: [
          {
            guard: ({ event }) => hasVacancies(event.output),
            target: 'browsing',
            actions: assign(({ context, event }) =>
              event.output.ok ? withAnswer(context, event.output.value) : {},
            ),
          },
          { guard: ({ event }) => event.output.ok, target: 'none' },
          { guard: ({ event }) => codeOf(event.output) === 'vacancies.preparing', target: 'preparing' },
          { target: 'failed' },
        ],
        onError: 'failed',
      },
      after: { searchPatience: 'failed' },
    },
    preparing: { on: { 'back.pressed': 'left' }, after: { again: 'opening' } },
    none: { on: { 'check.pressed': 'checking.fromNone', 'back.pressed': 'left' } },
    failed: { on: { 'retry.pressed': 'opening', 'back.pressed': 'left' } },
    browsing: {
      type: 'parallel',
      tags: 'list',
      on: {
        'text.typed': {
          target: ['.finding.pausing', '.fetching.resting'],
          actions: assign(({ event, context }) => ({
            text: event.text,
            span: { from: 0, to: context.span.to - context.span.from },
          })),
        },
        'filters.cleared': {
          guard: 'hasFilter',
          target: ['.finding.asking', '.fetching.resting'],
          actions: assign(({ context }) => ({
            chosen: {},
            span: { from: 0, to: context.span.to - context.span.from },
          })),
        },
        'rows.shown': { actions: assign({ span: ({ event: { from, to } }) => ({ from, to }) }) },
        'filter.opened': [
          { guard: ({ event }) => event.filter === 'country', target: 'choosing.country' },
          { guard: ({ event }) => event.filter === 'sector', target: 'choosing.sector' },
          { guard: ({ event }) => event.filter === 'education', target: 'choosing.education' },
          { guard: ({ event }) => event.filter === 'scheme', target: 'choosing.scheme' },
          { target: 'choosing.wage' },
        ],
        'vacancy.pressed': {
          target: 'reading',
          actions: assign({ vacancy: ({ event }) => event.vacancy }),
        },
        'check.pressed': 'checking.fromList',
        'back.pressed': 'left',
      },
      states: {
        finding: {
          initial: 'settled',
          states: {
            settled: {},
            /** Every letter begins the pause anew. */
            pausing: { tags: 'busy', after: { typingPause: 'asking' } },
            /** Leaving it drops the answer on the way: an old answer never comes over a newer question. */
            asking: {
              tags: 'busy',
              invoke: {
                id: 'find',
                src: 'search',
                input: ({ context }) => firstPiece(context),
                onDone: [
                  {
                    guard: ({ event }) => hasVacancies(event.output),
                    target: 'settled',
                    actions: assign(({ context, event }) =>
                      event.output.ok ? withAnswer(context, event.output.value) : {},
                    ),
                  },
                  { guard: ({ event }) => event.output.ok, target: '#vacancies.none' },
                  {
                    guard: ({ event }) => codeOf(event.output) === 'vacancies.preparing',
                    target: '#vacancies.preparing',
                  },
                  { target: '#vacancies.failed' },
                ],
                onError: '#vacancies.failed',
              },
              after: { searchPatience: '#vacancies.failed' },
            },
          },
        },
        /** Further pieces of the list, the next page before anybody asks for it. */
        fetching: {
          initial: 'resting',
          states: {
            resting: {
              always: {
                guard: and(['lacksPiece', 'isSettled']),
                target: 'asking',
              },
            },
            asking: {
              invoke: {
                id: 'fetch',
                src: 'search',
                input: ({ context }) => pieceNumber(context, pieceToFetch(context) ?? 0),
                onDone: [
                  {
                    guard: ({ event, context }) =>
                      event.output.ok && event.output.value.total === context.answer?.total,
                    target: 'resting',
                    actions: assign(({ event, context }) =>
                      event.output.ok
                        ? withPiece(context, pieceToFetch(context) ?? 0, event.output.value)
                        : {},
                    ),
                  },
                  // The vacancies became other ones meanwhile: the list begins anew.
                  {
                    guard: ({ event }) => event.output.ok,
                    target: ['#vacancies.browsing.finding.asking', '#vacancies.browsing.fetching.resting'],
                  },
                  { target: 'stalled' },
                ],
                onError: 'stalled',
              },
              after: { searchPatience: 'stalled' },
            },
            stalled: { after: { again: 'resting' } },
          },
        },
      },
    },
    choosing: {
      on: {
        'filter.chosen': {
          target: '#vacancies.browsing.finding.asking',
          actions: assign(({ context, event }) => ({
            chosen: withChoice(context.chosen, event.change),
            span: { from: 0, to: context.span.to - context.span.from },
          })),
        },
        'back.pressed': 'browsing',
      },
      initial: 'country',
      states: {
        country: {},
        sector: {},
        education: {},
        scheme: {},
        wage: {
          on: {
            'wageKind.chosen': {
              target: 'atLeast',
              actions: assign({ wageKind: ({ event }) => event.kind }),
            },
          },
        },
        atLeast: { on: { 'back.pressed': 'wage' } },
      },
    },
    reading: {
      on: {
        'demands.pressed': 'readingDemands',
        'takeHome.pressed': 'takingHome',
        'check.pressed': 'checking.fromVacancy',
        'back.pressed': 'browsing',
      },
    },
    readingDemands: { on: { 'back.pressed': 'reading' } },
    takingHome: {
      entry: assign({ requestId: null, slip: null, slipTaken: null, problem: null }),
      on: { 'back.pressed': 'reading', 'finish.pressed': 'finished' },
      initial: 'offering',
      states: {
        offering: { on: { 'print.pressed': 'asking' } },
        /** The same request asked again prints once: its id stays. */
        asking: {
          tags: 'busy',
          entry: assign({ requestId: ({ context }) => context.requestId ?? context.makeId() }),
          invoke: {
            id: 'print',
            src: 'print',
            input: ({ context: { requestId, vacancy } }) => {
              if (!requestId || !vacancy) throw new Error('there is nothing to print');
              return { requestId, vacancyId: vacancy.id };
            },
            onDone: [
              {
                guard: ({ event }) => event.output.ok,
                target: 'printed',
                actions: assign(({ event }) =>
                  event.output.ok ? { slip: queuedSlip(event.output.value.slipId), problem: null } : {},
                ),
              },
              {
                target: 'refused',
                actions: assign(({ event }) => ({ problem: event.output.ok ? null : event.output.problem })),
              },
            ],
            onError: { target: 'refused', actions: assign({ problem: { code: 'flow.unexpected' } }) },
          },
          after: {
            printPatience: { target: 'refused', actions: assign({ problem: { code: 'flow.no-answer' } }) },
          },
        },
        refused: { on: { 'print.pressed': { guard: 'isNotGone', target: 'asking' } } },
        printed: {
          invoke: {
            id: 'watchSlip',
            src: 'watchSlip',
            input: ({ context: { slip } }) => ({ slipId: slip?.slipId ?? '' }),
            // Without news of the slip the screen stays as it is; the QR is on it.
            onError: {},
          },
          on: {
            'slip.changed': {
              guard: ({ context, event }) => event.slip.slipId === context.slip?.slipId,
              actions: assign({ slip: ({ event }) => event.slip }),
            },
          },
          initial: 'showing',
          states: {
            showing: {
              on: {
                'slip.taken': {
                  guard: 'slipIsUnknown',
                  target: 'telling',
                  actions: assign({ slipTaken: true }),
                },
                'slip.missing': {
                  guard: 'slipIsUnknown',
                  target: 'telling',
                  actions: assign({ slipTaken: false }),
                },
                'slip.retried': { guard: 'slipFailed', target: 'retrying' },
              },
            },
            telling: {
              tags: 'busy',
              invoke: {
                id: 'answerSlip',
                src: 'answerSlip',
                input: ({ context: { slip, slipTaken } }) => ({
                  slipId: slip?.slipId ?? '',
                  taken: slipTaken === true,
                }),
                onDone: {
                  target: 'showing',
                  actions: assign(({ event }) => (event.output.ok ? { slip: event.output.value } : {})),
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
                input: ({ context: { slip } }) => ({ slipId: slip?.slipId ?? '' }),
                onDone: {
                  target: 'showing',
                  actions: assign(({ event }) => (event.output.ok ? { slip: event.output.value } : {})),
                },
                onError: 'showing',
              },
              after: { slipPatience: 'showing' },
            },
          },
        },
      },
    },
    /** How to check an offer; back is where she came from. */
    checking: {
      on: { 'complaint.pressed': 'complaining' },
      initial: 'fromList',
      states: {
        fromList: { on: { 'back.pressed': '#vacancies.browsing' } },
        fromVacancy: { on: { 'back.pressed': '#vacancies.reading' } },
        fromNone: { on: { 'back.pressed': '#vacancies.none' } },
      },
    },
    left: { type: 'final', output: 'left' },
    finished: { type: 'final', output: 'finished' },
    complaining: { type: 'final', output: 'complaint' },
  },
});
