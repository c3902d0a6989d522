import { assign, setup } from 'xstate';
import type { ProductCategory } from '../../../shared/contract/content/showcase.ts';
import type { SubmissionBody } from '../../../shared/domain/submission-body.ts';

export type Panel = 'story' | 'facts' | 'contact';

export interface ShowcaseInput {
  /** What this kiosk can record now, with the words of the permission it needs. */
  offers: { interest: boolean; proposal: boolean };
}

export interface ShowcaseContext extends ShowcaseInput {
  /** Null: all of them. */
  category: ProductCategory | null;
  province: string | null;
  /** The product last looked at: the market comes back to its page. */
  productId: string | null;
  /** Counts from 0. */
  photo: number;
  panel: Panel;
  /** What one of the forms gave. */
  body: SubmissionBody | null;
}

export type ShowcaseEvent =
  | { type: 'category.pressed' }
  | { type: 'category.chosen'; category: ProductCategory | null }
  | { type: 'region.pressed' }
  | { type: 'region.chosen'; province: string | null }
  | { type: 'filters.cleared' }
  | { type: 'product.chosen'; productId: string }
  /** It is not shown any longer. */
  | { type: 'product.gone' }
  | { type: 'photo.chosen'; photo: number }
  | { type: 'panel.chosen'; panel: Panel }
  | { type: 'interested.pressed' }
  | { type: 'register.pressed' }
  | { type: 'form.left' }
  | { type: 'form.sent'; body: SubmissionBody }
  | { type: 'handed.in' }
  | { type: 'back.pressed' };

/** Looking around, one product, and the two forms; each form is a machine of its own. */
export const showcaseMachine = setup({
  types: {
    input: {} as ShowcaseInput,
    context: {} as ShowcaseContext,
    events: {} as ShowcaseEvent,
    output: {} as { way: 'finished' | 'left' },
  },
  guards: {
    takesInterest: ({ context }) => context.offers.interest,
    takesProposals: ({ context }) => context.offers.proposal,
  },
  actions: {
    keepBody: assign({
      body: ({ context, event }) => (event.type === 'form.sent' ? event.body : context.body),
    }),
  },
}).createMachine({
  id: 'showcase',
  context: ({ input }) => ({
    ...input,
    category: null,
    province: null,
    productId: null,
    photo: 0,
    panel: 'story',
    body: null,
  }),
  initial: 'market',
  output: ({ context }) => ({ way: context.body ? 'finished' : 'left' }),
  states: {
    market: {
      on: {
        'category.pressed': 'choosingCategory',
        'region.pressed': 'choosingRegion',
        'filters.cleared': { actions: assign({ category: null, province: null }) },
        'product.chosen': {
          actions: assign({ productId: ({ event }) => event.productId, photo: 0, panel: 'story' }),
          target: 'product',
        },
        'register.pressed': { guard: 'takesProposals', target: 'proposing' },
        'back.pressed': 'left',
      },
    },
    choosingCategory: {
      on: {
        'category.chosen': {
          actions: assign({ category: ({ event }) => event.category, productId: null }),
          target: 'market',
        },
        'back.pressed': 'market',
      },
    },
    choosingRegion: {
      on: {
        'region.chosen': {
          actions: assign({ province: ({ event }) => event.province, productId: null }),
          target: 'market',
        },
        'back.pressed': 'market',
      },
    },
    product: {
      on: {
        'photo.chosen': { actions: assign({ photo: ({ event }) => event.photo }) },
        'panel.chosen': { actions: assign({ panel: ({ event }) => event.panel }) },
        'interested.pressed': { guard: 'takesInterest', target: 'interested' },
        'product.gone': 'market',
        'back.pressed': 'market',
      },
    },
    interested: {
      on: {
        'form.sent': { actions: 'keepBody', target: 'handingIn' },
        'form.left': 'product',
      },
    },
    proposing: {
      on: {
        'form.sent': { actions: 'keepBody', target: 'handingIn' },
        'form.left': 'market',
      },
    },
    handingIn: { on: { 'handed.in': 'finished' } },
    finished: { type: 'final' },
    left: { type: 'final' },
  },
});
