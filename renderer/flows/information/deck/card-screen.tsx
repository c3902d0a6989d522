import type { KioskContent, Provenance } from '../../../../shared/contract/content.ts';
import { IconStamp } from '../../../components/icon-stamp/icon-stamp.tsx';
import { Screen } from '../../../components/screen/screen.tsx';
import { useLanguage } from '../../../texts/texts.tsx';
import { FactPages } from '../facts/fact-pages.tsx';
import { FactRow, FactText, UnknownRow } from '../facts/fact-row.tsx';
import type { DeckName, InformationEvent } from '../information.machine.ts';
import { cardsOf } from '../view.ts';
import { sayer, useInformationWords } from '../words.ts';
import { iconOf } from './deck-icons.ts';

export interface CardScreenProps {
  deck: DeckName;
  content: KioskContent;
  /** Place in the deck, from 0. */
  at: number;
  send(event: InformationEvent): void;
}

/** One subject on one card: what is known, then what to ask. The thread counts the cards. */
export function CardScreen({ deck, content, at, send }: CardScreenProps) {
  const words = useInformationWords();
  const language = useLanguage();
  const say = sayer(content, language);
  const cards = cardsOf(content.information, deck);
  const found = cards[at];
  if (!found) return null;
  const { key, card } = found;
  const onSource = (source: Provenance) => send({ type: 'source.pressed', source });
  const rows = [
    ...card.points.map(({ text, provenance }, place) => ({
      key: `point-${place}`,
      row: (
        <FactRow provenance={provenance} onSource={onSource}>
          <FactText>{say(text)}</FactText>
        </FactRow>
      ),
    })),
    ...(card.points.length === 0
      ? [{ key: 'empty', row: <UnknownRow>{words.deck.emptyCard}</UnknownRow> }]
      : []),
    ...card.ask.map((text, place) => ({
      key: `ask-${place}`,
      row: <UnknownRow mark={words.deck.ask}>{say(text)}</UnknownRow>,
    })),
  ];
  return (
    <Screen
      name={`information.card.${key}`}
      question={{
        eyebrow: words.deck.cardOf(at + 1, cards.length),
        title: say(card.title),
        picture: <IconStamp icon={iconOf(key)} at={at} />,
      }}
      back={{ label: words.deck.all, onPress: () => send({ type: 'back.pressed' }) }}
      {...(at > 0
        ? { secondary: { label: words.deck.card(at), onPress: () => send({ type: 'previous.pressed' }) } }
        : {})}
      {...(at + 1 < cards.length
        ? { primary: { label: words.deck.card(at + 2), onPress: () => send({ type: 'next.pressed' }) } }
        : {})}
      isWide
    >
      <FactPages key={`${key}-${language}`} rows={rows} />
    </Screen>
  );
}
