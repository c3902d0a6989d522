import { ArrowRight } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { Language } from '../../../shared/domain/language.ts';
import { Screen } from '../../components/screen/screen.tsx';
import { Stamp } from '../../components/stamp/stamp.tsx';
import { catalogues } from '../../texts/texts.tsx';
import styles from './language-screen.module.css';

const LANGUAGES: readonly Language[] = ['id', 'en'];

/** Each language asks and answers in its own words. */
export function LanguageScreen({ onChoose, onBack }: { onChoose(language: Language): void; onBack(): void }) {
  return (
    <Screen
      name="lobby.language"
      question={{
        title: catalogues.id.language.question,
        why: <span lang="en">{catalogues.en.language.question}</span>,
        picture: (
          <div className={styles.picture}>
            <Stamp scene="table" />
          </div>
        ),
      }}
      back={{ onPress: onBack }}
    >
      <div className={styles.languages}>
        {LANGUAGES.map((language) => (
          <Button
            key={language}
            lang={language}
            className={styles.language ?? ''}
            onPress={() => onChoose(language)}
          >
            <span className={styles.name}>{catalogues[language].languageName}</span>
            <span className={styles.greeting}>{catalogues[language].language.greeting}</span>
            <ArrowRight aria-hidden="true" />
          </Button>
        ))}
      </div>
    </Screen>
  );
}
