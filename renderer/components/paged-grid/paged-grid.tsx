import { ChevronLeft, ChevronRight } from 'lucide-react';
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { useTexts } from '../../texts/texts.tsx';
import { BigButton } from '../big-button/big-button.tsx';
import { countFitting, pageOf, type Room } from './fitting.ts';
import styles from './paged-grid.module.css';

export interface PagedGridProps<Item> {
  items: readonly Item[];
  keyOf(item: Item): string;
  render(item: Item): ReactNode;
  /** Columns standing and lying. */
  columns?: { portrait: number; landscape: number };
  /** Height of a row in rem; a card's words must fit into it. */
  rowHeight?: { portrait: number; landscape: number };
  /** Rem up to which rows grow into free room; without it they keep their height. */
  tallestRow?: { portrait: number; landscape: number } | undefined;
  /** Index of the item whose page is shown first. */
  startAt?: number;
}

const GAP_REM = 1;

/** Shows as many items as fit and offers the rest on further pages by button; nothing scrolls, nothing is swiped. */
export function PagedGrid<Item>(props: PagedGridProps<Item>) {
  const texts = useTexts();
  const frame = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState<Room | null>(null);
  const [first, setFirst] = useState(props.startAt ?? 0);
  const [isLandscape, setIsLandscape] = useState(false);

  useLayoutEffect(() => {
    const measure = () => {
      const box = frame.current?.getBoundingClientRect();
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
      setIsLandscape(window.innerWidth > window.innerHeight);
      // A page that is not laid out (a test without layout) has no height: everything is shown.
      setRoom(box && box.height > 0 ? { height: box.height / rem } : null);
    };
    measure();
    if (typeof ResizeObserver === 'undefined' || !frame.current) return;
    const observer = new ResizeObserver(measure);
    observer.observe(frame.current);
    return () => observer.disconnect();
  }, []);

  const turn = isLandscape ? 'landscape' : 'portrait';
  const columns = (props.columns ?? { portrait: 1, landscape: 1 })[turn];
  const rowHeight = (props.rowHeight ?? { portrait: 7.5, landscape: 5.5 })[turn];
  const tallest = Math.max(rowHeight, props.tallestRow?.[turn] ?? 0);
  const perPage = countFitting({
    room,
    rowHeight,
    gap: GAP_REM,
    pager: 5.5 + GAP_REM,
    columns,
    count: props.items.length,
  });
  const { page, pages, from, to } = pageOf(first, perPage, props.items.length);
  const shown = props.items.slice(from, to);

  return (
    <div className={styles.frame} ref={frame}>
      <ul
        className={styles.grid}
        style={{
          gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
          gridAutoRows: `minmax(${rowHeight}rem, ${tallest}rem)`,
        }}
      >
        {shown.map((item) => (
          <li key={props.keyOf(item)} className={styles.cell}>
            {props.render(item)}
          </li>
        ))}
      </ul>
      {pages > 1 ? (
        <div className={styles.pager}>
          <BigButton
            tone="quiet"
            icon={ChevronLeft}
            isDisabled={page === 0}
            onPress={() => setFirst(from - perPage)}
          >
            {texts.common.previousPage}
          </BigButton>
          <span className={styles.count} role="status">
            {texts.common.pageOf(page + 1, pages)}
          </span>
          <BigButton
            tone="quiet"
            iconAfter={ChevronRight}
            isDisabled={page === pages - 1}
            onPress={() => setFirst(to)}
          >
            {texts.common.nextPage}
          </BigButton>
        </div>
      ) : null}
    </div>
  );
}
