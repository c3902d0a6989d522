import type { VacancyPage } from '../../../shared/domain/vacancy.ts';
import { formatIsoDate } from '../../texts/format.ts';
import { useLanguage } from '../../texts/texts.tsx';
import styles from './bands.module.css';
import { useVacanciesWords } from './words.ts';

export interface BandsProps {
  snapshot: VacancyPage['snapshot'];
  hasExamples: boolean;
}

/** What must not be overlooked about all that stands below: that it is an example, that it is old. */
export function Bands({ snapshot, hasExamples }: BandsProps) {
  const words = useVacanciesWords();
  const language = useLanguage();
  if (!hasExamples && !snapshot?.isOld) return null;
  return (
    <div className={styles.bands}>
      {hasExamples ? (
        <p className={styles.band} data-kind="example">
          <strong>{words.example.title}</strong> <span>{words.example.text}</span>
        </p>
      ) : null}
      {snapshot?.isOld ? (
        <p className={styles.band} data-kind="old">
          <strong>{words.old.title}</strong>{' '}
          <span>{words.old.text(formatIsoDate(snapshot.takenOn, language))}</span>
        </p>
      ) : null}
    </div>
  );
}
