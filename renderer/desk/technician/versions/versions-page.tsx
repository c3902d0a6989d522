import { useState } from 'react';
import { FailedScreen, LoadingScreen } from '../../frame/state-screens.tsx';
import { useReading } from '../../frame/use-reading.ts';
import type { PageProps } from '../technician-desk.tsx';
import { ApplyUpdate } from './apply-update.tsx';
import { VersionsView } from './versions-view.tsx';

const NOTHING = {};

/** What runs here, what came from the hub, and what can be put in place now. */
export function VersionsPage({ bridge, onBack }: PageProps) {
  const { value, problem, readAgain } = useReading(bridge, 'desk.versions', NOTHING);
  const [isApplying, setApplying] = useState(false);
  if (value === null && problem) {
    return <FailedScreen name="desk.versions-failed" problem={problem} onRetry={readAgain} onBack={onBack} />;
  }
  if (value === null) return <LoadingScreen name="desk.versions" onBack={onBack} />;
  const staged = value.update?.staged ?? null;
  if (isApplying && staged !== null) {
    return <ApplyUpdate bridge={bridge} version={staged} onBack={() => setApplying(false)} />;
  }
  return <VersionsView versions={value} onApply={() => setApplying(true)} onBack={onBack} />;
}
