import { ArrowRight } from 'lucide-react';
import { Button } from 'react-aria-components';
import { type ExtraLanguage, Language, type ScreenLanguage } from '../../../shared/domain/language.ts';
import { SceneBand } from '../../components/scene-band/scene-band.tsx';
import { Screen } from '../../components/screen/screen.tsx';
import { useStaffDoor } from '../../desk/door/staff-door-button.tsx';
import { comfortId } from '../../texts/comfort.id.ts';
import { catalogues } from '../../texts/texts.tsx';
import styles from './language-screen.module.css';

export interface LanguageScreenProps {
  /** Languages of labels only, where a technician turned them on. Each says that nobody has checked it. */
  extra: readonly ExtraLanguage[];
  onChoose(language: ScreenLanguage): void;
  onBack(): void;
  onStaffDoor(): void;
}

/** Each language asks and answers in its own words. */
export function LanguageScreen({ extra, onChoose, onBack, onStaffDoor }: LanguageScreenProps) {
  const staffDoor = useStaffDoor(onStaffDoor);
  return (
    <Screen
      name="lobby.language"
      isSparse={extra.length === 0}
      question={{
        title: catalogues.id.language.question,
        why: <span lang="en">{catalogues.en.language.question}</span>,
        picture: <SceneBand scene="table" />,
      }}
      back={{ onPress: onBack }}
      secondary={staffDoor}
    >
      <div className={styles.languages}>
        {[...Language.options, ...extra].map((language) => (
          <Button
            key={language}
            lang={language}
            className={styles.language ?? ''}
            onPress={() => onChoose(language)}
          >
            <span className={styles.name}>{catalogues[language].languageName}</span>
            <span className={styles.greeting}>{catalogues[language].language.greeting}</span>
            {isExtra(language, extra) ? (
              <span className={styles.unreviewed} lang="id">
                {comfortId.unreviewed}
              </span>
            ) : null}
            <ArrowRight aria-hidden="true" />
          </Button>
        ))}
      </div>
    </Screen>
  );
}

function isExtra(language: ScreenLanguage, extra: readonly ScreenLanguage[]): boolean {
  return extra.includes(language);
}
