import { useState } from 'react';
import type { Country } from '../../../shared/contract/content.ts';
import type { Language } from '../../../shared/domain/language.ts';
import { unreachable } from '../../../shared/lib/unreachable.ts';
import type { Answer } from '../../components/answer-card/answer-card.tsx';
import { BigButton } from '../../components/big-button/big-button.tsx';
import { SingleChoice } from '../../components/single-choice/single-choice.tsx';
import type { ComplaintTexts } from '../../texts/complaint.id.ts';
import { countriesUnder, firstLetters } from '../complaint/country-letters.ts';
import { COUNTRY_ICONS } from '../complaint/icons.ts';

type Shelf = { shows: 'common' } | { shows: 'letters' } | { shows: 'letter'; letter: string };

/** So many that they and the way to all others stand on one page; the pack puts the most chosen first. */
const USUAL = 8;
/** No country code, so that it cannot be taken for one. */
const TO_LETTERS = 'to-letters';

interface CountryChoiceProps {
  title: string;
  countries: readonly Country[];
  chosen: string | undefined;
  language: Language;
  words: Pick<ComplaintTexts['country'], 'other' | 'common' | 'otherLetter'>;
  onChoose(code: string): void;
}

/** The usual countries as cards; every other under its first letter, without typing. */
export function CountryChoice({ title, countries, chosen, language, words, onChoose }: CountryChoiceProps) {
  const [shelf, setShelf] = useState<Shelf>({ shows: 'common' });
  const cardOf = ({ code, name }: Country): Answer<string> => ({
    value: code,
    label: name[language],
    icon: COUNTRY_ICONS.one,
  });
  const chooseOr = (value: string) => {
    if (value === TO_LETTERS) return setShelf({ shows: 'letters' });
    onChoose(value);
  };

  switch (shelf.shows) {
    case 'common': {
      const common = countries.filter((country) => country.common).slice(0, USUAL);
      const elsewhere = countries.filter(
        ({ code }) => code === chosen && !common.some((usual) => usual.code === code),
      );
      const other = { value: TO_LETTERS, label: words.other, icon: COUNTRY_ICONS.other };
      return (
        <SingleChoice
          key="common"
          label={title}
          answers={[...[...elsewhere, ...common].map(cardOf), other]}
          chosen={chosen}
          onChoose={chooseOr}
          columns={{ portrait: 1, landscape: 2 }}
        />
      );
    }
    case 'letters': {
      const letters = firstLetters(countries, language).map((letter) => ({
        value: letter,
        label: letter,
      }));
      return (
        <>
          <SingleChoice
            key="letters"
            label={title}
            answers={letters}
            onChoose={(letter) => setShelf({ shows: 'letter', letter })}
            columns={{ portrait: 5, landscape: 6 }}
          />
          <Elsewhere label={words.common} onPress={() => setShelf({ shows: 'common' })} />
        </>
      );
    }
    case 'letter':
      return (
        <>
          <SingleChoice
            key={shelf.letter}
            label={title}
            answers={countriesUnder(shelf.letter, countries, language).map(cardOf)}
            chosen={chosen}
            onChoose={chooseOr}
            columns={{ portrait: 1, landscape: 2 }}
          />
          <Elsewhere label={words.otherLetter} onPress={() => setShelf({ shows: 'letters' })} />
        </>
      );
    default:
      return unreachable(shelf);
  }
}

function Elsewhere({ label, onPress }: { label: string; onPress(): void }) {
  return (
    <div>
      <BigButton tone="quiet" icon={COUNTRY_ICONS.back} onPress={onPress}>
        {label}
      </BigButton>
    </div>
  );
}
