import {
  assertEvent,
  assign,
  fromCallback,
  fromPromise,
  not,
  or,
  raise,
  sendTo,
  setup,
  stateIn,
} from 'xstate';
import type { KioskContent } from '../../shared/contract/content.ts';
import type { CallOutput } from '../../shared/contract/ipc.ts';
import type { KioskState } from '../../shared/contract/kiosk-state.ts';
import { completeLanguageOf, type Language, type ScreenLanguage } from '../../shared/domain/language.ts';
import { failed, type Result } from '../../shared/lib/result.ts';
import { type Comfort, USUAL_COMFORT } from '../comfort/comfort.ts';
import type { Errand } from './errand.ts';
import { idleMachine } from './idle.ts';

export type FlowKey =
  | 'complaint'
  | 'look-up'
  | 'registration'
  | 'vacancies'
  | 'information'
  | 'services'
  | 'showcase'
  | 'notices';

export interface LobbyContext {
  content: KioskContent | null;
  /** Came while somebody was here: she keeps the facts of the moment she began. */
  nextContent: KioskContent | null;
  kioskState: KioskState | null;
  language: ScreenLanguage;
  /** How this visitor wants the screen; gone with her visit. */
  comfort: Comfort;
  /** Null outside a flow. */
  flow: FlowKey | null;
  /** A form of hers is open in a flow that is otherwise for everybody. */
  hasForm: boolean;
  /** Goes up with every wipe: the screens use it as their key, so that nothing of the last visit is left mounted. */
  visit: number;
  /** Screen from which the staff were called, for their list. */
  calledFrom: string;
  wipeAttempts: number;
  /** The engine did not answer; the screen says so until it does. */
  hasNoEngine: boolean;
  /** Somebody pressed the staff door: behind the wipe comes the desk, not the next visitor. */
  isForStaff: boolean;
  /** Somebody touched the screen while the last visit was still being wiped: she comes in as soon as that is done. */
  isNextHere: boolean;
  /** A clerk who left the desk opened the visitors' side for this; it begins when the screen is wiped. */
  errand: Errand | null;
}

export type LobbyEvent =
  | { type: 'screen.touched' }
  | { type: 'activity.seen' }
  | { type: 'language.chosen'; language: ScreenLanguage }
  | { type: 'comfort.pressed' }
  | { type: 'comfort.changed'; changes: Partial<Comfort> }
  | { type: 'comfort.closed' }
  | { type: 'flow.chosen'; flow: FlowKey }
  | { type: 'form.shown' }
  | { type: 'form.gone' }
  | { type: 'flow.finished' }
  | { type: 'flow.left' }
  | { type: 'back.pressed' }
  | { type: 'done.pressed' }
  | { type: 'quickExit.pressed' }
  /** The machine's own word to its other parts. */
  | { type: 'wipe.begun' }
  | { type: 'emergency.pressed' }
  | { type: 'emergency.closed' }
  | { type: 'print.pressed' }
  | { type: 'staff.pressed'; from: string }
  | { type: 'staff.closed' }
  | { type: 'staffDoor.pressed' }
  | { type: 'desk.left'; errand: Errand | null }
  | { type: 'stay.pressed' }
  | { type: 'kiosk.changed'; kioskState: KioskState }
  | { type: 'content.changed'; content: KioskContent };

export interface Beginning {
  content: Result<KioskContent>;
  kioskState: Result<KioskState>;
}

/** These show what nobody passing by should read, so the question comes sooner there. */
const PRIVATE_FLOWS: readonly FlowKey[] = ['complaint', 'look-up', 'registration'];
/** These make no sense while nothing can be recorded. */
export const RECORDING_FLOWS: readonly FlowKey[] = ['complaint', 'registration'];
const MOST_WIPE_ATTEMPTS = 3;

/** Whether a task can begin on a kiosk in this state. */
export function mayBeginFlow(flow: FlowKey, kioskState: KioskState | null): boolean {
  return !RECORDING_FLOWS.includes(flow) || kioskState?.mode === 'ready';
}

function canBeginErrand({ errand, kioskState }: LobbyContext): boolean {
  return errand !== null && kioskState?.mode !== 'out-of-service' && mayBeginFlow(errand.flow, kioskState);
}

function quietTime({ flow, hasForm, kioskState }: LobbyContext): number {
  const askAfterMs = kioskState?.idle.askAfterMs ?? 0;
  return hasForm || (flow !== null && PRIVATE_FLOWS.includes(flow)) ? askAfterMs / 2 : askAfterMs;
}

/**
 * Everything around the flows. Three regions run side by side: the visit, the emergency page over it and the call for staff
 * over it; so both return to exactly the same place.
 */
export const lobbyMachine = setup({
  types: { context: {} as LobbyContext, events: {} as LobbyEvent },
  actors: {
    begin: fromPromise<Beginning>(async () => ({
      content: failed({ code: 'bridge.no-answer' }),
      kioskState: failed({ code: 'bridge.no-answer' }),
    })),
    endVisit: fromPromise<Result<unknown>>(async () => failed({ code: 'bridge.no-answer' })),
    callStaff: fromPromise<Result<CallOutput<'staff.call'>>, { from: string }>(async () =>
      failed({ code: 'bridge.no-answer' }),
    ),
    printEmergency: fromPromise<Result<CallOutput<'emergency.print'>>, { language: Language }>(async () =>
      failed({ code: 'bridge.no-answer' }),
    ),
    followKiosk: fromCallback<LobbyEvent>(() => {}),
    idle: idleMachine,
  },
  actions: {
    keepKioskState: assign({
      kioskState: ({ event }) => {
        assertEvent(event, 'kiosk.changed');
        return event.kioskState;
      },
    }),
    keepNextContent: assign({
      nextContent: ({ event }) => {
        assertEvent(event, 'content.changed');
        return event.content;
      },
    }),
    turnPage: assign({
      content: ({ context }) => context.nextContent ?? context.content,
      nextContent: null,
    }),
    changeComfort: assign({
      comfort: ({ context, event }) => {
        assertEvent(event, 'comfort.changed');
        return { ...context.comfort, ...event.changes };
      },
    }),
    forgetComfort: assign({ comfort: USUAL_COMFORT }),
    askForStaff: assign({ isForStaff: true }),
    forgetStaff: assign({ isForStaff: false }),
    forgetErrand: assign({ errand: null }),
    beginErrand: assign(({ context: { errand } }) =>
      errand === null ? {} : { flow: errand.flow, language: errand.language, errand: null },
    ),
    forgetVisit: assign({
      language: 'id',
      comfort: USUAL_COMFORT,
      flow: null,
      hasForm: false,
      calledFrom: '',
      visit: ({ context }) => context.visit + 1,
    }),
    tellIdleTouched: sendTo('idle', { type: 'touched' }),
    tellIdleStay: sendTo('idle', { type: 'stay.pressed' }),
    setIdlePace: sendTo('idle', ({ context }) => ({ type: 'pace.changed', askAfterMs: quietTime(context) })),
  },
  guards: {
    isOutOfService: ({ context }) => context.kioskState?.mode === 'out-of-service',
    isBackInService: ({ context }) =>
      context.kioskState !== null && context.kioskState.mode !== 'out-of-service',
    isWiping: stateIn({ visit: 'wiping' }),
    isNobodyHere: stateIn({ visit: 'attract' }),
    isNobodyAtTheScreen: not(or([stateIn({ visit: 'visiting' }), stateIn({ visit: 'desk' })])),
    canWipeAgain: ({ context }) => context.wipeAttempts < MOST_WIPE_ATTEMPTS,
    mayBegin: ({ context, event }) => {
      assertEvent(event, 'flow.chosen');
      return mayBeginFlow(event.flow, context.kioskState);
    },
  },
  delays: {
    patience: 5_000,
    retryPause: 3_000,
    wipePause: 500,
    noteStays: 12_000,
    thanksStay: 20_000,
    pageStays: 120_000,
  },
}).createMachine({
  id: 'lobby',
  context: {
    content: null,
    nextContent: null,
    kioskState: null,
    language: 'id',
    comfort: USUAL_COMFORT,
    flow: null,
    hasForm: false,
    visit: 0,
    calledFrom: '',
    wipeAttempts: 0,
    hasNoEngine: false,
    isForStaff: false,
    isNextHere: false,
    errand: null,
  },
  type: 'parallel',
  invoke: { id: 'kiosk', src: 'followKiosk' },
  on: {
    'kiosk.changed': { actions: 'keepKioskState' },
    'content.changed': { actions: 'keepNextContent' },
  },
  states: {
    visit: {
      initial: 'starting',
      states: {
        starting: {
          tags: 'closed',
          invoke: {
            src: 'begin',
            onDone: [
              {
                guard: ({ event }) => event.output.content.ok && event.output.kioskState.ok,
                target: 'wiping',
                actions: assign({
                  hasNoEngine: false,
                  content: ({ event }) => (event.output.content.ok ? event.output.content.value : null),
                  kioskState: ({ event, context }) =>
                    context.kioskState ?? (event.output.kioskState.ok ? event.output.kioskState.value : null),
                }),
              },
              {
                target: 'noEngine',
                // The hotlines are shown even when nothing else works.
                actions: assign({
                  content: ({ event, context }) =>
                    event.output.content.ok ? event.output.content.value : context.content,
                }),
              },
            ],
            onError: 'noEngine',
          },
          after: { patience: 'noEngine' },
        },
        noEngine: {
          tags: 'closed',
          entry: [assign({ hasNoEngine: true }), 'forgetStaff', 'forgetErrand'],
          after: { retryPause: 'starting' },
        },
        attract: {
          entry: ['turnPage', 'forgetErrand'],
          always: { guard: 'isOutOfService', target: 'outOfService' },
          on: {
            'screen.touched': 'visiting',
            // Who sets up the screen first is a visitor already: the idle question and the wipe come with that.
            'comfort.pressed': 'visiting',
            'staffDoor.pressed': { target: 'wiping', actions: 'askForStaff' },
            'content.changed': { actions: ['keepNextContent', 'turnPage'] },
          },
        },
        outOfService: {
          tags: 'closed',
          always: { guard: 'isBackInService', target: 'attract' },
          on: { 'staffDoor.pressed': { target: 'wiping', actions: 'askForStaff' } },
        },
        /** Behind the staff door. It counts quiet time of its own, and ends with a wipe like a visit. */
        desk: {
          entry: ['forgetStaff', 'forgetErrand'],
          on: {
            'desk.left': { target: 'wiping', actions: assign({ errand: ({ event }) => event.errand }) },
            'language.chosen': { actions: assign({ language: ({ event }) => event.language }) },
          },
        },
        visiting: {
          invoke: {
            id: 'idle',
            src: 'idle',
            input: ({ context }) => ({
              askAfterMs: quietTime(context),
              wipeAfterMs: context.kioskState?.idle.wipeAfterMs ?? 0,
            }),
            onDone: 'wiping',
            onError: 'wiping',
          },
          on: {
            'quickExit.pressed': 'wiping',
            'activity.seen': { actions: 'tellIdleTouched' },
            'stay.pressed': { actions: 'tellIdleStay' },
          },
          initial: 'language',
          states: {
            language: {
              always: { guard: 'isOutOfService', target: '#lobby.visit.wiping' },
              on: {
                'staffDoor.pressed': { target: '#lobby.visit.wiping', actions: 'askForStaff' },
                'language.chosen': {
                  target: 'home',
                  actions: assign({ language: ({ event }) => event.language }),
                },
              },
            },
            home: {
              always: { guard: 'isOutOfService', target: '#lobby.visit.wiping' },
              on: {
                'back.pressed': 'language',
                'staffDoor.pressed': { target: '#lobby.visit.wiping', actions: 'askForStaff' },
                'flow.chosen': {
                  guard: 'mayBegin',
                  target: 'flow',
                  actions: assign({ flow: ({ event }) => event.flow }),
                },
              },
            },
            /** A flow is never cut off by a change of the kiosk: it hears of it with its own answers. */
            flow: {
              entry: 'setIdlePace',
              exit: [assign({ flow: null, hasForm: false }), 'setIdlePace'],
              on: {
                'form.shown': { actions: [assign({ hasForm: true }), 'setIdlePace'] },
                'form.gone': { actions: [assign({ hasForm: false }), 'setIdlePace'] },
                'flow.finished': 'thankYou',
                'flow.left': 'home',
                /** One flow sends on to another: nothing of the first is kept. */
                'flow.chosen': {
                  guard: 'mayBegin',
                  target: 'flow',
                  reenter: true,
                  actions: assign({ flow: ({ event }) => event.flow }),
                },
              },
            },
            thankYou: {
              on: { 'done.pressed': '#lobby.visit.wiping' },
              after: { thanksStay: '#lobby.visit.wiping' },
              initial: 'erasing',
              states: {
                erasing: {
                  invoke: {
                    src: 'endVisit',
                    onDone: [
                      { guard: ({ event }) => event.output.ok, target: 'erased' },
                      { target: 'notErased' },
                    ],
                    onError: 'notErased',
                  },
                  after: { patience: 'notErased' },
                },
                erased: {},
                /** Not said to be erased; the wipe that follows tries again and closes the kiosk if it must. */
                notErased: {},
              },
            },
          },
        },
        /**
         * The screens are gone at once; the engine forgets meanwhile. No touch begins a visit before it has, and none is lost: this looks
         * like the attract screen, and lasts on a slow disk.
         */
        wiping: {
          entry: [
            'forgetVisit',
            assign({ wipeAttempts: 0, isNextHere: false }),
            raise({ type: 'wipe.begun' }),
          ],
          on: {
            'screen.touched': { actions: assign({ isNextHere: true }) },
            'comfort.pressed': { actions: assign({ isNextHere: true }) },
            'staffDoor.pressed': { actions: 'askForStaff' },
          },
          initial: 'asking',
          states: {
            asking: {
              entry: assign({ wipeAttempts: ({ context }) => context.wipeAttempts + 1 }),
              invoke: {
                src: 'endVisit',
                onDone: [
                  {
                    guard: ({ event, context }) => event.output.ok && context.isForStaff,
                    target: '#lobby.visit.desk',
                  },
                  {
                    guard: ({ event, context }) => event.output.ok && canBeginErrand(context),
                    target: '#lobby.visit.visiting.flow',
                    actions: ['turnPage', 'beginErrand'],
                  },
                  {
                    guard: ({ event, context }) => event.output.ok && context.isNextHere,
                    target: '#lobby.visit.visiting',
                    actions: ['turnPage', 'forgetErrand'],
                  },
                  { guard: ({ event }) => event.output.ok, target: '#lobby.visit.attract' },
                  { target: 'refused' },
                ],
                onError: 'refused',
              },
              after: { patience: 'refused' },
            },
            refused: {
              after: {
                wipePause: [{ guard: 'canWipeAgain', target: 'asking' }, { target: '#lobby.visit.noEngine' }],
              },
            },
          },
        },
      },
    },
    emergency: {
      initial: 'closed',
      states: {
        closed: { on: { 'emergency.pressed': 'open' } },
        open: {
          on: { 'emergency.closed': 'closed', 'wipe.begun': 'closed' },
          after: { pageStays: { guard: 'isNobodyHere', target: 'closed' } },
          initial: 'reading',
          states: {
            reading: { on: { 'print.pressed': 'printing' } },
            printing: {
              invoke: {
                src: 'printEmergency',
                input: ({ context }) => ({ language: completeLanguageOf(context.language) }),
                onDone: [
                  { guard: ({ event }) => event.output.ok, target: 'printed' },
                  { target: 'notPrinted' },
                ],
                onError: 'notPrinted',
              },
              after: { patience: 'notPrinted' },
            },
            printed: {},
            notPrinted: { on: { 'print.pressed': 'printing' } },
          },
        },
      },
    },
    /** The panel for text size, contrast, low buttons and stillness; the screen below keeps its place. */
    comfort: {
      initial: 'closed',
      on: { 'comfort.changed': { actions: 'changeComfort' } },
      states: {
        closed: {
          on: { 'comfort.pressed': 'open' },
          // A closed kiosk has no visit that ends: what somebody set there goes after a while.
          after: { pageStays: { guard: 'isNobodyAtTheScreen', actions: 'forgetComfort' } },
        },
        open: {
          on: { 'comfort.closed': 'closed', 'wipe.begun': 'closed' },
          after: { pageStays: { guard: 'isNobodyAtTheScreen', target: 'closed', actions: 'forgetComfort' } },
        },
      },
    },
    staff: {
      initial: 'quiet',
      on: {
        'staff.pressed': {
          target: '.calling',
          actions: assign({ calledFrom: ({ event }) => event.from }),
        },
      },
      states: {
        quiet: {},
        calling: {
          invoke: {
            src: 'callStaff',
            input: ({ context }) => ({ from: context.calledFrom }),
            onDone: [{ guard: ({ event }) => event.output.ok, target: 'called' }, { target: 'notCalled' }],
            onError: 'notCalled',
          },
          after: { patience: 'notCalled' },
        },
        called: {
          always: { guard: 'isWiping', target: 'quiet' },
          on: { 'staff.closed': 'quiet' },
          after: { noteStays: 'quiet' },
        },
        notCalled: {
          always: { guard: 'isWiping', target: 'quiet' },
          on: { 'staff.closed': 'quiet' },
          after: { noteStays: 'quiet' },
        },
      },
    },
  },
});
