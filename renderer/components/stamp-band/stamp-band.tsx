import type { ReactNode } from 'react';
import { Kawung } from '../kawung/kawung.tsx';
import styles from './stamp-band.module.css';

export interface StampBandProps {
  /** How far the stamp hangs over the words below: not at all where they reach under it. */
  over?: 'little' | 'much' | undefined;
  children: ReactNode;
}

/** A strip of cloth with a stamp on it, the picture of a screen. Lying, the stamp stands alone. */
export function StampBand({ over, children }: StampBandProps) {
  return (
    <div className={styles.band} data-over={over} aria-hidden="true">
      <div className={styles.cloth}>
        <Kawung size={104} />
      </div>
      <div className={styles.stamp}>{children}</div>
    </div>
  );
}
