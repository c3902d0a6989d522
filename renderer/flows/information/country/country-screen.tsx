import { Button } from 'react-aria-components';
import { type CountryProfile, ProfilePart } from '../../../../shared/contract/content/information.ts';
import type { KioskContent } from '../../../../shared/contract/content.ts';
import { Screen } from '../../../components/screen/screen.tsx';
import { useLanguage } from '../../../texts/texts.tsx';
import { FactPages } from '../facts/fact-pages.tsx';
import type { InformationEvent } from '../information.machine.ts';
import { countryName } from '../view.ts';
import { useInformationWords } from '../words.ts';
import { CountryBand } from './country-band.tsx';
import styles from './country-screen.module.css';
import { PART_ICONS, partRows } from './part-rows.tsx';
import { StatusPlate } from './status-plate.tsx';

export interface CountryScreenProps {
  profile: CountryProfile;
  content: KioskContent;
  part: ProfilePart;
  send(event: InformationEvent): void;
}

/** A destination in five parts. Its own warnings are on the first of them, before everything else. */
export function CountryScreen({ profile, content, part, send }: CountryScreenProps) {
  const words = useInformationWords();
  const language = useLanguage();
  const hasLines = profile.emergency.length + profile.missions.length > 0;
  const input = {
    profile,
    content,
    language,
    words,
    onSource: (source: CountryProfile['rights'][number]['provenance']) =>
      send({ type: 'source.pressed', source }),
  };
  return (
    <Screen
      name={`information.country.${profile.code}`}
      question={{
        eyebrow: words.start.countries.label,
        title: countryName(profile.code, content.countries, language),
        why: <StatusPlate status={profile.status} content={content} />,
        picture: <CountryBand code={profile.code} isClosed={false} />,
      }}
      back={{ onPress: () => send({ type: 'back.pressed' }) }}
      {...(part === 'lines' && hasLines
        ? { secondary: { label: words.country.takeHome, onPress: () => send({ type: 'lines.pressed' }) } }
        : {})}
      isWide
    >
      <nav className={styles.parts} aria-label={words.part.label}>
        {ProfilePart.options.map((name) => {
          const Icon = PART_ICONS[name];
          return (
            <Button
              key={name}
              className={styles.part ?? ''}
              aria-pressed={name === part}
              onPress={() => send({ type: 'part.chosen', part: name })}
            >
              <Icon aria-hidden="true" />
              <span>{words.part.name[name]}</span>
            </Button>
          );
        })}
      </nav>
      <FactPages key={`${part}-${language}`} rows={partRows(part, input)} />
    </Screen>
  );
}
