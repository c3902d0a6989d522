import { Button } from 'react-aria-components';
import type { CountryProfile } from '../../../../shared/contract/content/information.ts';
import type { KioskContent } from '../../../../shared/contract/content.ts';
import { Notice } from '../../../components/notice/notice.tsx';
import { PagedGrid } from '../../../components/paged-grid/paged-grid.tsx';
import { Screen } from '../../../components/screen/screen.tsx';
import { useLanguage } from '../../../texts/texts.tsx';
import type { InformationEvent } from '../information.machine.ts';
import { CountryStamp } from '../stamps/country-stamp.tsx';
import { StatusSign } from '../status-sign.tsx';
import { countryName, isClosed } from '../view.ts';
import { sayer, useInformationWords } from '../words.ts';
import styles from './countries-screen.module.css';
import { EmptyShelf } from './empty-shelf.tsx';

export interface CountriesScreenProps {
  content: KioskContent;
  /** The country she comes back from: its page is shown. */
  last: string | null;
  send(event: InformationEvent): void;
}

/** All destinations, each with the sign of its status; the warning that matters most stands above them. */
export function CountriesScreen({ content, last, send }: CountriesScreenProps) {
  const words = useInformationWords();
  const say = sayer(content, useLanguage());
  const { profiles, generalWarnings } = content.information;
  const [warning] = generalWarnings;
  const isEmpty = profiles.length === 0;
  return (
    <Screen
      name="information.countries"
      question={{
        eyebrow: words.eyebrow,
        title: isEmpty ? words.countries.emptyTitle : words.countries.title,
        ...(isEmpty ? {} : { why: words.countries.why }),
      }}
      back={{ onPress: () => send({ type: 'back.pressed' }) }}
      isWide
    >
      {isEmpty ? (
        <EmptyShelf text={words.countries.empty} />
      ) : (
        <>
          {warning ? <Notice tone="care">{say(warning.text)}</Notice> : null}
          <PagedGrid
            items={profiles}
            keyOf={({ code }) => code}
            startAt={Math.max(
              0,
              profiles.findIndex(({ code }) => code === last),
            )}
            columns={{ portrait: 2, landscape: 2 }}
            rowHeight={{ portrait: 8.5, landscape: 6.75 }}
            tallestRow={{ portrait: 9.5, landscape: 7.5 }}
            render={(profile) => (
              <CountryCard
                profile={profile}
                content={content}
                onPress={() => send({ type: 'country.chosen', code: profile.code })}
              />
            )}
          />
        </>
      )}
    </Screen>
  );
}

function CountryCard({
  profile,
  content,
  onPress,
}: {
  profile: CountryProfile;
  content: KioskContent;
  onPress(): void;
}) {
  const language = useLanguage();
  return (
    <Button className={styles.card ?? ''} data-closed={isClosed(profile) || undefined} onPress={onPress}>
      <span className={styles.stamp}>
        <CountryStamp code={profile.code} isClosed={isClosed(profile)} isSmall />
      </span>
      <span className={styles.words}>
        <span className={styles.name}>{countryName(profile.code, content.countries, language)}</span>
        <StatusSign value={profile.status.value} />
      </span>
    </Button>
  );
}
