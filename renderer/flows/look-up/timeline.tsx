import { Check, TriangleAlert } from 'lucide-react';
import type { TimelineStep } from './steps.ts';
import styles from './timeline.module.css';

export interface TimelineProps {
  steps: readonly TimelineStep[];
  isCare: boolean;
  tell(at: number): string;
}

/** The ticket as a thread with a knot for each step, and the time of each that is known. */
export function Timeline({ steps, isCare, tell }: TimelineProps) {
  return (
    <ol className={styles.steps}>
      {steps.map(({ name, state, at }) => {
        const needsCare = isCare && state === 'now';
        return (
          <li
            key={name}
            className={styles.step}
            data-state={state}
            data-care={needsCare || undefined}
            aria-current={state === 'now' ? 'step' : undefined}
          >
            <span className={styles.knot} aria-hidden="true">
              {needsCare ? <TriangleAlert /> : state === 'ahead' ? null : <Check />}
            </span>
            <span className={styles.words}>
              <span className={styles.name}>{name}</span>
              {at === null || state === 'ahead' ? null : <span className={styles.time}>{tell(at)}</span>}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
