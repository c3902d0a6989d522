import type { KioskContent } from '../../../../shared/contract/content.ts';
import { Screen } from '../../../components/screen/screen.tsx';
import { SingleChoice } from '../../../components/single-choice/single-choice.tsx';
import { useLanguage } from '../../../texts/texts.tsx';
import type { DeckName, InformationEvent } from '../information.machine.ts';
import { EmptyShelf } from '../screens/empty-shelf.tsx';
import { cardsOf } from '../view.ts';
import { sayer, useInformationWords } from '../words.ts';
import { iconOf } from './deck-icons.ts';

export interface DeckScreenProps {
  deck: DeckName;
  content: KioskContent;
  /** The card she comes back from: its page is shown. */
  last: number;
  send(event: InformationEvent): void;
}

/** The titles of a deck. */
export function DeckScreen({ deck, content, last, send }: DeckScreenProps) {
  const words = useInformationWords();
  const say = sayer(content, useLanguage());
  const cards = cardsOf(content.information, deck);
  const isEmpty = cards.length === 0;
  const { title, why } = words.deck[deck];
  return (
    <Screen
      name={`information.deck.${deck}`}
      question={{
        eyebrow: words.eyebrow,
        title: isEmpty ? words.deck.emptyTitle : title,
        ...(isEmpty ? {} : { why }),
      }}
      back={{ onPress: () => send({ type: 'back.pressed' }) }}
    >
      {isEmpty ? (
        <EmptyShelf text={words.deck.empty} />
      ) : (
        <SingleChoice
          label={title}
          answers={cards.map(({ key, card }, at) => ({
            value: String(at),
            label: say(card.title),
            icon: iconOf(key),
          }))}
          {...(last > 0 ? { chosen: String(last) } : {})}
          columns={cards.length > 4 ? { portrait: 1, landscape: 2 } : { portrait: 1, landscape: 1 }}
          onChoose={(at) => send({ type: 'card.chosen', card: Number(at) })}
        />
      )}
    </Screen>
  );
}
