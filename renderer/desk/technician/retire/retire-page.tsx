import { useState } from 'react';
import { useDeskWords } from '../../desk-words.ts';
import { FailedScreen, LoadingScreen } from '../../frame/state-screens.tsx';
import { useAct } from '../../frame/use-act.ts';
import { useReading } from '../../frame/use-reading.ts';
import type { PageProps } from '../technician-desk.tsx';
import { NotEnrolledScreen, RetiredScreen, RetireForm, StillWaitingScreen } from './retire-screens.tsx';

const NOTHING = {};
const LONGEST_MS = 120_000;

/** The end of a kiosk: everything erased, and a proof of it. */
export function RetirePage({ bridge, onBack, onPage }: PageProps) {
  const { retire: words } = useDeskWords();
  const versions = useReading(bridge, 'desk.versions', NOTHING);
  const act = useAct(bridge, 'desk.retire', LONGEST_MS);
  const [typed, setTyped] = useState('');
  const kioskCode = versions.value?.kioskCode ?? null;
  const erase = (evenIfWaiting: boolean) => act.confirm({ kioskCode: typed, evenIfWaiting });
  if (act.state === 'acting') return <LoadingScreen name="desk.retire-working" title={words.working} />;
  if (act.state === 'done' && act.output) {
    return (
      <RetiredScreen
        proof={act.output.proof}
        erasedFiles={act.output.erasedFiles}
        onRestart={() => onPage('restart')}
      />
    );
  }
  if (act.state === 'failed' && act.problem?.code === 'desk.still-waiting') {
    return (
      <StillWaitingScreen onRound={() => onPage('round')} onAnyway={() => erase(true)} onBack={act.goBack} />
    );
  }
  if (act.state === 'failed') {
    return (
      <FailedScreen
        name="desk.retire-failed"
        title={words.failedTitle}
        problem={act.problem ?? { code: 'bridge.no-answer' }}
        onRetry={() => erase(false)}
        onBack={act.goBack}
      />
    );
  }
  if (versions.value === null && versions.problem) {
    return (
      <FailedScreen
        name="desk.retire-unread"
        problem={versions.problem}
        onRetry={versions.readAgain}
        onBack={onBack}
      />
    );
  }
  if (versions.value === null) return <LoadingScreen name="desk.retire" onBack={onBack} />;
  if (kioskCode === null) return <NotEnrolledScreen onBack={onBack} />;
  return (
    <RetireForm
      kioskCode={kioskCode}
      typed={typed}
      onType={setTyped}
      onErase={() => erase(false)}
      onBack={onBack}
    />
  );
}
