import type { SnapshotFrom } from 'xstate';
import {
  type FoundTicket,
  type LookUpEvent,
  lookUpMachine,
} from '../../renderer/flows/look-up/look-up.machine.ts';
import { showTicketNumber } from '../../renderer/flows/look-up/typed-number.ts';
import { followUpId } from '../../renderer/texts/follow-up.id.ts';
import { id as texts } from '../../renderer/texts/id.ts';
import { kioskCodeOf, ticketNumberOf } from '../../shared/domain/ticket.ts';
import { failed, succeeded } from '../../shared/lib/result.ts';
import {
  type DeedOf,
  type EngineEvent,
  type FlowModel,
  flowModel,
  type Sight,
  stateName,
} from './flow-model.ts';
import type { ScriptedAnswer } from './hands.ts';

type Snapshot = SnapshotFrom<typeof lookUpMachine>;
type LookUpDeed = DeedOf<typeof lookUpMachine>;

const words = texts.lookUp;
/** A number of no kiosk here: what the engine says to it is scripted, follow-up.spec.ts looks up a real one. */
const number = ticketNumberOf(kioskCodeOf(7), 42);
const NUMBER = number.replace('-', '');
const SECRET = '042917';
/** One sign of the number is another one, as a tired reader would type it. */
const MISREAD = `${NUMBER.slice(0, 7)}${NUMBER.endsWith('2') ? '3' : '2'}`;
const LONG_PATIENCE_MS = 30_000;

const found: FoundTicket = {
  number,
  kind: 'complaint',
  isFollowable: true,
  additions: [],
  recordedAt: Date.UTC(2026, 5, 1),
  officeName: 'Kantor Pos Contoh',
  isFromElsewhere: false,
  standing: { standing: 'recorded' },
  heardFromHubAt: null,
};

const NEEDS_CAMERA = 'needs a camera with a slip before it: camera.spec.ts';
const LEFT_OUT = {
  'qr.seen': NEEDS_CAMERA,
  'scanning.reading': NEEDS_CAMERA,
  elsewhere: NEEDS_CAMERA,
  notGenuine: NEEDS_CAMERA,
  'addition.made': 'what is added has a machine of its own; follow-up.spec.ts adds',
  'ticket.closed': 'what is added has a machine of its own; follow-up.spec.ts adds',
};

/** Number, secret and every answer that the kiosk can give to them. */
export function lookUpPaths(): FlowModel {
  return flowModel({
    name: 'look-up',
    machine: lookUpMachine,
    input: undefined,
    deedsAt,
    sightAt,
    endsAt: () => ({ screen: 'lobby.home' }),
    mark: ({ context: { number: typed, secret, numberFault, secretFault } }) => [
      typed,
      secret,
      numberFault,
      secretFault,
    ],
    async open(hands) {
      await hands.press(hands.words.home.tiles.lookUp.name);
    },
    leftOut: LEFT_OUT,
  });
}

const press = (name: string, event: LookUpEvent, label: string): LookUpDeed => ({
  name,
  events: [event],
  act: (hands) => hands.press(label),
});
const write = (name: string, type: 'number.typed' | 'secret.typed', text: string): LookUpDeed => ({
  name: `write ${name}`,
  events: [{ type, text }],
  act: (hands) => hands.write(text),
});
const back = (label: string) => press('go back', { type: 'back.pressed' }, label);

function deedsAt(snapshot: Snapshot): LookUpDeed[] {
  const { context } = snapshot;
  switch (stateName(snapshot.value)) {
    case 'askingNumber':
      return [
        ...Object.entries({
          'the number': NUMBER,
          'a part of the number': '2222',
          'a number misread': MISREAD,
        })
          .filter(([, text]) => text !== context.number)
          .map(([name, text]) => write(name, 'number.typed', text)),
        press('go on', { type: 'next.pressed' }, texts.common.next),
        press('use the camera', { type: 'scan.pressed' }, followUpId.scan.useCamera),
        back(texts.common.back),
      ];
    case 'scanning.watching':
      return [back(followUpId.scan.byHand)];
    case 'askingSecret':
      return [
        ...Object.entries({ 'the secret': SECRET, 'a part of the secret': '04' })
          .filter(([, text]) => text !== context.secret)
          .map(([name, text]) => write(name, 'secret.typed', text)),
        ...(context.secret === SECRET
          ? askDeeds({ type: 'next.pressed' }, words.show)
          : [press('go on', { type: 'next.pressed' }, words.show)]),
        back(texts.common.back),
      ];
    case 'found':
      return [
        press('look up another', { type: 'again.pressed' }, words.again),
        press('ask what comes next', { type: 'whatNext.pressed' }, followUpId.timeline.next),
        press('take it on paper', { type: 'paper.pressed' }, followUpId.paper.print),
        press('add something', { type: 'add.pressed' }, followUpId.timeline.add),
      ];
    case 'explaining':
    case 'printing':
      return [back(followUpId.next.close)];
    case 'adding':
      return [back(texts.common.back)];
    case 'noMatch':
      return [press('try again', { type: 'retry.pressed' }, texts.common.tryAgain), back(words.finish)];
    case 'locked':
      return [back(words.finish)];
    case 'notHere':
    case 'failed':
      return [...askDeeds({ type: 'retry.pressed' }, texts.common.tryAgain), back(words.finish)];
    default:
      return [];
  }
}

/** Everything that can come of asking. */
function askDeeds(event: LookUpEvent, label: string): LookUpDeed[] {
  const done = (output: unknown): EngineEvent => ({ type: 'xstate.done.actor.0.look-up.looking', output });
  const outcomes: [string, EngineEvent, ScriptedAnswer][] = [
    ['found', done(succeeded(found)), succeeded(found)],
    ...['ticket.no-match', 'ticket.locked', 'ticket.not-here', 'intake.database'].map(
      (code): [string, EngineEvent, ScriptedAnswer] => [code, done(failed({ code })), failed({ code })],
    ),
    [
      'the engine breaks',
      { type: 'xstate.error.actor.0.look-up.looking', error: new Error('scripted') },
      'breaks',
    ],
    ['nobody answers', { type: 'xstate.after.patience.look-up.looking' }, 'silent'],
  ];
  return outcomes.map(([what, outcome, answer]) => ({
    name: `ask: ${what}`,
    events: [event, outcome],
    async act(hands) {
      await hands.answer('ticket.look-up', answer);
      await hands.press(label);
    },
    patienceMs: LONG_PATIENCE_MS,
  }));
}

function sightAt({ value, context }: Snapshot): Sight {
  const name = stateName(value);
  switch (name) {
    case 'askingNumber':
      return {
        screen: 'look-up.number',
        typed: showTicketNumber(context.number),
        words: context.numberFault === null ? [] : [numberFaultWords(context)],
      };
    case 'askingSecret':
      return {
        screen: 'look-up.secret',
        typed: context.secret,
        words: context.secretFault === 'empty' ? [words.secretEmpty] : [],
      };
    case 'scanning.watching':
      // No camera on this kiosk: it says so, and the number can be typed.
      return { screen: 'camera.trouble' };
    default:
      return { screen: SCREENS[name] ?? `look-up.${name}` };
  }
}

const SCREENS: Readonly<Record<string, string>> = {
  explaining: 'look-up.next',
  printing: 'look-up.paper',
  adding: 'follow-up.choose',
  noMatch: 'look-up.no-match',
  notHere: 'look-up.not-here',
};

function numberFaultWords({ number: typed, numberFault }: Snapshot['context']): string {
  if (numberFault === 'empty') return words.numberEmpty;
  return numberFault === 'short' ? words.numberShort(8 - typed.length) : words.numberWrong;
}
