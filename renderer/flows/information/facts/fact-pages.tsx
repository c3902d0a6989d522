import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { useComfort } from '../../../comfort/comfort-context.ts';
import { Pager } from '../../../components/pager/pager.tsx';
import { useTexts } from '../../../texts/texts.tsx';
import styles from './fact-pages.module.css';
import { packPages } from './packing.ts';

export interface FactRow {
  key: string;
  row: ReactNode;
}

const GAP_REM = 0.75;

interface Measured {
  /** Of the words when they were measured. */
  textSize: string;
  width: number;
  height: number;
  pages: [number, number][];
}

/**
 * Rows of different heights on as many pages as they need; nothing scrolls and nothing is cut. All rows are laid out once to be
 * measured, before anything is painted; then only those of the page are there.
 */
export function FactPages({ rows }: { rows: readonly FactRow[] }) {
  const texts = useTexts();
  const frame = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const { textSize } = useComfort().comfort;
  const pager = useRef<HTMLDivElement>(null);
  const [measured, setMeasured] = useState<Measured | null>(null);
  const [page, setPage] = useState(0);
  /** What a page needs at least: its tallest row and the page buttons, px. Outlives a measuring, so that it settles. */
  const [least, setLeast] = useState(0);

  const isMeasured = measured !== null && measured.textSize === textSize;

  useLayoutEffect(() => {
    const box = frame.current;
    if (!box || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(() =>
      setMeasured((current) =>
        current &&
        Math.abs(current.width - box.clientWidth) < 2 &&
        Math.abs(current.height - box.clientHeight) < 2
          ? current
          : null,
      ),
    );
    observer.observe(box);
    return () => observer.disconnect();
  }, []);

  useLayoutEffect(() => {
    const box = frame.current;
    if (isMeasured || !box || !list.current) return;
    const heights = [...list.current.children].map(heightOf);
    const gap = Number.parseFloat(getComputedStyle(list.current).rowGap) || 0;
    const pagerHeight = heightOf(pager.current) + gap;
    // A page without layout (a test) has no height: everything is shown.
    const height = box.clientHeight > 0 ? box.clientHeight : Number.POSITIVE_INFINITY;
    const needed = Math.max(0, ...heights) + (heights.length > 1 ? pagerHeight : 0);
    const pages = packPages(heights, { height: Math.max(height, needed), gap, pager: pagerHeight });
    setMeasured({ textSize, width: box.clientWidth, height: box.clientHeight, pages });
    setLeast(needed);
    setPage((current) => Math.min(current, pages.length - 1));
  }, [isMeasured, textSize]);

  const pages: [number, number][] = isMeasured ? measured.pages : [[0, rows.length]];
  const [from, to] = pages[page] ?? [0, rows.length];
  const isLong = pages.length > 1;
  return (
    <div className={styles.frame} ref={frame} style={{ minHeight: least || undefined }}>
      <div className={styles.page}>
        <ul className={styles.rows} ref={list} style={{ rowGap: `${GAP_REM}rem` }}>
          {rows.slice(from, to).map(({ key, row }) => (
            <li key={key}>{row}</li>
          ))}
        </ul>
        {isLong || !isMeasured ? (
          <Pager
            ref={pager}
            place={texts.common.pageOf(page + 1, pages.length)}
            onBefore={page === 0 ? undefined : () => setPage(page - 1)}
            onAfter={page === pages.length - 1 ? undefined : () => setPage(page + 1)}
          />
        ) : null}
      </div>
    </div>
  );
}

function heightOf(element: Element | null): number {
  return element?.getBoundingClientRect().height ?? 0;
}
