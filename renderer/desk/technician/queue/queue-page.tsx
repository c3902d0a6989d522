import { useMemo, useState } from 'react';
import type { QueueEntry } from '../../../../shared/contract/desk.ts';
import { FailedScreen, LoadingScreen } from '../../frame/state-screens.tsx';
import { useReading } from '../../frame/use-reading.ts';
import type { PageProps } from '../technician-desk.tsx';
import { LIMIT, QueueView } from './queue-view.tsx';
import { Settle } from './settle.tsx';

type Filter = QueueEntry['state'] | null;

/** What waits, what is set aside and why; each set-aside record can be settled. */
export function QueuePage({ bridge, onBack, show }: PageProps & { show: Filter }) {
  const [state, setState] = useState<Filter>(show);
  const [offset, setOffset] = useState(0);
  const [settling, setSettling] = useState<QueueEntry | null>(null);
  const input = useMemo(() => ({ state, offset, limit: LIMIT }), [state, offset]);
  if (settling) {
    return <Settle bridge={bridge} entry={settling} onEnd={() => setSettling(null)} />;
  }
  return (
    <QueuePart
      key={`${state} ${offset}`}
      bridge={bridge}
      input={input}
      onFilter={(chosen) => {
        setState(chosen);
        setOffset(0);
      }}
      onOffset={setOffset}
      onSettle={setSettling}
      onBack={onBack}
    />
  );
}

interface QueuePartProps {
  bridge: PageProps['bridge'];
  input: { state: Filter; offset: number; limit: number };
  onFilter(state: Filter): void;
  onOffset(offset: number): void;
  onSettle(entry: QueueEntry): void;
  onBack(): void;
}

function QueuePart({ bridge, input, onBack, ...actions }: QueuePartProps) {
  const { value, problem, readAgain } = useReading(bridge, 'desk.queue', input, { everyMs: 10_000 });
  if (value === null && problem) {
    return <FailedScreen name="desk.queue-failed" problem={problem} onRetry={readAgain} onBack={onBack} />;
  }
  if (value === null) return <LoadingScreen name="desk.queue" onBack={onBack} />;
  return <QueueView queue={value} filter={input.state} offset={input.offset} onBack={onBack} {...actions} />;
}
