import { ChevronDown, ChevronUp } from 'lucide-react';
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { useComfortTexts } from '../../comfort/comfort-context.ts';
import { BigButton } from '../big-button/big-button.tsx';
import styles from './scroll-pages.module.css';

export interface ScrollPagesProps {
  /** Lays out the content: a grid or a column. */
  className?: string | undefined;
  children: ReactNode;
}

/** A page turns by this part of its height, so that the last line of one is the first of the next. */
const TURN = 0.8;

/**
 * Content that may be longer than its room, as it becomes with large text. What does not fit is on further pages, by two
 * large buttons; where all fits there are none. Nothing is ever cut off and nothing needs a swipe.
 */
export function ScrollPages({ className, children }: ScrollPagesProps) {
  const texts = useComfortTexts();
  const frame = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const [isLong, setIsLong] = useState(false);
  const [end, setEnd] = useState<'start' | 'middle' | 'end'>('start');

  useLayoutEffect(() => {
    const [box, inner] = [frame.current, content.current];
    if (!box || !inner) return;
    const look = () => {
      // Against the whole frame: the buttons themselves take room and must not be the reason for themselves.
      setIsLong(heightOf(inner) > box.clientHeight + 1);
      setEnd(
        inner.scrollTop <= 1
          ? 'start'
          : inner.scrollTop + inner.clientHeight >= inner.scrollHeight - 2
            ? 'end'
            : 'middle',
      );
    };
    look();
    inner.addEventListener('scroll', look, { passive: true });
    const observer = typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(look);
    for (const part of [box, inner, ...inner.children]) observer?.observe(part);
    return () => {
      inner.removeEventListener('scroll', look);
      observer?.disconnect();
    };
  }, []);

  const turn = (by: -1 | 1) => {
    const inner = content.current;
    if (inner) inner.scrollTop += by * inner.clientHeight * TURN;
  };

  return (
    <div ref={frame} className={styles.frame} data-long={isLong || undefined}>
      <div
        ref={content}
        className={`${styles.content} ${className ?? ''}`}
        data-scrolls={isLong || undefined}
        data-end={isLong ? end : undefined}
        // A reader's keyboard must be able to scroll text that has no button in it.
        tabIndex={isLong ? 0 : undefined}
      >
        {children}
      </div>
      {isLong ? (
        <div className={styles.turn}>
          <BigButton tone="quiet" icon={ChevronUp} isDisabled={end === 'start'} onPress={() => turn(-1)}>
            {texts.moreAbove}
          </BigButton>
          <BigButton tone="quiet" icon={ChevronDown} isDisabled={end === 'end'} onPress={() => turn(1)}>
            {texts.moreBelow}
          </BigButton>
        </div>
      ) : null}
    </div>
  );
}

/** Height in px of the content as it is laid out: pictures that stand askew and movement on the way in do not count. */
function heightOf(inner: HTMLElement): number {
  const ends = [...inner.children].map((part) =>
    part instanceof HTMLElement ? part.offsetTop + part.offsetHeight : 0,
  );
  return Math.max(0, ...ends) + Number.parseFloat(getComputedStyle(inner).paddingBottom || '0');
}
