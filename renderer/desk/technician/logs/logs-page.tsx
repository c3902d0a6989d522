import { useMemo, useState } from 'react';
import { FailedScreen, LoadingScreen } from '../../frame/state-screens.tsx';
import { useReading } from '../../frame/use-reading.ts';
import type { PageProps } from '../technician-desk.tsx';
import { type LogFilter, LogsView } from './logs-view.tsx';

const LIMIT = 200;

/** The machine's log, newest first; older parts by a button, as far back as the files go. */
export function LogsPage(props: PageProps) {
  const [before, setBefore] = useState<string | null>(null);
  const [filter, setFilter] = useState<LogFilter>('all');
  return (
    <LogsPart
      key={before ?? 'newest'}
      {...props}
      before={before}
      filter={filter}
      onBefore={setBefore}
      onFilter={setFilter}
    />
  );
}

interface LogsPartProps extends PageProps {
  before: string | null;
  filter: LogFilter;
  onBefore(before: string | null): void;
  onFilter(filter: LogFilter): void;
}

function LogsPart({ bridge, before, filter, onBefore, onFilter, onBack, onPage }: LogsPartProps) {
  const input = useMemo(() => ({ before, limit: LIMIT }), [before]);
  const { value, problem, readAgain } = useReading(bridge, 'desk.logs', input);
  if (value === null && problem) {
    return <FailedScreen name="desk.logs-failed" problem={problem} onRetry={readAgain} onBack={onBack} />;
  }
  if (value === null) return <LoadingScreen name="desk.logs" onBack={onBack} />;
  const { older } = value;
  return (
    <LogsView
      lines={value.lines}
      filter={filter}
      onFilter={onFilter}
      onOlder={older === null ? undefined : () => onBefore(older)}
      onNewest={before === null ? undefined : () => onBefore(null)}
      onStick={() => onPage('stick')}
      onBack={onBack}
    />
  );
}
