import { ArrowRight } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { Language } from '../../../shared/domain/language.ts';
import { SceneBand } from '../../components/scene-band/scene-band.tsx';
import { Screen } from '../../components/screen/screen.tsx';
import { catalogues } from '../../texts/texts.tsx';
import styles from './language-screen.module.css';

const LANGUAGES: readonly Language[] = ['id', 'en'];

/** Each language asks and answers in its own words. */
export function LanguageScreen({ onChoose, onBack }: { onChoose(language: Language): void; onBack(): void }) {
  return (
    <Screen
      name="lobby.language"
      isSparse
      question={{
        title: catalogues.id.language.question,
        why: <span lang="en">{catalogues.en.language.question}</span>,
        picture: <SceneBand scene="table" />,
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
