import { useDeskWords } from '../../desk-words.ts';
import styles from '../../frame/desk.module.css';

/** What to look at when no paper came, in the order in which it is quickest. */
export function BadSteps() {
  const { printer: words } = useDeskWords();
  return (
    <ol className={styles.steps}>
      {words.badSteps.map((step, at) => (
        <li key={step}>
          <b>{at + 1}</b>
          <span>{step}</span>
        </li>
      ))}
    </ol>
  );
}

/** Kind and address of a printer. Null: nothing is set. */
export function PrinterFactList({ profile, address }: { profile: string | null; address: string | null }) {
  const { printer: words } = useDeskWords();
  return (
    <dl className={styles.facts}>
      <div className={styles.fact}>
        <dt>{words.profile}</dt>
        <dd>{profile ?? words.noValue}</dd>
      </div>
      <div className={styles.fact}>
        <dt>{words.address}</dt>
        <dd>{address ?? words.noValue}</dd>
      </div>
    </dl>
  );
}
