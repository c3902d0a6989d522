import { assign, setup } from 'xstate';
import type { CounterTicket, TicketList } from '../../../shared/contract/clerk.ts';
import type { ClerkTool } from './pages.ts';

export interface ClerkContext {
  /** The ticket that is open. */
  ticket: CounterTicket | null;
  list: TicketList;
  /** What the scanner read and nobody has looked for yet. */
  scanned: string | null;
  /** Counts up with each scan, so that the same code scanned twice is looked for twice. */
  scans: number;
}

export type ClerkEvent =
  | { type: 'page.chosen'; page: ClerkTool }
  | { type: 'list.chosen'; list: TicketList }
  | { type: 'ticket.chosen'; ticket: CounterTicket }
  | { type: 'code.scanned'; text: string }
  | { type: 'back.pressed' };

/**
 * One state a page. The list of the day is one press away from everywhere; the scanner may be used on any page and leads to the
 * ticket; what a page was doing in the engine goes on there.
 */
export const clerkMachine = setup({
  types: { context: {} as ClerkContext, events: {} as ClerkEvent },
  actions: { forget: assign({ ticket: null, scanned: null }) },
}).createMachine({
  id: 'clerk',
  context: { ticket: null, list: 'today', scanned: null, scans: 0 },
  initial: 'tickets',
  on: {
    'page.chosen': (
      ['find', 'help', 'day', 'roll', 'products', 'announcements', 'hours', 'audit'] as const
    ).map((page) => ({
      guard: ({ event }: { event: ClerkEvent }) => event.type === 'page.chosen' && event.page === page,
      target: `.${page}` as const,
      actions: 'forget' as const,
    })),
    'code.scanned': {
      target: '.find',
      actions: assign(({ context, event }) => ({
        ticket: null,
        scanned: event.text,
        scans: context.scans + 1,
      })),
    },
    'ticket.chosen': {
      target: '.ticket',
      actions: assign({ ticket: ({ event }) => event.ticket, scanned: null }),
    },
  },
  states: {
    tickets: { on: { 'list.chosen': { actions: assign({ list: ({ event }) => event.list }) } } },
    find: { on: { 'back.pressed': { target: 'tickets', actions: 'forget' } } },
    help: { on: { 'back.pressed': { target: 'tickets', actions: 'forget' } } },
    ticket: { on: { 'back.pressed': { target: 'tickets', actions: 'forget' } } },
    day: {
      on: {
        'back.pressed': { target: 'tickets', actions: 'forget' },
        'list.chosen': { target: 'tickets', actions: assign({ list: ({ event }) => event.list }) },
      },
    },
    /** Only the day leads here. */
    roll: { on: { 'back.pressed': { target: 'day', actions: 'forget' } } },
    products: { on: { 'back.pressed': { target: 'tickets', actions: 'forget' } } },
    announcements: { on: { 'back.pressed': { target: 'tickets', actions: 'forget' } } },
    hours: { on: { 'back.pressed': { target: 'tickets', actions: 'forget' } } },
    audit: { on: { 'back.pressed': { target: 'tickets', actions: 'forget' } } },
  },
});
