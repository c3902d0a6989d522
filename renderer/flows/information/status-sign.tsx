import type { PlacementStatus } from '../../../shared/contract/content/information.ts';
import styles from './status-sign.module.css';
import { useInformationWords } from './words.ts';

/** What each sign is made of: an outline no other sign has, and a mark in it. Told apart without any colour. */
const SHAPES: Record<PlacementStatus, { outline: string; mark: string }> = {
  open: { outline: 'M24 3a21 21 0 1 0 0 42a21 21 0 1 0 0-42Z', mark: 'M14 24.5l7 7l13.5-14' },
  limited: { outline: 'M24 4L46 43H2Z', mark: 'M24 17v13M24 36.5v.5' },
  closed: { outline: 'M15 3h18l12 12v18L33 45H15L3 33V15Z', mark: 'M12 24h24' },
  'no-cooperation': { outline: 'M15 3h18l12 12v18L33 45H15L3 33V15Z', mark: 'M15.5 15.5l17 17m0-17l-17 17' },
  unverified: {
    outline: 'M24 4a20 20 0 1 0 0 40a20 20 0 1 0 0-40Z',
    mark: 'M17.5 18.5q.5-6 6.5-6t6.5 6q0 4-4.5 6q-2 1-2 4.5M24 35.5v.5',
  },
};

/** The status of a country by shape, word and colour. */
export function StatusSign({ value, size = 'small' }: { value: PlacementStatus; size?: 'small' | 'large' }) {
  const words = useInformationWords();
  return (
    <span className={styles.sign} data-status={value} data-size={size}>
      <svg className={styles.shape} viewBox="0 0 48 48" aria-hidden="true">
        <path className={styles.outline} d={SHAPES[value].outline} />
        <path className={styles.mark} d={SHAPES[value].mark} />
      </svg>
      <span className={styles.word}>{words.status.word[value]}</span>
    </span>
  );
}
