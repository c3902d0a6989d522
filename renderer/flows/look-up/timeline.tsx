import { Check, TriangleAlert } from 'lucide-react';
import { useTexts } from '../../texts/texts.tsx';
import styles from './case-steps.module.css';

/** The case as a thread with a knot for each step that is reached. */
export function CaseSteps({ step, isCare }: { step: number; isCare: boolean }) {
  const texts = useTexts().lookUp;
  return (
    <ol className={styles.steps}>
      {texts.steps.map((name, at) => {
        const state = at + 1 < step ? 'past' : at + 1 === step ? 'now' : 'ahead';
        return (
          <li
            key={name}
            className={styles.step}
            data-state={state}
            data-care={(isCare && state === 'now') || undefined}
            aria-current={state === 'now' ? 'step' : undefined}
          >
            <span className={styles.knot} aria-hidden="true">
              {isCare && state === 'now' ? <TriangleAlert /> : state === 'ahead' ? null : <Check />}
            </span>
            <span className={styles.name}>{name}</span>
          </li>
        );
      })}
    </ol>
  );
}
