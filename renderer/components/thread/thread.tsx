import { useTexts } from '../../texts/texts.tsx';
import styles from './thread.module.css';
import { knotsOf, THREAD_PATH } from './thread-shape.ts';

export interface ThreadProps {
  /** Steps that have an answer. */
  answered: number;
  /** Steps of the whole flow as far as is known now; may grow with an answer. */
  total: number;
}

/** The journey so far: one line along the edge of the screen with a knot for each answered step. */
export function Thread({ answered, total }: ThreadProps) {
  const texts = useTexts();
  const steps = Math.max(1, total);
  const done = Math.min(Math.max(0, answered), steps);
  const knots = knotsOf(steps);
  const reached = done === steps ? 1 : done === 0 ? 0.02 : (knots[done - 1]?.y ?? 0);
  return (
    <div
      className={styles.thread}
      role="img"
      aria-label={texts.thread.progress(done, steps)}
      data-complete={done === steps || undefined}
      data-dense={steps > 16 || undefined}
    >
      <svg className={styles.line} viewBox="0 0 64 1000" preserveAspectRatio="none" aria-hidden="true">
        <path className={styles.ahead} d={THREAD_PATH} />
        <path
          className={styles.done}
          d={THREAD_PATH}
          style={{ clipPath: `inset(0 0 ${(1 - reached) * 100}% 0)` }}
        />
      </svg>
      {knots.map(({ x, y }, at) => (
        <span
          key={y}
          className={styles.knot}
          data-state={at < done ? 'tied' : at === done ? 'next' : 'ahead'}
          style={{ left: `${(x / 64) * 100}%`, top: `${y * 100}%` }}
        />
      ))}
    </div>
  );
}
