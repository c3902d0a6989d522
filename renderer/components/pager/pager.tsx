import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { Ref } from 'react';
import { useTexts } from '../../texts/texts.tsx';
import { BigButton } from '../big-button/big-button.tsx';
import styles from './pager.module.css';

export interface PagerProps {
  ref?: Ref<HTMLDivElement>;
  /** Where we are, in words: "2 dari 3". */
  place: string;
  /** Without it this is the first page. */
  onBefore?: (() => void) | undefined;
  /** Without it this is the last page. */
  onAfter?: (() => void) | undefined;
}

/** The foot of what lies on several pages: back, where we are, on. With large words the place stands above the buttons. */
export function Pager({ ref, place, onBefore, onAfter }: PagerProps) {
  const { common } = useTexts();
  return (
    <div className={styles.pager} ref={ref}>
      <BigButton tone="quiet" icon={ChevronLeft} isDisabled={!onBefore} onPress={() => onBefore?.()}>
        {common.previousPage}
      </BigButton>
      <span className={styles.place} role="status">
        {place}
      </span>
      <BigButton tone="quiet" iconAfter={ChevronRight} isDisabled={!onAfter} onPress={() => onAfter?.()}>
        {common.nextPage}
      </BigButton>
    </div>
  );
}
