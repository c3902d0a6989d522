import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import type { TextSize } from '../../comfort/comfort.ts';
import { useComfort } from '../../comfort/comfort-context.ts';
import { useTexts } from '../../texts/texts.tsx';
import { Pager } from '../pager/pager.tsx';
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
  /** The items are a part of a longer list: one row of buttons turns through all of it. Give the grid a key for each part. */
  partOf?: { from: number; total: number; onBefore(): void; onAfter(): void } | undefined;
  /** Hears which items stand on the page: from one up to but not including another. */
  onShown?(from: number, to: number): void;
}

const GAP_REM = 1;
/** The page buttons are a touch target high, more with large text. */
const PAGER_REM = { '100': 5.5, '130': 5.5, '160': 8.75, '200': 9.5 } as const;

/**
 * Shows as many items as fit and offers the rest on further pages by button; nothing scrolls, nothing is swiped. Words
 * that need a taller row than was planned, with large text or a long translation, get it: then a page holds fewer.
 */
export function PagedGrid<Item>(props: PagedGridProps<Item>) {
  const texts = useTexts();
  const frame = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLUListElement>(null);
  const [room, setRoom] = useState<Room | null>(null);
  const [first, setFirst] = useState(props.startAt ?? 0);
  const [isLandscape, setIsLandscape] = useState(false);
  const { textSize } = useComfort().comfort;
  const size = `${textSize} ${isLandscape}`;
  const { partOf } = props;
  const hasBefore = partOf !== undefined && partOf.from > 0;
  const hasAfter = partOf !== undefined && partOf.from + props.items.length < partOf.total;
  /** Rem that the tallest words seen so far need, at this text size. */
  const [needed, setNeeded] = useState({ size, rem: 0 });

  useLayoutEffect(() => {
    const measure = () => {
      const box = frame.current?.getBoundingClientRect();
      const rem = remInPx();
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
  const usualColumns = (props.columns ?? { portrait: 1, landscape: 1 })[turn];
  // Large words in narrow columns would break in the middle.
  const columns = isLarge(textSize) ? Math.ceil(usualColumns / 2) : usualColumns;
  const planned = (props.rowHeight ?? { portrait: 7.5, landscape: 5.5 })[turn];
  const rowHeight = Math.max(planned, needed.size === size ? needed.rem : 0);
  const tallest = Math.max(rowHeight, props.tallestRow?.[turn] ?? 0);
  const perPage = countFitting({
    room,
    rowHeight,
    gap: GAP_REM,
    pager: PAGER_REM[textSize] + GAP_REM,
    columns,
    count: props.items.length,
    goesOn: hasBefore || hasAfter,
  });
  const { page, pages, from, to } = pageOf(first, perPage, props.items.length);
  const shown = props.items.slice(from, to);
  const { onShown } = props;
  useLayoutEffect(() => onShown?.(from, to), [onShown, from, to]);

  // After every render: other words, another width or another text size may need more.
  useLayoutEffect(() => {
    const cells = [...(grid.current?.children ?? [])];
    const tallestPx = Math.max(0, ...cells.map(heightNeeded));
    const rem = Math.ceil((tallestPx / remInPx()) * 8) / 8;
    if (rem > rowHeight) setNeeded({ size, rem });
  });

  // Whether there are pages must not decide the least height: they come and go with the height, and so would it.
  const rows = Math.ceil(props.items.length / columns);
  const least = Math.min(rowHeight + PAGER_REM[textSize] + GAP_REM, rows * (rowHeight + GAP_REM) - GAP_REM);
  return (
    <div className={styles.frame} ref={frame} style={{ minHeight: `${Math.max(0, least)}rem` }}>
      <div className={styles.page}>
        <ul
          ref={grid}
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
        {pages > 1 || hasBefore || hasAfter ? (
          <div className={styles.foot}>
            <Pager
              place={
                hasBefore || hasAfter
                  ? texts.common.rowsOf(partOf.from + from + 1, partOf.from + to, partOf.total)
                  : texts.common.pageOf(page + 1, pages)
              }
              onBefore={page > 0 ? () => setFirst(from - perPage) : hasBefore ? partOf.onBefore : undefined}
              onAfter={page < pages - 1 ? () => setFirst(to) : hasAfter ? partOf.onAfter : undefined}
            />
          </div>
        ) : null}
      </div>
    </div>
  );
}

function isLarge(textSize: TextSize): boolean {
  return textSize === '160' || textSize === '200';
}

function remInPx(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
}

/** Height in px that a cell's content takes with its padding and border. Content that is centred overflows upwards too. */
function heightNeeded(cell: Element): number {
  const box = cell.firstElementChild;
  if (!box) return 0;
  const style = getComputedStyle(box);
  const heights = [...box.children].map((part) => part.getBoundingClientRect().height);
  const gap = Number.parseFloat(style.rowGap) || 0;
  const inside = style.flexDirection.startsWith('column')
    ? heights.reduce((sum, height) => sum + height, gap * Math.max(0, heights.length - 1))
    : Math.max(0, ...heights);
  const around = ['paddingTop', 'paddingBottom', 'borderTopWidth', 'borderBottomWidth'] as const;
  const frame = around.reduce((sum, side) => sum + (Number.parseFloat(style[side]) || 0), 0);
  const taken = Math.max(inside + frame, box.scrollHeight > box.clientHeight + 1 ? box.scrollHeight : 0);
  // What fits the row as it stands, also where rows grew into free room, needs no taller one.
  return taken > box.getBoundingClientRect().height + 1 ? taken : 0;
}
