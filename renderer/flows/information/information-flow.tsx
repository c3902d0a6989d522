import { useMachine } from '@xstate/react';
import { useEffect, useState } from 'react';
import type { FlowProps } from '../../lobby/flow-props.ts';
import { ClosedCountryScreen } from './country/closed-country-screen.tsx';
import { CountryScreen } from './country/country-screen.tsx';
import { TakeHomeDialog } from './country/take-home-dialog.tsx';
import { CardScreen } from './deck/card-screen.tsx';
import { DeckScreen } from './deck/deck-screen.tsx';
import { SourceDialog } from './facts/source-dialog.tsx';
import { informationMachine } from './information.machine.ts';
import { CountriesScreen } from './screens/countries-screen.tsx';
import { StartScreen } from './screens/start-screen.tsx';
import { cardsOf, countryName, isClosed } from './view.ts';

/** What a worker should know: destinations, rights, the institution. Nothing is asked, nothing is recorded. */
export function InformationFlow({ content, language, onLeave, onGoTo }: FlowProps) {
  const { information } = content;
  const [input] = useState(() => ({
    countries: information.profiles.map(({ code }) => code),
    cards: {
      subjects: cardsOf(information, 'subjects').length,
      institution: cardsOf(information, 'institution').length,
    },
  }));
  const [snapshot, send] = useMachine(informationMachine, { input });
  const { context } = snapshot;
  const isLeft = snapshot.status === 'done';
  useEffect(() => {
    if (isLeft) onLeave();
  }, [isLeft, onLeave]);

  const close = () => send({ type: 'closed.pressed' });
  const source = context.source ? <SourceDialog source={context.source} onClose={close} /> : null;
  const profile = information.profiles.find(({ code }) => code === context.country);
  if (snapshot.matches('country') && profile) {
    return (
      <>
        {isClosed(profile) ? (
          <ClosedCountryScreen
            profile={profile}
            content={content}
            send={send}
            onComplain={() => onGoTo('complaint')}
          />
        ) : (
          <CountryScreen profile={profile} content={content} part={context.part} send={send} />
        )}
        {source}
        {snapshot.matches({ country: 'takingHome' }) ? (
          <TakeHomeDialog
            profile={profile}
            name={countryName(profile.code, content.countries, language)}
            onClose={close}
          />
        ) : null}
      </>
    );
  }
  if (snapshot.matches('countries')) {
    return <CountriesScreen content={content} last={context.country} send={send} />;
  }
  if (snapshot.matches('deck')) {
    return <DeckScreen deck={context.deck} content={content} last={context.card} send={send} />;
  }
  if (snapshot.matches('card')) {
    return (
      <>
        <CardScreen deck={context.deck} content={content} at={context.card} send={send} />
        {source}
      </>
    );
  }
  return <StartScreen send={send} onGoTo={onGoTo} />;
}
