import type { SnapshotFrom } from 'xstate';
import {
  type InformationEvent,
  informationMachine,
} from '../../renderer/flows/information/information.machine.ts';
import { cardsOf, isClosed } from '../../renderer/flows/information/view.ts';
import { id as texts } from '../../renderer/texts/id.ts';
import { informationId as words } from '../../renderer/texts/information.id.ts';
import { ProfilePart } from '../../shared/contract/content/information.ts';
import type { KioskContent } from '../../shared/contract/content.ts';
import { type DeedOf, type FlowModel, flowModel, type Sight, stateName } from './flow-model.ts';

type Snapshot = SnapshotFrom<typeof informationMachine>;
type InformationDeed = DeedOf<typeof informationMachine>;

/** Every destination with its barrier or its parts; cards one after the other; sources and the code to take home. */
export function informationPaths(content: KioskContent): FlowModel {
  const { profiles } = content.information;
  // One country with every part and one that is closed: the others are the same screens with other facts.
  const open = profiles.find((profile) => !isClosed(profile) && profile.emergency.length > 0);
  const closed = profiles.find(isClosed);
  return flowModel({
    name: 'information',
    machine: informationMachine,
    input: {
      countries: profiles.map(({ code }) => code),
      cards: {
        subjects: cardsOf(content.information, 'subjects').length,
        institution: cardsOf(content.information, 'institution').length,
      },
    },
    deedsAt: (snapshot) =>
      deedsAt(
        snapshot,
        content,
        [open, closed].flatMap((one) => (one ? [one.code] : [])),
      ),
    sightAt: (snapshot) => sightAt(snapshot, content),
    endsAt: () => ({ screen: 'lobby.home' }),
    mark: ({ context: { country, part, deck, card } }) => [country, part, deck, card],
    async open(hands) {
      await hands.press(hands.words.home.tiles.information.name);
    },
  });
}

function deedsAt(snapshot: Snapshot, content: KioskContent, tried: readonly string[]): InformationDeed[] {
  const { context } = snapshot;
  const press = (name: string, event: InformationEvent, label: string): InformationDeed => ({
    name,
    events: [event],
    act: (hands) => hands.press(label),
  });
  const back = press('go back', { type: 'back.pressed' }, texts.common.back);
  const source: InformationDeed = {
    name: 'ask for a source',
    events: [{ type: 'source.pressed', source: anySource(content) }],
    act: (hands) => hands.press(words.fact.source),
  };
  const close = press('close', { type: 'closed.pressed' }, words.fact.close);
  switch (stateName(snapshot.value)) {
    case 'start':
      return [
        press('open the countries', { type: 'countries.chosen' }, words.start.countries.label),
        press('open the subjects', { type: 'deck.chosen', deck: 'subjects' }, words.start.subjects.label),
        press(
          'open the institution',
          { type: 'deck.chosen', deck: 'institution' },
          words.start.institution.label,
        ),
        back,
      ];
    case 'countries':
      return [
        ...tried.map((code) =>
          press(
            `open ${code}`,
            { type: 'country.chosen', code },
            content.countries.find((country) => country.code === code)?.name.id ?? code,
          ),
        ),
        back,
      ];
    case 'country.reading': {
      const profile = content.information.profiles.find(({ code }) => code === context.country);
      if (!profile || isClosed(profile)) return [source, back];
      return [
        ...ProfilePart.options
          .filter((part) => part !== context.part)
          .map((part) => press(`open ${part}`, { type: 'part.chosen', part }, words.part.name[part])),
        ...(context.part === 'lines'
          ? [press('take the numbers home', { type: 'lines.pressed' }, words.country.takeHome)]
          : []),
        // A part without facts has no source either.
        ...(context.part === 'lines' ? [source] : []),
        back,
      ];
    }
    case 'country.showingSource':
    case 'country.takingHome':
    case 'card.showingSource':
      return [close];
    case 'deck': {
      const cards = cardsOf(content.information, context.deck);
      return [
        ...[0, cards.length - 1].map((card) =>
          press(`open card ${card + 1}`, { type: 'card.chosen', card }, cards[card]?.card.title.id ?? ''),
        ),
        back,
      ];
    }
    case 'card.reading': {
      const { card: at, deck } = context;
      const hasFacts = (cardsOf(content.information, deck)[at]?.card.points.length ?? 0) > 0;
      return [
        press('next card', { type: 'next.pressed' }, words.deck.card(at + 2)),
        press('card before', { type: 'previous.pressed' }, words.deck.card(at)),
        ...(hasFacts ? [source] : []),
        press('all cards', { type: 'back.pressed' }, words.deck.all),
      ];
    }
    default:
      return [];
  }
}

/** Which source does not matter to the machine; on the screen it is the first that shows. */
function anySource({ hotlines }: KioskContent) {
  const [line] = hotlines;
  if (!line) throw new Error('the pack has hotlines');
  return line.provenance;
}

function sightAt(snapshot: Snapshot, content: KioskContent): Sight {
  const { context } = snapshot;
  const state = stateName(snapshot.value);
  const profile = content.information.profiles.find(({ code }) => code === context.country);
  const dialog = dialogOver(state);
  switch (state) {
    case 'start':
    case 'countries':
      return { screen: `information.${state}`, dialog };
    case 'deck':
      return { screen: `information.deck.${context.deck}`, dialog };
    case 'card.reading':
    case 'card.showingSource': {
      const key = cardsOf(content.information, context.deck)[context.card]?.key ?? '';
      return { screen: `information.card.${key}`, dialog };
    }
    default:
      return {
        screen: `information.country.${context.country}`,
        dialog,
        ...(profile && !isClosed(profile) ? { chosen: [words.part.name[context.part]] } : {}),
      };
  }
}

function dialogOver(state: string): string | null {
  if (state.endsWith('showingSource')) return words.fact.sourceTitle;
  return state.endsWith('takingHome') ? words.country.takeHomeTitle : null;
}
