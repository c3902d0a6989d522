import { useState } from 'react';
import { useDeskWords } from '../../desk-words.ts';
import { FailedScreen, LoadingScreen } from '../../frame/state-screens.tsx';
import { useAct } from '../../frame/use-act.ts';
import { useReading } from '../../frame/use-reading.ts';
import type { PageProps } from '../technician-desk.tsx';
import { EnrolForm, EnrolledScreen, type EnrolTyped } from './enrol-form.tsx';

const NOTHING = {};
const LONGEST_MS = 60_000;

/** Gives the kiosk an identity at the hub, or a new one. */
export function EnrolPage({ bridge, onBack, onPage }: PageProps) {
  const { enrol: words } = useDeskWords();
  const versions = useReading(bridge, 'desk.versions', NOTHING);
  const act = useAct(bridge, 'desk.enrol', LONGEST_MS);
  const [typed, setTyped] = useState<EnrolTyped>({ code: '', address: '' });
  const send = () =>
    act.confirm({ code: typed.code, hubUrl: typed.address.trim() === '' ? null : typed.address.trim() });
  if (act.state === 'acting') return <LoadingScreen name="desk.enrol-working" title={words.working} />;
  if (act.state === 'failed') {
    return (
      <FailedScreen
        name="desk.enrol-failed"
        title={words.failedTitle}
        problem={act.problem ?? { code: 'bridge.no-answer' }}
        onRetry={send}
        onBack={act.goBack}
      />
    );
  }
  if (act.state === 'done' && act.output) {
    return (
      <EnrolledScreen
        kioskCode={act.output.kioskCode}
        officeName={act.output.officeName}
        needsRestart={act.output.needsRestart}
        onLink={() => onPage('link')}
        onRound={() => onPage('round')}
        onRestart={() => onPage('restart')}
      />
    );
  }
  return (
    <EnrolForm
      kioskCode={versions.value?.kioskCode ?? null}
      hubUrl={versions.value?.hubUrl ?? null}
      typed={typed}
      onType={setTyped}
      onSend={send}
      onBack={onBack}
    />
  );
}
