import type { SnapshotFrom } from 'xstate';
import { type PaperEvent, paperMachine } from '../../renderer/flows/registration/paper.machine.ts';
import { id as texts } from '../../renderer/texts/id.ts';
import { registrationId as words } from '../../renderer/texts/registration.id.ts';
import { kioskCodeOf, ticketNumberOf } from '../../shared/domain/ticket.ts';
import { succeeded } from '../../shared/lib/result.ts';
import { type DeedOf, type FlowModel, flowModel, type Sight, stateName } from './flow-model.ts';
import { BETWEEN, newsDeeds, SLIP_ID, slipIs, slipWords, tellingDeeds } from './slip.ts';

type Snapshot = SnapshotFrom<typeof paperMachine>;
type PaperDeed = DeedOf<typeof paperMachine>;

const DAY_MS = 86_400_000;
const LEFT_OUT = {
  'xstate.error.actor.watchSlip':
    'the listener cannot throw: it only registers for what the kiosk tells by itself',
  'telling slip.changed': BETWEEN,
  'retrying slip.changed': BETWEEN,
  'done slip.changed': 'the page is left',
};

/** What becomes of a paper of the registration, from the page with its numbers to her word about it; here that of a kept draft. */
export function paperPaths(): FlowModel {
  // Each visitor has numbers of her own: those of the last one must not be found again.
  let visits = 0;
  return flowModel({
    name: 'registration-paper',
    machine: paperMachine,
    input: { slipId: SLIP_ID, isSettled: false },
    deedsAt,
    sightAt,
    endsAt: () => ({ screen: 'lobby.thank-you' }),
    mark: ({ context: { slip, taken } }) => [slip.state, taken],
    async open(hands) {
      visits += 1;
      const kept = {
        code: ticketNumberOf(kioskCodeOf(7), visits).replace('-', ''),
        secret: String(visits * 91_717)
          .padStart(6, '0')
          .slice(-6),
        slipId: SLIP_ID,
        expiresAt: Date.now() + DAY_MS,
      };
      await hands.answer('draft.save', succeeded(kept));
      await hands.press(hands.words.home.tiles.registration.name);
      await hands.visitor.sees('registration.begin');
      await hands.press(words.begin.new.label);
      await hands.visitor.sees('registration.employer-kind');
      await hands.press(words.answers.employerKind.company.label);
      await hands.visitor.sees('registration.scheme');
      await hands.press(words.keep);
    },
    leftOut: LEFT_OUT,
  });
}

function deedsAt(snapshot: Snapshot): PaperDeed[] {
  const { slip, taken } = snapshot.context;
  const press = (name: string, event: PaperEvent, label: string): PaperDeed => ({
    name,
    events: [event],
    act: (hands) => hands.press(label),
  });
  const news = newsDeeds<PaperEvent>(slip, (told) => ({ type: 'slip.changed', slip: told }));
  switch (stateName(snapshot.value)) {
    case 'showing':
      return [
        ...news,
        ...(slip.state === 'unknown'
          ? [
              ...wordDeeds('slip.taken', texts.ticket.slip.askingYes),
              ...wordDeeds('slip.missing', texts.ticket.slip.askingNo),
            ]
          : []),
        ...(slip.state === 'failed'
          ? [...retryDeeds(), ...wordDeeds('next.pressed', texts.common.next)]
          : [press('go on', { type: 'next.pressed' }, words.kept.next)]),
      ];
    case 'asking':
      return [
        ...news,
        ...wordDeeds('slip.taken', words.slip.taken),
        ...wordDeeds('slip.missing', words.slip.missing),
        ...(slip.state === 'failed' ? retryDeeds() : []),
        press('go back', { type: 'back.pressed' }, texts.common.back),
      ];
    case 'withoutPaper':
      return [...news, press('go on', { type: 'next.pressed' }, words.slip.goOn)];
    default:
      return [];
  }

  function wordDeeds(type: 'slip.taken' | 'slip.missing' | 'next.pressed', label: string): PaperDeed[] {
    return tellingDeeds<PaperEvent>({
      name: type === 'next.pressed' ? 'go on without paper' : `say ${type}`,
      event: { type },
      waitsAt: 'paper.telling',
      press: (hands) => hands.press(label),
      call: 'slip.answer',
      becomes: slipIs(type === 'slip.taken' ? 'printed' : 'handed-over'),
    });
  }

  function retryDeeds(): PaperDeed[] {
    return taken === null
      ? tellingDeeds<PaperEvent>({
          name: 'print again',
          event: { type: 'slip.retried' },
          waitsAt: 'paper.retrying',
          press: (hands) => hands.press(texts.ticket.slip.retry),
          call: 'slip.retry',
          becomes: slipIs('queued'),
        })
      : [];
  }
}

function sightAt({ value, context: { slip } }: Snapshot): Sight {
  switch (stateName(value)) {
    case 'asking':
      return { screen: 'registration.slip', words: [words.slip.taken, words.slip.missing] };
    case 'withoutPaper':
      return { screen: 'registration.kept', words: [words.slip.withoutTitle] };
    default:
      return { screen: 'registration.kept', words: [slipWords(slip, texts.ticket.slip)] };
  }
}
