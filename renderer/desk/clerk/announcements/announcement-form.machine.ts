import { assign, setup } from 'xstate';
import {
  ANNOUNCEMENT_LIMIT,
  type Announcement,
  type AnnouncementFault,
  faultOfAnnouncement,
} from '../../../../shared/domain/announcement.ts';
import type { Language } from '../../../../shared/domain/language.ts';
import { dateAfterDays } from '../../../../shared/domain/office-day.ts';

/** How many days one stands, its first among them. */
export const LENGTHS = ['1', '3', '7', '14', '30'] as const;
export type Length = (typeof LENGTHS)[number];

export interface FormContext {
  /** Of the office. */
  today: string;
  text: Record<Language, string>;
  from: string;
  /** Empty: not chosen yet. */
  until: string;
  fault: AnnouncementFault | null;
}

export type FormEvent =
  | { type: 'text.typed'; language: Language; text: string }
  | { type: 'from.chosen'; date: string }
  | { type: 'length.chosen'; length: Length }
  | { type: 'change.pressed'; what: 'id' | 'en' | 'from' }
  | { type: 'next.pressed' }
  | { type: 'publish.pressed' }
  | { type: 'back.pressed' };

/** The announcement as it stands on the check page; null while something is open. */
export function announcementOf({ text, from, until }: FormContext): Announcement | null {
  const isOpen =
    until === '' || faultOfAnnouncement(text.id) !== null || faultOfAnnouncement(text.en) !== null;
  return isOpen ? null : { text, from, until };
}

/** One sentence in two languages and its days; what may not stand on a public screen is told before it goes on. */
export const announcementFormMachine = setup({
  types: {
    input: {} as { today: string },
    context: {} as FormContext,
    events: {} as FormEvent,
  },
  guards: {
    fits: ({ event }) => event.type === 'text.typed' && event.text.length <= ANNOUNCEMENT_LIMIT,
    mayStand: ({ context }, { language }: { language: Language }) =>
      faultOfAnnouncement(context.text[language]) === null,
    isWhole: ({ context }) => announcementOf(context) !== null,
    changes: ({ event }, { what }: { what: 'id' | 'en' | 'from' }) =>
      event.type === 'change.pressed' && event.what === what,
  },
  actions: {
    tellFault: assign({
      fault: ({ context }, { language }: { language: Language }) =>
        faultOfAnnouncement(context.text[language]),
    }),
    forgive: assign({ fault: null }),
  },
}).createMachine({
  id: 'announcement-form',
  context: ({ input: { today } }) => ({
    today,
    text: { id: '', en: '' },
    from: today,
    until: '',
    fault: null,
  }),
  initial: 'id',
  on: {
    'text.typed': {
      guard: 'fits',
      actions: assign({
        text: ({ context, event }) => ({ ...context.text, [event.language]: event.text }),
        fault: null,
      }),
    },
  },
  states: {
    id: {
      on: {
        'next.pressed': [
          // A change from the check page leads back to it.
          { guard: 'isWhole', target: 'checking' },
          { guard: { type: 'mayStand', params: { language: 'id' } }, target: 'en' },
          { actions: { type: 'tellFault', params: { language: 'id' } } },
        ],
        'back.pressed': 'left',
      },
    },
    en: {
      on: {
        'next.pressed': [
          { guard: 'isWhole', target: 'checking' },
          { guard: { type: 'mayStand', params: { language: 'en' } }, target: 'from' },
          { actions: { type: 'tellFault', params: { language: 'en' } } },
        ],
        'back.pressed': { target: 'id', actions: 'forgive' },
      },
    },
    from: {
      on: {
        'from.chosen': {
          target: 'until',
          actions: assign({ from: ({ event }) => event.date, until: '' }),
        },
        'back.pressed': 'en',
      },
    },
    until: {
      on: {
        'length.chosen': {
          target: 'checking',
          actions: assign({
            until: ({ context, event }) => dateAfterDays(context.from, Number(event.length) - 1),
          }),
        },
        'back.pressed': 'from',
      },
    },
    checking: {
      on: {
        'change.pressed': [
          { guard: { type: 'changes', params: { what: 'id' } }, target: 'id' },
          { guard: { type: 'changes', params: { what: 'en' } }, target: 'en' },
          { target: 'from' },
        ],
        'publish.pressed': { guard: 'isWhole', target: 'written' },
        'back.pressed': 'until',
      },
    },
    written: { type: 'final' },
    left: { type: 'final' },
  },
});
