import type { SnapshotFrom } from 'xstate';
import { answersOf } from '../../renderer/flows/look-up/follow-up/answers.ts';
import { followUpMachine } from '../../renderer/flows/look-up/follow-up/follow-up.machine.ts';
import type { FollowUpEvent } from '../../renderer/flows/look-up/follow-up/follow-up.types.ts';
import type { FoundTicket } from '../../renderer/flows/look-up/look-up.machine.ts';
import { followUpId as words } from '../../renderer/texts/follow-up.id.ts';
import { id as texts } from '../../renderer/texts/id.ts';
import { actsFor, type FollowUpAct, withdrawablePurposes } from '../../shared/domain/follow-up.ts';
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
import { EXAMPLE_JPEG, PHOTO_PATIENCE_MS, photoOutcomes, takePhoto } from './photo.ts';
import { BETWEEN, newsDeeds, SLIP_ID, slipIs, slipWords, tellingDeeds } from './slip.ts';

type Snapshot = SnapshotFrom<typeof followUpMachine>;
type FollowUpDeed = DeedOf<typeof followUpMachine>;

const number = ticketNumberOf(kioskCodeOf(7), 42);
const SECRET = '042917';
const LONG_PATIENCE_MS = 60_000;
/** More only fill the same page. */
const MOST_PHOTOS = 2;
const TEXT = 'contoh kejadian';
const PHONE = { text: '081200000000', doubted: '12' };

/** A complaint, because everything can be added to one. No kiosk made it: follow-up.spec.ts adds to a real one. */
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
const added = { number, part: 1, recordedAt: Date.UTC(2026, 5, 2), slipId: SLIP_ID };

const SCREENS: Readonly<Record<string, string>> = {
  choosing: 'follow-up.choose',
  writing: 'follow-up.information',
  'photos.listing': 'follow-up.photos',
  'photos.capturing': 'camera.photo',
  'phone.asking': 'follow-up.phone',
  'phone.doubting': 'follow-up.phone',
  channel: 'follow-up.channel',
  withdrawing: 'follow-up.withdraw',
  checking: 'follow-up.check',
  'failed.closed': 'follow-up.closed',
  'failed.repeatable': 'follow-up.failed',
  'served.showing': 'follow-up.added',
};

const LEFT_OUT = {
  'xstate.error.actor.watchSlip':
    'the listener cannot throw: it only registers for what the kiosk tells by itself',
  'served.answering slip.changed': BETWEEN,
  'served.retrying slip.changed': BETWEEN,
};

/** Each of the four additions to a ticket, from the ticket's page back to it. */
export function followUpPaths(): FlowModel {
  return flowModel({
    name: 'follow-up',
    machine: followUpMachine,
    input: { submissionId: '01980000-0000-7000-8000-000000000001', kind: found.kind },
    deedsAt,
    sightAt,
    endsAt: ({ context }) => ({
      screen: !context.added && context.problem ? 'look-up.secret' : 'look-up.found',
      words: context.added && context.act ? [words.timeline.acts[context.act]] : [],
    }),
    mark: ({ context: { act, text, photos, phone, channel, purposes, added: isAdded, slip, frozen } }) =>
      isAdded
        ? ['added', slip?.state]
        : [act, text, photos.length, phone, channel, purposes.length, frozen !== null],
    async open(hands) {
      await hands.giveCamera();
      await hands.answer('ticket.look-up', succeeded(found));
      await hands.press(hands.words.home.tiles.lookUp.name);
      await hands.visitor.sees('look-up.number');
      await hands.write(number.replace('-', ''));
      await hands.press(texts.common.next);
      await hands.visitor.sees('look-up.secret');
      await hands.write(SECRET);
      await hands.press(texts.lookUp.show);
      await hands.visitor.sees('look-up.found');
      await hands.press(words.timeline.add);
    },
    leftOut: LEFT_OUT,
  });
}

const press = (name: string, event: FollowUpEvent, label: string): FollowUpDeed => ({
  name,
  events: [event],
  act: (hands) => hands.press(label),
});
const back = press('go back', { type: 'back.pressed' }, texts.common.back);
const next = press('go on', { type: 'next.pressed' }, texts.common.next);

function deedsAt(snapshot: Snapshot): FollowUpDeed[] {
  const { context } = snapshot;
  const { kind, text, photos, phone, purposes } = context;
  switch (stateName(snapshot.value)) {
    case 'choosing':
      return [
        ...actsFor(kind).map((act) =>
          press(`choose ${act}`, { type: 'act.chosen', act }, words.choose.acts[act].label),
        ),
        back,
      ];
    case 'writing':
      return [
        ...(text === TEXT
          ? []
          : [
              {
                name: 'write',
                events: [{ type: 'text.typed', text: TEXT } as const],
                act: (hands) => hands.write(TEXT),
              } satisfies FollowUpDeed,
            ]),
        next,
        back,
      ];
    case 'photos.listing':
      return [
        ...(photos.length < MOST_PHOTOS
          ? [press('one more photo', { type: 'capture.pressed' }, words.photos.add)]
          : []),
        ...photos
          .slice(-1)
          .map(({ id }) =>
            press(
              'take the last photo away',
              { type: 'photo.removed', id },
              words.photos.remove(photos.length),
            ),
          ),
        next,
        back,
      ];
    case 'photos.capturing':
      return [
        ...photoOutcomes('storePhoto', 'follow-up.photos.storing', photos.length + 1).map(
          ([what, outcome, answer]): FollowUpDeed => ({
            name: `take a photo: ${what}`,
            events: [{ type: 'photo.taken', jpeg: EXAMPLE_JPEG }, outcome],
            act: (hands) => takePhoto(hands, answer),
            patienceMs: PHOTO_PATIENCE_MS,
          }),
        ),
        press('leave the camera', { type: 'capture.left' }, texts.common.back),
      ];
    case 'phone.asking':
    case 'phone.doubting':
      return [
        ...Object.entries({ write: PHONE.text, 'write something doubtful': PHONE.doubted })
          .filter(([, typed]) => typed !== phone)
          .map(
            ([name, typed]): FollowUpDeed => ({
              name,
              events: [{ type: 'phone.typed', text: typed }],
              act: (hands) => hands.write(typed),
            }),
          ),
        snapshot.can({ type: 'doubt.kept' })
          ? press('keep it', { type: 'doubt.kept' }, words.doubts.keep)
          : next,
        back,
      ];
    case 'channel':
      return [
        press(
          'choose a message',
          { type: 'channel.chosen', channel: 'message' },
          words.channel.answers.message.label,
        ),
        back,
      ];
    case 'withdrawing':
      return [
        ...withdrawablePurposes(kind)
          .filter((purpose) => !purposes.includes(purpose))
          .slice(0, 1)
          .map((purpose) =>
            press(
              `tick ${purpose}`,
              { type: 'purposes.chosen', purposes: [...purposes, purpose] },
              words.withdraw.purposes[purpose].label,
            ),
          ),
        next,
        back,
      ];
    case 'checking':
      return [
        ...sendDeeds({ type: 'send.pressed' }, words.check.send),
        press('change it', { type: 'change.pressed' }, words.check.change),
        back,
      ];
    case 'failed.closed':
      return [press('open the ticket again', { type: 'reopen.pressed' }, words.failed.reopen)];
    case 'failed.repeatable':
      return [
        ...sendDeeds({ type: 'retry.pressed' }, words.failed.retry),
        press('leave it', { type: 'leave.pressed' }, words.failed.leave),
      ];
    case 'served.showing':
      return addedDeeds(snapshot);
    default:
      return [];
  }
}

/** Everything that can come of sending. */
function sendDeeds(event: FollowUpEvent, label: string): FollowUpDeed[] {
  const done = (output: unknown): EngineEvent => ({ type: 'xstate.done.actor.submit', output });
  const outcomes: [string, EngineEvent, ScriptedAnswer][] = [
    ['recorded', done(succeeded(added)), succeeded(added)],
    ...['intake.disk-full', 'follow-up.not-opened'].map((code): [string, EngineEvent, ScriptedAnswer] => [
      code,
      done(failed({ code })),
      failed({ code }),
    ]),
    ['the engine breaks', { type: 'xstate.error.actor.submit', error: new Error('scripted') }, 'breaks'],
    ['nobody answers', { type: 'xstate.after.submitPatience.follow-up.committing' }, 'silent'],
  ];
  return outcomes.map(([what, outcome, answer]) => ({
    name: `${event.type}: ${what}`,
    events: [event, outcome],
    async act(hands) {
      await hands.answer('follow-up.submit', answer);
      await hands.press(label);
    },
    patienceMs: LONG_PATIENCE_MS,
  }));
}

function addedDeeds({ context: { slip } }: Snapshot): FollowUpDeed[] {
  if (!slip) return [];
  const { slip: said } = texts.ticket;
  const answer = (taken: boolean) =>
    tellingDeeds<FollowUpEvent>({
      name: taken ? 'she has the slip' : 'she has no slip',
      event: { type: 'slip.answered', taken },
      waitsAt: 'follow-up.served.answering',
      press: (hands) =>
        hands.press(taken ? said.askingYes : slip.state === 'failed' ? said.atCounter : said.askingNo),
      call: 'slip.answer',
      becomes: slipIs(taken ? 'printed' : 'handed-over'),
    });
  return [
    ...newsDeeds<FollowUpEvent>(slip, (told) => ({ type: 'slip.changed', slip: told })),
    ...(slip.state === 'unknown' ? [...answer(true), ...answer(false)] : []),
    ...(slip.state === 'failed' ? answer(false) : []),
    ...(slip.state === 'failed'
      ? tellingDeeds<FollowUpEvent>({
          name: 'print again',
          event: { type: 'slip.retried' },
          waitsAt: 'follow-up.served.retrying',
          press: (hands) => hands.press(said.retry),
          call: 'slip.retry',
          becomes: slipIs('queued'),
        })
      : []),
    press('look at the ticket', { type: 'next.pressed' }, words.done.goOn),
  ];
}

function sightAt(snapshot: Snapshot): Sight {
  const { context } = snapshot;
  const name = stateName(snapshot.value);
  return { screen: SCREENS[name] ?? `follow-up.${name}`, ...seenAt(name, context) };
}

function seenAt(name: string, context: Snapshot['context']): Partial<Sight> {
  const { act, text, photos, phone, channel, purposes, isEmpty, doubts, slip } = context;
  switch (name) {
    case 'choosing':
      return { chosen: act ? [words.choose.acts[act].label] : [] };
    case 'writing':
      return { typed: text, words: isEmpty ? [words.information.empty] : [] };
    case 'photos.listing':
      return {
        words: [
          ...photos.map((_, at) => words.photos.remove(at + 1)),
          ...(context.photoProblem ? [problemWords(context.photoProblem.code)] : []),
          ...(isEmpty && !context.photoProblem ? [words.photos.empty] : []),
        ],
      };
    case 'phone.asking':
    case 'phone.doubting':
      return {
        typed: phone,
        words: [...(isEmpty ? [words.phone.empty] : []), ...(doubts.length > 0 ? [words.doubts.title] : [])],
      };
    case 'channel':
      return { chosen: channel ? [words.channel.answers[channel].label] : [] };
    case 'withdrawing':
      return {
        chosen: purposes.map((purpose) => words.withdraw.purposes[purpose].label),
        words: isEmpty ? [words.withdraw.empty] : [],
      };
    case 'checking':
      return {
        words: answersOf(context) && act ? [words.check.means[act], ...checkedWords(act, context)] : [],
      };
    case 'served.showing':
      return {
        words: slip
          ? [
              words.done.part(1),
              slipWords(slip, { ...texts.ticket.slip, handedOver: texts.ticket.slip.atCounterTitle }),
            ]
          : [],
      };
    default:
      return {};
  }
}

function checkedWords(act: FollowUpAct, { text, phone, photos }: Snapshot['context']): string[] {
  if (act === 'add-information') return [text];
  if (act === 'change-contact') return [phone];
  return act === 'add-photo' ? [words.check.photoCount(photos.length)] : [];
}

function problemWords(code: string): string {
  return code === 'intake.disk-full' ? words.photos.problem.full : words.photos.problem.unsure;
}
