import { FailedScreen, LoadingScreen } from '../../frame/state-screens.tsx';
import { useReading } from '../../frame/use-reading.ts';
import type { PageProps } from '../technician-desk.tsx';
import { VersionsView } from './versions-view.tsx';

const NOTHING = {};

/** What runs here, and what came from the hub. */
export function VersionsPage({ bridge, onBack }: PageProps) {
  const { value, problem, readAgain } = useReading(bridge, 'desk.versions', NOTHING);
  if (value === null && problem) {
    return <FailedScreen name="desk.versions-failed" problem={problem} onRetry={readAgain} onBack={onBack} />;
  }
  if (value === null) return <LoadingScreen name="desk.versions" onBack={onBack} />;
  return <VersionsView versions={value} onBack={onBack} />;
}
