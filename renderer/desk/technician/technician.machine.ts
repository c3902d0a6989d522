import { assign, setup } from 'xstate';
import type { QueueEntry } from '../../../shared/contract/desk.ts';
import { PAGES, type Page } from './pages.ts';

export interface TechnicianContext {
  /** The pages that this person may open. */
  pages: readonly Page[];
  /** What the queue begins with. Null: everything. */
  show: QueueEntry['state'] | null;
}

export type TechnicianEvent =
  | { type: 'page.chosen'; page: Page; show?: QueueEntry['state'] }
  | { type: 'back.pressed' };

const technician = setup({
  types: {
    input: {} as { pages: readonly Page[] },
    context: {} as TechnicianContext,
    events: {} as TechnicianEvent,
  },
});

const mayOpen =
  (page: Page) =>
  ({ context, event }: { context: TechnicianContext; event: TechnicianEvent }) =>
    event.type === 'page.chosen' && event.page === page && context.pages.includes(page);

/**
 * One state a page. From every page the overview is one press away, and any page leads on to any other that this person may
 * open; what a page was doing goes on in the engine and is read again when she comes back.
 */
export const technicianMachine = technician.createMachine({
  id: 'technician',
  context: ({ input }) => ({ pages: input.pages, show: null }),
  initial: 'health',
  on: {
    'page.chosen': PAGES.map((page) => ({
      guard: mayOpen(page),
      target: `.${page}` as const,
      actions: assign({
        show: ({ event }) => (event.type === 'page.chosen' ? (event.show ?? null) : null),
      }),
    })),
  },
  states: {
    health: {},
    link: { on: { 'back.pressed': 'health' } },
    queue: { on: { 'back.pressed': 'health' } },
    round: { on: { 'back.pressed': 'health' } },
    printer: { on: { 'back.pressed': 'health' } },
    storage: { on: { 'back.pressed': 'health' } },
    stick: { on: { 'back.pressed': 'health' } },
    logs: { on: { 'back.pressed': 'health' } },
    versions: { on: { 'back.pressed': 'health' } },
    audit: { on: { 'back.pressed': 'health' } },
    enrol: { on: { 'back.pressed': 'health' } },
    restart: { on: { 'back.pressed': 'health' } },
    retire: { on: { 'back.pressed': 'health' } },
  },
});
