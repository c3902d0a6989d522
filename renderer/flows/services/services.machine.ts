import { assign, setup } from 'xstate';
import type { RemittanceRate, ServiceKey } from '../../../shared/contract/content/services.ts';
import type { Decimal } from '../../../shared/lib/decimal.ts';
import { type AmountFault, readAmount } from './estimate.ts';
import type { KeptLead, LeadDraft } from './lead/draft.ts';

export interface ServicesInput {
  /** What the content pack explained when she came; a fact that runs out meanwhile is not taken from under her. */
  offered: readonly ServiceKey[];
  rates: readonly RemittanceRate[];
}

export interface ServicesContext extends ServicesInput {
  service: ServiceKey | null;
  rate: RemittanceRate | null;
  /** As typed. */
  amount: string;
  amountFault: AmountFault | null;
  estimated: Decimal | null;
  /** The form she left half-way. */
  kept: KeptLead | null;
  way: ServicesOutput['way'];
}

export type ServicesEvent =
  | { type: 'service.chosen'; service: ServiceKey }
  | { type: 'next.pressed' }
  | { type: 'back.pressed' }
  | { type: 'estimate.pressed' }
  | { type: 'rate.chosen'; rate: RemittanceRate }
  | { type: 'amount.edited'; amount: string }
  /** `mayRecord`: what the kiosk can do at this moment. */
  | { type: 'request.pressed'; mayRecord: boolean }
  | { type: 'form.left'; draft: LeadDraft }
  | { type: 'form.finished' };

/** What the lobby learns when the flow ends: nothing but which way out she took. */
export interface ServicesOutput {
  way: 'finished' | 'left';
}

/** Characters of an amount as typed. */
export const AMOUNT_LIMIT = 16;

/** Reading about the services, an estimate, and the way to the form. Everything here works without recording anything. */
export const servicesMachine = setup({
  types: {
    input: {} as ServicesInput,
    context: {} as ServicesContext,
    events: {} as ServicesEvent,
    output: {} as ServicesOutput,
  },
  guards: {
    isOffered: ({ context, event }) =>
      event.type === 'service.chosen' && context.offered.includes(event.service),
    /** Rates are for money that comes home, and only where the pack has any. */
    hasRates: ({ context }) => context.service === 'remittance' && context.rates.length > 0,
    isOurRate: ({ context, event }) => event.type === 'rate.chosen' && context.rates.includes(event.rate),
    fits: ({ event }) => event.type === 'amount.edited' && event.amount.length <= AMOUNT_LIMIT,
    isAmount: ({ context }) => readAmount(context.amount).ok,
    mayRecord: ({ event }) => event.type === 'request.pressed' && event.mayRecord,
  },
  actions: {
    forgetAmount: assign({ amount: '', amountFault: null, estimated: null }),
  },
}).createMachine({
  id: 'services',
  context: ({ input }) => ({
    ...input,
    service: null,
    rate: null,
    amount: '',
    amountFault: null,
    estimated: null,
    kept: null,
    way: 'left',
  }),
  initial: 'listing',
  output: ({ context: { way } }) => ({ way }),
  states: {
    listing: {
      on: {
        'service.chosen': {
          guard: 'isOffered',
          actions: assign(({ event }) => ({ service: event.service })),
          target: 'reading',
        },
        'back.pressed': 'left',
      },
    },
    reading: {
      on: {
        'next.pressed': 'preparing',
        'estimate.pressed': { guard: 'hasRates', target: 'choosingRate' },
        'back.pressed': 'listing',
      },
    },
    /** What to bring and to ask, and the door to the form. */
    preparing: {
      on: {
        'request.pressed': [{ guard: 'mayRecord', target: 'requesting' }, { target: 'closed' }],
        'back.pressed': 'reading',
      },
    },
    /** Nothing can be recorded now: the counter helps without a slip. */
    closed: {
      on: { 'back.pressed': 'preparing' },
    },
    choosingRate: {
      on: {
        'rate.chosen': {
          guard: 'isOurRate',
          actions: assign(({ event }) => ({ rate: event.rate })),
          target: 'typingAmount',
        },
        'back.pressed': 'reading',
      },
    },
    typingAmount: {
      on: {
        'amount.edited': {
          guard: 'fits',
          actions: assign(({ event }) => ({ amount: event.amount, amountFault: null })),
        },
        'next.pressed': [
          {
            guard: 'isAmount',
            actions: assign(({ context }) => {
              const read = readAmount(context.amount);
              return read.ok ? { estimated: read.value, amountFault: null } : {};
            }),
            target: 'estimating',
          },
          {
            actions: assign(({ context }) => {
              const read = readAmount(context.amount);
              return read.ok ? {} : { amountFault: read.problem.code };
            }),
          },
        ],
        'back.pressed': { actions: assign({ amountFault: null }), target: 'choosingRate' },
      },
    },
    estimating: {
      on: {
        'next.pressed': 'preparing',
        'estimate.pressed': { actions: 'forgetAmount', target: 'choosingRate' },
        'back.pressed': 'typingAmount',
      },
    },
    requesting: {
      on: {
        'form.left': {
          actions: assign(({ context, event }) => ({
            kept: context.service && { service: context.service, draft: event.draft },
          })),
          target: 'preparing',
        },
        'form.finished': { actions: assign({ way: 'finished' }), target: 'finished' },
      },
    },
    finished: { type: 'final' },
    left: { type: 'final' },
  },
});
