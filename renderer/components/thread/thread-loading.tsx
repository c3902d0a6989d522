import { useTexts } from '../../texts/texts.tsx';
import styles from './thread-loading.module.css';

/** The thread curls while the kiosk works; it says so in words too. */
export function ThreadLoading({ label }: { label?: string }) {
  const texts = useTexts();
  return (
    <div className={styles.loading} role="status">
      <svg className={styles.curl} viewBox="0 0 200 96" aria-hidden="true">
        <path className={styles.rest} d={CURL} pathLength={100} />
        <path className={styles.run} d={CURL} pathLength={100} />
      </svg>
      <span>{label ?? texts.thread.loading}</span>
    </div>
  );
}

const CURL =
  'M4 72 C40 72 60 70 78 52 C94 36 96 12 78 12 C60 12 58 40 76 56 C94 72 118 72 130 54 C142 36 138 14 124 14 C108 14 108 44 124 58 C140 72 166 72 196 72';
