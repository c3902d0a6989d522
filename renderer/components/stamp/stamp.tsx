import type { ComponentType } from 'react';
import { perforatedOutline } from './perforation.ts';
import { HarbourScene } from './scenes/harbour-scene.tsx';
import { PostOfficeScene } from './scenes/post-office-scene.tsx';
import { TableScene } from './scenes/table-scene.tsx';
import styles from './stamp.module.css';

export type StampScene = 'harbour' | 'table' | 'post-office';

const SCENES: Record<StampScene, ComponentType> = {
  harbour: HarbourScene,
  table: TableScene,
  'post-office': PostOfficeScene,
};

const WIDTH = 600;
const HEIGHT = 720;
const MARGIN = 46;
const OUTLINE = perforatedOutline(WIDTH, HEIGHT, MARGIN, 11);

/** A picture of the journey as a postage stamp. The thread enters left and leaves right at the same height. */
export function Stamp({ scene }: { scene: StampScene }) {
  const Scene = SCENES[scene];
  return (
    <svg
      className={styles.stamp}
      viewBox={`${-MARGIN - 4} ${-MARGIN - 4} ${WIDTH + 2 * MARGIN + 8} ${HEIGHT + 2 * MARGIN + 8}`}
      aria-hidden="true"
    >
      <path d={OUTLINE} className={styles.sheet} />
      <svg x="0" y="0" width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        <Scene />
      </svg>
    </svg>
  );
}
