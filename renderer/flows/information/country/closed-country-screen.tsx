import { Megaphone } from 'lucide-react';
import type { CountryProfile } from '../../../../shared/contract/content/information.ts';
import type { KioskContent, Provenance } from '../../../../shared/contract/content.ts';
import { BigButton } from '../../../components/big-button/big-button.tsx';
import { Screen } from '../../../components/screen/screen.tsx';
import { useLanguage } from '../../../texts/texts.tsx';
import { FactPages } from '../facts/fact-pages.tsx';
import type { InformationEvent } from '../information.machine.ts';
import { countryName } from '../view.ts';
import { useInformationWords } from '../words.ts';
import styles from './closed-country-screen.module.css';
import { CountryBand } from './country-band.tsx';
import { hotlineRows, partRows } from './part-rows.tsx';
import { StatusPlate } from './status-plate.tsx';

export interface ClosedCountryScreenProps {
  profile: CountryProfile;
  content: KioskContent;
  send(event: InformationEvent): void;
  onComplain(): void;
}

/** A country to which nobody is placed. It looks like no other profile: nothing here could be read as an offer. */
export function ClosedCountryScreen({ profile, content, send, onComplain }: ClosedCountryScreenProps) {
  const words = useInformationWords();
  const language = useLanguage();
  const input = {
    // Only what is said of this country: a gap in it would read as an offer.
    profile: { ...profile, unknown: [] },
    content: { ...content, information: { ...content.information, generalWarnings: [] } },
    language,
    words,
    onSource: (source: Provenance) => send({ type: 'source.pressed', source }),
  };
  const rows = [
    ...(profile.warnings.length > 0 ? partRows('warnings', input) : []),
    {
      key: 'help',
      row: (
        <div className={styles.help}>
          <p className={styles.question}>{words.status.stopOffered}</p>
          <BigButton tone="care" icon={Megaphone} onPress={onComplain}>
            {words.status.complain}
          </BigButton>
        </div>
      ),
    },
    ...hotlineRows(input),
  ];
  return (
    <Screen
      name={`information.country.${profile.code}`}
      tone="care"
      question={{
        eyebrow: countryName(profile.code, content.countries, language),
        title: words.status.stopTitle,
        why: <StatusPlate status={profile.status} content={content} />,
        picture: <CountryBand code={profile.code} isClosed />,
      }}
      back={{ onPress: () => send({ type: 'back.pressed' }) }}
      isWide
    >
      <FactPages key={language} rows={rows} />
    </Screen>
  );
}
