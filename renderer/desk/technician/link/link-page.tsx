import type { DeskOutput } from '../../../../shared/contract/desk.ts';
import { useDeskWords } from '../../desk-words.ts';
import { FailedScreen, LoadingScreen } from '../../frame/state-screens.tsx';
import { useReading } from '../../frame/use-reading.ts';
import type { PageProps } from '../technician-desk.tsx';
import { LinkView } from './link-view.tsx';

const NOTHING = {};
/** Nine layers, some of which wait for an answer that never comes. */
const LONGEST_TEST_MS = 60_000;

/** Tests the way to the hub as soon as the page opens. */
export function LinkPage({ bridge, onBack, onPage }: PageProps) {
  const { link } = useDeskWords();
  const { value, problem, isReading, readAgain } = useReading(bridge, 'desk.test-link', NOTHING, {
    patienceMs: LONGEST_TEST_MS,
  });
  if (isReading) {
    return (
      <LoadingScreen name="desk.link-running" title={link.running} why={link.runningWhy} onBack={onBack} />
    );
  }
  if (problem || value === null) {
    return (
      <FailedScreen
        name="desk.link-failed"
        problem={problem ?? { code: 'bridge.no-answer' }}
        onRetry={readAgain}
        onBack={onBack}
      />
    );
  }
  return <LinkView test={value} onAgain={readAgain} onBack={onBack} onSync={() => onPage('round')} />;
}

export type LinkTest = DeskOutput<'desk.test-link'>;
