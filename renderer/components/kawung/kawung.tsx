import { useId } from 'react';
import styles from './kawung.module.css';

/** A petal of the kawung along the x axis, from near the crossing to near the next one (tile of 120). */
const PETAL = 'M9 0C20 -25 60 -27 76 0C60 27 20 25 9 0Z';
const SEED = 'M28 0C36 -7 50 -7 58 0';

/** The four-petal batik geometry, drawn as a quiet texture. Never behind text. `isSlow` lets it drift (attract only). */
export function Kawung({ size = 120, isSlow = false }: { size?: number; isSlow?: boolean }) {
  const id = useId();
  return (
    <div className={styles.kawung} aria-hidden="true">
      <svg className={styles.cloth} data-slow={isSlow || undefined} aria-hidden="true">
        <pattern id={id} width={size} height={size} viewBox="0 0 120 120" patternUnits="userSpaceOnUse">
          {[0, 120].flatMap((x) => [0, 120].map((y) => <Flower key={`${x}.${y}`} x={x} y={y} />))}
          <Flower x={60} y={60} isHidden />
        </pattern>
        <rect width="100%" height="100%" fill={`url(#${id})`} />
      </svg>
    </div>
  );
}

function Flower({ x, y, isHidden = false }: { x: number; y: number; isHidden?: boolean }) {
  return (
    <g transform={`translate(${x} ${y})`}>
      {isHidden ? (
        <circle r="5" className={styles.dot} />
      ) : (
        [45, 135, 225, 315].map((turn) => (
          <g key={turn} transform={`rotate(${turn})`}>
            <path d={PETAL} className={styles.petal} />
            <path d={SEED} className={styles.seed} />
          </g>
        ))
      )}
    </g>
  );
}
