import { ScrollText } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { DeskOutput } from '../../../../shared/contract/desk.ts';
import { PagedGrid } from '../../../components/paged-grid/paged-grid.tsx';
import { useDeskWords } from '../../desk-words.ts';
import styles from '../../frame/desk.module.css';
import { DeskScreen } from '../../frame/desk-screen.tsx';
import { useTimes } from '../../frame/times.ts';
import own from './logs-view.module.css';

type Line = DeskOutput<'desk.logs'>['lines'][number];
export type LogFilter = 'all' | Line['level'];
const FILTERS: readonly LogFilter[] = ['all', 'error', 'warn', 'info'];

export interface LogsViewProps {
  /** Newest first. */
  lines: readonly Line[];
  filter: LogFilter;
  onFilter(filter: LogFilter): void;
  /** Absent where there is nothing older, or nothing newer. */
  onOlder?: (() => void) | undefined;
  onNewest?: (() => void) | undefined;
  onStick(): void;
  onBack(): void;
}

/** What the machine wrote down. Lines are for support: the words of the machine, not of people. */
export function LogsView(props: LogsViewProps) {
  const { lines, filter, onFilter, onOlder, onNewest } = props;
  const { logs: words, page } = useDeskWords();
  const shown = lines.filter(({ level }) => filter === 'all' || level === filter);
  const items = shown.map((line, at) => ({ line, key: `${line.at} ${at}` }));
  return (
    <DeskScreen
      name="desk.logs"
      title={words.title}
      why={words.why}
      back={{ onPress: props.onBack, label: page.back }}
      secondary={{ label: words.toStick, onPress: props.onStick }}
      primary={onOlder ? { label: words.older, onPress: onOlder } : undefined}
    >
      <fieldset className={own.filters} aria-label={words.filter}>
        {FILTERS.map((one) => (
          <Button
            key={one}
            className={styles.tile ?? ''}
            data-chosen={filter === one || undefined}
            aria-pressed={filter === one}
            onPress={() => onFilter(one)}
          >
            <span>{words.level[one]}</span>
          </Button>
        ))}
        {onNewest ? (
          <Button className={styles.tile ?? ''} onPress={onNewest}>
            <span>{words.newest}</span>
          </Button>
        ) : null}
      </fieldset>
      {items.length === 0 ? (
        <div className={styles.empty}>
          <ScrollText aria-hidden="true" />
          <p>{words.empty}</p>
        </div>
      ) : (
        <PagedGrid
          items={items}
          keyOf={({ key }) => key}
          rowHeight={{ portrait: 4.75, landscape: 4.25 }}
          render={({ line }) => <LogRow line={line} />}
        />
      )}
    </DeskScreen>
  );
}

function LogRow({ line }: { line: Line }) {
  const { logs: words } = useDeskWords();
  const timeOf = useTimes();
  return (
    <div className={own.line} data-level={line.level}>
      <p className={own.head}>
        <span className={own.level}>{words.level[line.level]}</span>
        <b className={own.event}>{line.event}</b>
        <span className={own.time}>{timeOf(line.at)}</span>
      </p>
      <p className={own.rest}>{line.rest}</p>
    </div>
  );
}
