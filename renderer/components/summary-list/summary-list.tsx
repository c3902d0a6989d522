import { useLayoutEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTexts } from '../../texts/texts.tsx';
import { BigButton } from '../big-button/big-button.tsx';
import { Dialog } from '../dialog/dialog.tsx';
import { PagedGrid } from '../paged-grid/paged-grid.tsx';
import styles from './summary-list.module.css';

export interface SummaryRow {
  key: string;
  label: string;
  /** Absent: the question was skipped. */
  value?: string | undefined;
  /** What its button says: "Ubah", or "Isi" where nothing stands yet. */
  changeText: string;
  onChange?: (() => void) | undefined;
}

export interface SummaryListProps {
  rows: readonly SummaryRow[];
  /** What a skipped answer shows, "Tidak diisi". */
  emptyText: string;
}

/** The answers given so far, each with the way back to its question. What is too long for its row opens in full. */
export function SummaryList({ rows, emptyText }: SummaryListProps) {
  const texts = useTexts();
  const [read, setRead] = useState<SummaryRow | null>(null);
  return (
    <>
      <PagedGrid
        items={rows}
        keyOf={({ key }) => key}
        columns={{ portrait: 1, landscape: 2 }}
        rowHeight={{ portrait: 7.5, landscape: 6 }}
        render={(row) => (
          <div className={styles.row}>
            <Words row={row} emptyText={emptyText} onRead={() => setRead(row)} />
            {row.onChange ? (
              <Button
                className={styles.change ?? ''}
                aria-label={`${row.changeText}: ${row.label}`}
                onPress={row.onChange}
              >
                {row.changeText}
              </Button>
            ) : null}
          </div>
        )}
      />
      <Dialog
        title={read?.label ?? ''}
        isOpen={read !== null}
        onClose={() => setRead(null)}
        actions={<BigButton onPress={() => setRead(null)}>{texts.common.close}</BigButton>}
      >
        <p className={styles.whole} data-private>
          {read?.value}
        </p>
      </Dialog>
    </>
  );
}

function Words({ row, emptyText, onRead }: { row: SummaryRow; emptyText: string; onRead(): void }) {
  const texts = useTexts();
  const value = useRef<HTMLSpanElement>(null);
  const [isCut, setIsCut] = useState(false);
  // After every render: the width follows the screen.
  useLayoutEffect(() => {
    const line = value.current;
    // Letters reach a little over their line: only a whole line more is something cut off.
    const halfLine = line === null ? 0 : Number.parseFloat(getComputedStyle(line).fontSize) / 2 || 1;
    setIsCut(line !== null && line.scrollHeight > line.clientHeight + halfLine);
  });
  const words = (
    <>
      <span className={styles.label}>{row.label}</span>
      <span
        ref={value}
        className={styles.value}
        data-empty={row.value === undefined || undefined}
        data-private
      >
        {row.value ?? emptyText}
      </span>
    </>
  );
  if (!isCut) return <div className={styles.words}>{words}</div>;
  // The button lies over her words instead of around them: they would become its name, and be said aloud with it.
  return (
    <div className={styles.words} data-cut>
      {words}
      <Button
        className={styles.readAll ?? ''}
        aria-label={`${texts.common.readAll}: ${row.label}`}
        onPress={onRead}
      >
        <span className={styles.more}>{texts.common.readAll}</span>
      </Button>
    </div>
  );
}
