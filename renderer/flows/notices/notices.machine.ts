import { assign, setup } from 'xstate';

export interface NoticesContext {
  /** The one on the screen, from 0. */
  at: number;
  count: number;
}

export type NoticesEvent = { type: 'next.pressed' } | { type: 'back.pressed' };

/** One notice a screen, the urgent ones first as they came. Behind the last one, and before the first, is the home screen. */
export const noticesMachine = setup({
  types: {
    context: {} as NoticesContext,
    input: {} as { count: number },
    events: {} as NoticesEvent,
  },
  guards: {
    hasNext: ({ context }) => context.at + 1 < context.count,
    hasFormer: ({ context }) => context.at > 0,
  },
}).createMachine({
  id: 'notices',
  context: ({ input }) => ({ at: 0, count: input.count }),
  initial: 'reading',
  states: {
    reading: {
      on: {
        'next.pressed': [
          { guard: 'hasNext', actions: assign({ at: ({ context }) => context.at + 1 }) },
          { target: 'left' },
        ],
        'back.pressed': [
          { guard: 'hasFormer', actions: assign({ at: ({ context }) => context.at - 1 }) },
          { target: 'left' },
        ],
      },
    },
    left: { type: 'final' },
  },
});
