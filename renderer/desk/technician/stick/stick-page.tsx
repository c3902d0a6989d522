import { useCallback, useState } from 'react';
import { useDeskWords } from '../../desk-words.ts';
import { FailedScreen, LoadingScreen } from '../../frame/state-screens.tsx';
import { useReading } from '../../frame/use-reading.ts';
import { Task } from '../tasks/task-panel.tsx';
import type { PageProps } from '../technician-desk.tsx';
import { type StickAct, StickView } from './stick-view.tsx';

const NOTHING = {};
const CALLS = {
  export: 'desk.stick-export',
  import: 'desk.stick-import',
  logs: 'desk.export-logs',
} as const satisfies Record<StickAct, string>;

/** The way for data where no network is: out, in, and the log for support. */
export function StickPage({ bridge, onBack }: PageProps) {
  const { stick: words } = useDeskWords();
  const [work, setWork] = useState<{ act: StickAct; stickId: string } | null>(null);
  const sticks = useReading(bridge, 'desk.sticks', NOTHING, { everyMs: 3_000 });
  const start = useCallback(
    () => bridge.call(CALLS[work?.act ?? 'export'], { stickId: work?.stickId ?? '' }),
    [bridge, work],
  );
  if (work) {
    return (
      <Task
        bridge={bridge}
        title={words[work.act]}
        isOnStick
        start={start}
        onEnd={() => {
          setWork(null);
          sticks.readAgain();
        }}
      />
    );
  }
  if (sticks.value === null && sticks.problem) {
    return (
      <FailedScreen
        name="desk.stick-failed"
        problem={sticks.problem}
        onRetry={sticks.readAgain}
        onBack={onBack}
      />
    );
  }
  if (sticks.value === null) return <LoadingScreen name="desk.stick" onBack={onBack} />;
  return (
    <StickView
      sticks={sticks.value.sticks}
      onAct={(act, stickId) => setWork({ act, stickId })}
      onBack={onBack}
    />
  );
}
