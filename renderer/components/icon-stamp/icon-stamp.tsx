import type { LucideIcon } from 'lucide-react';
import { perforatedOutline } from '../stamp/perforation.ts';
import { StampBand } from '../stamp-band/stamp-band.tsx';
import styles from './icon-stamp.module.css';

const WIDTH = 600;
const HEIGHT = 720;
const MARGIN = 46;
const OUTLINE = perforatedOutline(WIDTH, HEIGHT, MARGIN, 11);
/** Of what did not work: calm, no alarm. */
const CALM = '--marigold-mist';
/** Of cards in turn, so that one is not taken for the next. */
const GROUNDS = ['--marigold-mist', '--leaf-mist', '--indigo-light', '--terracotta-light'];

/**
 * A stamp on its cloth with one sign in fine line work, the thread below it. `at`: which card of a deck it is; left out for what did not
 * work, where it keeps clear of the title.
 */
export function IconStamp({ icon: Icon, at }: { icon: LucideIcon; at?: number }) {
  const ground = at === undefined ? CALM : GROUNDS[at % GROUNDS.length];
  return (
    <StampBand over={at === undefined ? undefined : 'little'}>
      <svg
        className={styles.stamp}
        preserveAspectRatio="xMinYMin"
        viewBox={`${-MARGIN - 4} ${-MARGIN - 4} ${WIDTH + 2 * MARGIN + 8} ${HEIGHT + 2 * MARGIN + 8}`}
        aria-hidden="true"
      >
        <path d={OUTLINE} fill="var(--white)" />
        <rect width={WIDTH} height={HEIGHT} fill={`var(${ground})`} />
        <circle cx="300" cy="326" r="216" fill="var(--white)" opacity="0.72" />
        <Icon x={150} y={176} width={300} height={300} strokeWidth={1.1} color="var(--indigo)" />
        <path
          d="M0 600C130 548 190 656 310 622S470 560 600 600"
          fill="none"
          stroke="var(--terracotta-bright)"
          strokeWidth="7"
          strokeLinecap="round"
        />
      </svg>
    </StampBand>
  );
}
