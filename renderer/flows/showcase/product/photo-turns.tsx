import { ChevronLeft, ChevronRight } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useShowcaseWords } from '../words.ts';
import styles from './photo-turns.module.css';

interface PhotoTurnsProps {
  /** How many photos there are; with one there is nothing to turn to. */
  count: number;
  /** Counts from 0. */
  photo: number;
  onPhoto(photo: number): void;
}

/** A press goes to the next photo or the one before, round and round. */
export function PhotoTurns({ count, photo, onPhoto }: PhotoTurnsProps) {
  const words = useShowcaseWords().product;
  if (count < 2) return null;
  const turn = (by: number) => onPhoto((photo + by + count) % count);
  return (
    <div className={styles.turns}>
      <Button className={styles.turn ?? ''} aria-label={words.previousPhoto} onPress={() => turn(-1)}>
        <ChevronLeft aria-hidden="true" />
      </Button>
      <span className={styles.count} role="status">
        {words.photoOf(photo + 1, count)}
      </span>
      <Button className={styles.turn ?? ''} aria-label={words.nextPhoto} onPress={() => turn(1)}>
        <ChevronRight aria-hidden="true" />
      </Button>
    </div>
  );
}
