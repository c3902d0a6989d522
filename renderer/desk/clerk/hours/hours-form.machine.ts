import { assign, setup } from 'xstate';
import { readDate, readTimeOfDay } from '../../../../shared/domain/office-day.ts';
import type { DayHours, ExceptionReason, Weekday } from '../../../../shared/domain/opening-hours.ts';

/** Questions that are answered by typing. */
export type TypedStep = 'date' | 'opens' | 'closes' | 'breakFrom' | 'breakUntil';
export type HoursStep = TypedStep | 'isOpen' | 'hasBreak' | 'days' | 'reason';
export type HoursFault = 'date' | 'past' | 'time' | 'order' | 'late' | 'days';

export interface HoursFormInput {
  /** Hours of every week, or of one day that is not like its weekday. */
  form: 'week' | 'exception';
  /** Of the office. */
  today: string;
}

export interface HoursFormContext extends HoursFormInput {
  step: HoursStep;
  texts: Readonly<Record<TypedStep, string>>;
  isOpen: boolean | null;
  hasBreak: boolean | null;
  days: readonly Weekday[];
  reason: ExceptionReason | null;
  fault: HoursFault | null;
}

export type HoursFormEvent =
  | { type: 'text.typed'; text: string }
  | { type: 'isOpen.chosen'; isOpen: boolean }
  | { type: 'hasBreak.chosen'; hasBreak: boolean }
  | { type: 'days.chosen'; days: Weekday[] }
  | { type: 'reason.chosen'; reason: ExceptionReason }
  | { type: 'next.pressed' }
  | { type: 'back.pressed' };

const LONGEST_TYPED = 12;

export function isTyped(step: HoursStep): step is TypedStep {
  return ['date', 'opens', 'closes', 'breakFrom', 'breakUntil'].includes(step);
}

/** The questions in order, as far as the answers so far lead to them. */
export function stepsOf({ form, isOpen, hasBreak }: HoursFormContext): HoursStep[] {
  return [
    ...(form === 'exception' ? (['date'] as const) : []),
    'isOpen',
    ...(isOpen === true ? (['opens', 'closes', 'hasBreak'] as const) : []),
    ...(isOpen === true && hasBreak === true ? (['breakFrom', 'breakUntil'] as const) : []),
    form === 'exception' ? 'reason' : 'days',
  ];
}

/** Why a question cannot be left as it stands. */
export function faultAt(context: HoursFormContext): HoursFault | null {
  const { step, texts, today, days } = context;
  const time = (name: Exclude<TypedStep, 'date'>) => readTimeOfDay(texts[name]);
  const later = (name: Exclude<TypedStep, 'date'>, than: Exclude<TypedStep, 'date'>): HoursFault | null => {
    const at = time(name);
    if (at === null) return 'time';
    return at > (time(than) ?? '') ? null : 'order';
  };
  switch (step) {
    case 'date': {
      const date = readDate(texts.date);
      if (date === null) return 'date';
      return date < today ? 'past' : null;
    }
    case 'opens':
      return time('opens') === null ? 'time' : null;
    case 'closes':
      return later('closes', 'opens');
    case 'breakFrom':
      return (
        later('breakFrom', 'opens') ?? ((time('breakFrom') ?? '') < (time('closes') ?? '') ? null : 'late')
      );
    case 'breakUntil':
      return (
        later('breakUntil', 'breakFrom') ??
        ((time('breakUntil') ?? '') < (time('closes') ?? '') ? null : 'late')
      );
    case 'days':
      return days.length === 0 ? 'days' : null;
    default:
      return null;
  }
}

export interface SaidHours {
  /** Of an exception; null in a week. */
  date: string | null;
  hours: DayHours;
  days: readonly Weekday[];
  reason: ExceptionReason | null;
}

/** What was said, when every question that applies is answered; else null. */
export function saidHours(context: HoursFormContext): SaidHours | null {
  const { form, texts, isOpen, hasBreak, days, reason } = context;
  const steps = stepsOf(context);
  if (isOpen === null || steps.some((step) => faultAt({ ...context, step }) !== null)) return null;
  if (isOpen && hasBreak === null) return null;
  if (form === 'exception' && reason === null) return null;
  const time = (name: TypedStep) => readTimeOfDay(texts[name]) ?? '';
  const hours: DayHours = !isOpen
    ? []
    : hasBreak
      ? [
          { opens: time('opens'), closes: time('breakFrom') },
          { opens: time('breakUntil'), closes: time('closes') },
        ]
      : [{ opens: time('opens'), closes: time('closes') }];
  return { date: form === 'exception' ? readDate(texts.date) : null, hours, days, reason };
}

function stepAhead(context: HoursFormContext): HoursStep | null {
  const steps = stepsOf(context);
  return steps[steps.indexOf(context.step) + 1] ?? null;
}

function stepBehind(context: HoursFormContext): HoursStep | null {
  const steps = stepsOf(context);
  return steps[steps.indexOf(context.step) - 1] ?? null;
}

/** When the counter is open, asked a question a page: of every week, or of one day. */
export const hoursFormMachine = setup({
  types: {
    input: {} as HoursFormInput,
    context: {} as HoursFormContext,
    events: {} as HoursFormEvent,
  },
  guards: {
    fits: ({ context, event }) =>
      event.type === 'text.typed' && isTyped(context.step) && event.text.length <= LONGEST_TYPED,
    isAt: ({ context }, { step }: { step: HoursStep }) => context.step === step,
    hasFault: ({ context }) => faultAt(context) !== null,
    isFirst: ({ context }) => stepBehind(context) === null,
    isSaid: ({ context }) => stepAhead(context) === null && saidHours(context) !== null,
    leadsOn: ({ context }) => stepAhead(context) !== null,
    /** Choosing goes on by itself; the days are many and wait for a press. */
    isForPress: ({ context }) => isTyped(context.step) || context.step === 'days',
  },
  actions: {
    goForward: assign({ step: ({ context }) => stepAhead(context) ?? context.step, fault: null }),
    goBack: assign({ step: ({ context }) => stepBehind(context) ?? context.step, fault: null }),
  },
}).createMachine({
  id: 'hours-form',
  context: ({ input }) => ({
    ...input,
    step: input.form === 'exception' ? 'date' : 'isOpen',
    texts: { date: '', opens: '', closes: '', breakFrom: '', breakUntil: '' },
    isOpen: null,
    hasBreak: null,
    days: [],
    reason: null,
    fault: null,
  }),
  initial: 'asking',
  states: {
    asking: {
      on: {
        'text.typed': {
          guard: 'fits',
          actions: assign({
            texts: ({ context, event }) => ({ ...context.texts, [context.step]: event.text }),
            fault: null,
          }),
        },
        'isOpen.chosen': {
          guard: { type: 'isAt', params: { step: 'isOpen' } },
          actions: assign({ isOpen: ({ event }) => event.isOpen }),
          target: 'leaving',
        },
        'hasBreak.chosen': {
          guard: { type: 'isAt', params: { step: 'hasBreak' } },
          actions: assign({ hasBreak: ({ event }) => event.hasBreak }),
          target: 'leaving',
        },
        'reason.chosen': {
          guard: { type: 'isAt', params: { step: 'reason' } },
          actions: assign({ reason: ({ event }) => event.reason }),
          target: 'leaving',
        },
        'days.chosen': {
          guard: { type: 'isAt', params: { step: 'days' } },
          actions: assign({ days: ({ event }) => event.days, fault: null }),
        },
        'next.pressed': { guard: 'isForPress', target: 'leaving' },
        'back.pressed': [{ guard: 'isFirst', target: 'left' }, { actions: 'goBack' }],
      },
    },
    leaving: {
      always: [
        {
          guard: 'hasFault',
          actions: assign({ fault: ({ context }) => faultAt(context) }),
          target: 'asking',
        },
        { guard: 'leadsOn', actions: 'goForward', target: 'asking' },
        { guard: 'isSaid', target: 'said' },
        { target: 'asking' },
      ],
    },
    said: { type: 'final' },
    left: { type: 'final' },
  },
});
