import type { ReactNode } from 'react';
import styles from './desk.module.css';
import { LevelMark, type Mark } from './level-mark.tsx';

/** The one thing to see from two metres: a large shape, and a line beside it. */
export function Verdict({ mark, children }: { mark: Mark; children: ReactNode }) {
  return (
    <div className={styles.verdict}>
      <LevelMark mark={mark} size="large" />
      <div>{children}</div>
    </div>
  );
}
