import { Kawung } from '../kawung/kawung.tsx';
import { Stamp, type StampScene } from '../stamp/stamp.tsx';
import styles from './scene-band.module.css';

export interface SceneBandProps {
  scene: StampScene;
  /** Words on the band, clear of the texture. */
  title?: string;
  detail?: string;
}

/** A strip of kawung with a stamp on it, for the few screens that show a picture. Lying, the stamp stands alone. */
export function SceneBand({ scene, title, detail }: SceneBandProps) {
  return (
    <div className={styles.band} data-words={title ? true : undefined}>
      <div className={styles.cloth}>
        <Kawung size={104} />
      </div>
      {title ? (
        <div className={styles.words}>
          <p className={styles.title}>{title}</p>
          {detail ? <p className={styles.detail}>{detail}</p> : null}
        </div>
      ) : null}
      <div className={styles.stamp}>
        <Stamp scene={scene} />
      </div>
    </div>
  );
}
