import type { Provenance } from '../../../../shared/contract/content.ts';
import type { Language } from '../../../../shared/domain/language.ts';
import { formatIsoDate } from '../../../texts/format.ts';
import { useTexts } from '../../../texts/texts.tsx';
import { sourceName } from '../source-name.ts';
import { useServicesWords } from '../words.ts';
import styles from './fact-line.module.css';

/** Where a fact comes from, when it was looked at, and whether it is sure: in one quiet line below it. */
export function FactLine({ provenance, language }: { provenance: Provenance; language: Language }) {
  const { about } = useServicesWords();
  const texts = useTexts();
  return (
    <span className={styles.line}>
      {provenance.confidence === 'sure' ? null : (
        <span className={styles.mark}>{texts.common.toBeChecked}</span>
      )}
      <span>
        {about.source(sourceName(provenance.source))}.{' '}
        {about.checked(formatIsoDate(provenance.verified_on, language))}.
      </span>
    </span>
  );
}
