import { assign, setup } from 'xstate';
import type { ProfilePart } from '../../../shared/contract/content/information.ts';
import type { Provenance } from '../../../shared/contract/content.ts';

export type DeckName = 'subjects' | 'institution';

/** What there is to walk through. The words themselves are the screens' business. */
export interface InformationInput {
  /** Codes of the countries with a profile, in the order of the list. */
  countries: readonly string[];
  /** How many cards each deck holds. */
  cards: Readonly<Record<DeckName, number>>;
}

export interface InformationContext extends InformationInput {
  /** The country that is or was open: coming back, the list shows its page. */
  country: string | null;
  part: ProfilePart;
  deck: DeckName;
  /** Place of the open card, from 0. */
  card: number;
  /** The source that she asked to see. */
  source: Provenance | null;
}

export type InformationEvent =
  | { type: 'countries.chosen' }
  | { type: 'deck.chosen'; deck: DeckName }
  | { type: 'country.chosen'; code: string }
  | { type: 'part.chosen'; part: ProfilePart }
  | { type: 'card.chosen'; card: number }
  | { type: 'next.pressed' }
  | { type: 'previous.pressed' }
  | { type: 'source.pressed'; source: Provenance }
  | { type: 'lines.pressed' }
  | { type: 'closed.pressed' }
  | { type: 'back.pressed' };

/** Start, then countries with their profiles, or a deck with its cards. Nothing is asked and nothing is recorded. */
export const informationMachine = setup({
  types: {
    input: {} as InformationInput,
    context: {} as InformationContext,
    events: {} as InformationEvent,
  },
  guards: {
    hasProfile: ({ context, event }) =>
      event.type === 'country.chosen' && context.countries.includes(event.code),
    hasCard: ({ context, event }) =>
      event.type === 'card.chosen' && event.card >= 0 && event.card < context.cards[context.deck],
    hasNext: ({ context }) => context.card + 1 < context.cards[context.deck],
    hasPrevious: ({ context }) => context.card > 0,
  },
  actions: {
    keepSource: assign({ source: ({ event }) => (event.type === 'source.pressed' ? event.source : null) }),
    dropSource: assign({ source: null }),
  },
}).createMachine({
  id: 'information',
  context: ({ input }) => ({
    ...input,
    country: null,
    part: 'summary',
    deck: 'subjects',
    card: 0,
    source: null,
  }),
  initial: 'start',
  states: {
    start: {
      on: {
        'countries.chosen': { target: 'countries', actions: assign({ country: null }) },
        'deck.chosen': {
          target: 'deck',
          actions: assign(({ event }) => ({ deck: event.deck, card: 0 })),
        },
        'back.pressed': 'left',
      },
    },
    countries: {
      on: {
        'country.chosen': {
          guard: 'hasProfile',
          target: 'country',
          actions: assign(({ event }) => ({ country: event.code, part: 'summary' as const })),
        },
        'back.pressed': 'start',
      },
    },
    country: {
      initial: 'reading',
      states: {
        reading: {
          on: {
            'part.chosen': { actions: assign({ part: ({ event }) => event.part }) },
            'source.pressed': { target: 'showingSource', actions: 'keepSource' },
            'lines.pressed': 'takingHome',
            'back.pressed': '#information.countries',
          },
        },
        showingSource: { exit: 'dropSource', on: { 'closed.pressed': 'reading' } },
        /** The numbers as a code for her own phone. */
        takingHome: { on: { 'closed.pressed': 'reading' } },
      },
    },
    deck: {
      on: {
        'card.chosen': {
          guard: 'hasCard',
          target: 'card',
          actions: assign({ card: ({ event }) => event.card }),
        },
        'back.pressed': 'start',
      },
    },
    card: {
      initial: 'reading',
      states: {
        reading: {
          on: {
            'next.pressed': {
              guard: 'hasNext',
              actions: assign({ card: ({ context }) => context.card + 1 }),
            },
            'previous.pressed': {
              guard: 'hasPrevious',
              actions: assign({ card: ({ context }) => context.card - 1 }),
            },
            'source.pressed': { target: 'showingSource', actions: 'keepSource' },
            'back.pressed': '#information.deck',
          },
        },
        showingSource: { exit: 'dropSource', on: { 'closed.pressed': 'reading' } },
      },
    },
    left: { type: 'final' },
  },
});
