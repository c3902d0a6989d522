import {
  CircleCheck,
  CircleDashed,
  LoaderCircle,
  type LucideIcon,
  OctagonX,
  TriangleAlert,
} from 'lucide-react';
import styles from './level-mark.module.css';

/** `idle`: neither well nor ill yet. */
export type Mark = 'green' | 'amber' | 'red' | 'running' | 'idle';

const SHAPES: Record<Mark, LucideIcon> = {
  green: CircleCheck,
  amber: TriangleAlert,
  red: OctagonX,
  running: LoaderCircle,
  idle: CircleDashed,
};

/** A shape of its own for every level, so that nobody needs the colour; the word stands beside it. */
export function LevelMark({ mark, size = 'usual' }: { mark: Mark; size?: 'usual' | 'large' }) {
  const Shape = SHAPES[mark];
  return (
    <span className={styles.mark} data-mark={mark} data-size={size} aria-hidden="true">
      <Shape />
    </span>
  );
}
