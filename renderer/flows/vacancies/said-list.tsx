import type { Bilingual, Provenance } from '../../../shared/contract/content.ts';
import type { Language } from '../../../shared/domain/language.ts';
import { ExplainedText } from '../../components/explained-text/explained-text.tsx';
import { formatIsoDate } from '../../texts/format.ts';
import styles from './said-list.module.css';
import { useVacanciesWords } from './words.ts';

export interface SaidListProps {
  said: readonly { text: Bilingual; provenance: Provenance }[];
  language: Language;
}

/** Facts of the pack, each with when it was checked. */
export function SaidList({ said, language }: SaidListProps) {
  return (
    <ul className={styles.list}>
      {said.map(({ text, provenance }) => (
        <li key={text.id} className={styles.item}>
          <p className={styles.text}>
            <ExplainedText>{text[language]}</ExplainedText>
          </p>
          <Checked provenance={provenance} language={language} />
        </li>
      ))}
    </ul>
  );
}

/** When a fact was checked, and that it is not sure where it is not. */
export function Checked({ provenance, language }: { provenance: Provenance; language: Language }) {
  const words = useVacanciesWords().checking;
  return (
    <p className={styles.checked}>
      {words.checkedOn(formatIsoDate(provenance.verified_on, language))}
      {provenance.confidence === 'sure' ? null : <span className={styles.unsure}>{words.unsure}</span>}
    </p>
  );
}
