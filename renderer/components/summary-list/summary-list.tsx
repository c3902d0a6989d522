import { Button } from 'react-aria-components';
import { PagedGrid } from '../paged-grid/paged-grid.tsx';
import styles from './summary-list.module.css';

export interface SummaryRow {
  key: string;
  label: string;
  /** Absent: the question was skipped. */
  value?: string | undefined;
  onChange?: (() => void) | undefined;
}

export interface SummaryListProps {
  rows: readonly SummaryRow[];
  /** What a skipped answer shows, "Tidak diisi". */
  emptyText: string;
  /** What the button of a row says, "Ubah". */
  changeText: string;
}

/** The answers given so far, each with the way back to its question. */
export function SummaryList({ rows, emptyText, changeText }: SummaryListProps) {
  return (
    <PagedGrid
      items={rows}
      keyOf={({ key }) => key}
      columns={{ portrait: 1, landscape: 2 }}
      rowHeight={{ portrait: 6.75, landscape: 5.75 }}
      render={(row) => (
        <div className={styles.row}>
          <div className={styles.words}>
            <span className={styles.label}>{row.label}</span>
            <span className={styles.value} data-empty={row.value === undefined || undefined}>
              {row.value ?? emptyText}
            </span>
          </div>
          {row.onChange ? (
            <Button
              className={styles.change ?? ''}
              aria-label={`${changeText}: ${row.label}`}
              onPress={row.onChange}
            >
              {changeText}
            </Button>
          ) : null}
        </div>
      )}
    />
  );
}
