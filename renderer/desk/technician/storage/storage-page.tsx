import { useCallback, useState } from 'react';
import type { DeskOutput } from '../../../../shared/contract/desk.ts';
import { useDeskWords } from '../../desk-words.ts';
import { FailedScreen, LoadingScreen } from '../../frame/state-screens.tsx';
import { useReading } from '../../frame/use-reading.ts';
import { Task } from '../tasks/task-panel.tsx';
import type { PageProps } from '../technician-desk.tsx';
import { Restore } from './restore.tsx';
import { StorageView } from './storage-view.tsx';

export type Copy = DeskOutput<'desk.copies'>['copies'][number];
type Work = 'desk.check-database' | 'desk.back-up';
const NOTHING = {};

/** Disk, database and its copies. */
export function StoragePage(props: PageProps) {
  const { bridge } = props;
  const { storage: words } = useDeskWords();
  const [work, setWork] = useState<Work | null>(null);
  const [copy, setCopy] = useState<Copy | null>(null);
  const start = useCallback(() => bridge.call(work ?? 'desk.check-database', {}), [bridge, work]);
  if (work) {
    return (
      <Task
        bridge={bridge}
        title={work === 'desk.back-up' ? words.backUp : words.check}
        isOnStick={false}
        start={start}
        onEnd={() => setWork(null)}
      />
    );
  }
  if (copy) {
    return (
      <Restore
        bridge={bridge}
        copy={copy}
        onBack={() => setCopy(null)}
        onStick={() => props.onPage('stick')}
        onRestart={() => props.onPage('restart')}
      />
    );
  }
  return <StorageHome {...props} onWork={setWork} onRestore={setCopy} />;
}

interface StorageHomeProps extends PageProps {
  onWork(work: Work): void;
  onRestore(copy: Copy): void;
}

function StorageHome({ bridge, onBack, onWork, onRestore }: StorageHomeProps) {
  const copies = useReading(bridge, 'desk.copies', NOTHING);
  const health = useReading(bridge, 'desk.health', NOTHING);
  if (copies.value === null && copies.problem) {
    return (
      <FailedScreen
        name="desk.storage-failed"
        problem={copies.problem}
        onRetry={copies.readAgain}
        onBack={onBack}
      />
    );
  }
  if (copies.value === null) return <LoadingScreen name="desk.storage" onBack={onBack} />;
  return (
    <StorageView
      lines={(health.value?.lines ?? []).filter(({ area }) => area === 'disk' || area === 'database')}
      copies={copies.value.copies}
      onCheck={() => onWork('desk.check-database')}
      onBackUp={() => onWork('desk.back-up')}
      onRestore={onRestore}
      onBack={onBack}
    />
  );
}
