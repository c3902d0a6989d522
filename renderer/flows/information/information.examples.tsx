import type { ProfilePart } from '../../../shared/contract/content/information.ts';
import type { KioskContent } from '../../../shared/contract/content.ts';
import { exampleContent } from '../../bridge/fake.ts';
import type { Example } from '../../gallery/example.ts';
import { ClosedCountryScreen } from './country/closed-country-screen.tsx';
import { CountryScreen } from './country/country-screen.tsx';
import { TakeHomeDialog } from './country/take-home-dialog.tsx';
import { CardScreen } from './deck/card-screen.tsx';
import { DeckScreen } from './deck/deck-screen.tsx';
import { aProfile, informationExample } from './example-content.ts';
import { SourceDialog } from './facts/source-dialog.tsx';
import { CountriesScreen } from './screens/countries-screen.tsx';
import { StartScreen } from './screens/start-screen.tsx';

const nothing = () => {};
const content = informationExample();

function country(code: string, part: ProfilePart = 'summary', from: KioskContent = content) {
  const profile = from.information.profiles.find((found) => found.code === code) ?? aProfile();
  return <CountryScreen profile={profile} content={from} part={part} send={nothing} />;
}

function closed(code: string) {
  const profile = content.information.profiles.find((found) => found.code === code) ?? aProfile();
  return <ClosedCountryScreen profile={profile} content={content} send={nothing} onComplain={nothing} />;
}

const screens: Record<string, Example['render']> = {
  start: () => <StartScreen send={nothing} onGoTo={nothing} />,
  countries: () => <CountriesScreen content={content} last={null} send={nothing} />,
  'countries-empty': () => <CountriesScreen content={exampleContent()} last={null} send={nothing} />,
  country: () => country('HK'),
  'country-open': () => country('TW'),
  'country-limited': () => country('SA'),
  'country-wages': () => country('HK', 'wages'),
  'country-rights': () => country('HK', 'rights'),
  'country-lines': () => country('HK', 'lines'),
  'country-warnings': () => country('SA', 'warnings'),
  'country-nothing-known': () => country('TR', 'wages'),
  'country-closed': () => closed('IT'),
  'country-no-cooperation': () => closed('KH'),
  'take-home': () => (
    <>
      {country('HK', 'lines')}
      <TakeHomeDialog profile={aProfile()} name="Hong Kong" onClose={nothing} />
    </>
  ),
  source: () => (
    <>
      {country('HK', 'rights')}
      {aProfile()
        .rights.slice(2)
        .map(({ provenance }) => (
          <SourceDialog key={provenance.source} source={provenance} onClose={nothing} />
        ))}
    </>
  ),
  subjects: () => <DeckScreen deck="subjects" content={content} last={0} send={nothing} />,
  subject: () => <CardScreen deck="subjects" content={content} at={1} send={nothing} />,
  'subject-last': () => <CardScreen deck="subjects" content={content} at={11} send={nothing} />,
  institution: () => <DeckScreen deck="institution" content={content} last={0} send={nothing} />,
  'institution-card': () => <CardScreen deck="institution" content={content} at={0} send={nothing} />,
  'card-expired': () => <CardScreen deck="institution" content={content} at={1} send={nothing} />,
  'deck-empty': () => <DeckScreen deck="subjects" content={exampleContent()} last={0} send={nothing} />,
};

export const examples: readonly Example[] = Object.entries(screens).map(([name, render]) => ({
  name,
  render,
  isScreen: true,
}));
