import { useMemo, useState } from 'react';
import type { Bridge } from '../../../bridge/bridge.ts';
import { FailedScreen, LoadingScreen } from '../../frame/state-screens.tsx';
import { useReading } from '../../frame/use-reading.ts';
import { AuditView } from './audit-view.tsx';

const LIMIT = 50;

interface AuditPageProps {
  bridge: Bridge;
  onBack(): void;
}

/** What staff did, newest first; older parts by a button. Both desks show it. */
export function AuditPage(props: AuditPageProps) {
  const [before, setBefore] = useState<number | null>(null);
  return <AuditPart key={before ?? 'newest'} {...props} before={before} onBefore={setBefore} />;
}

interface AuditPartProps extends AuditPageProps {
  before: number | null;
  onBefore(before: number | null): void;
}

function AuditPart({ bridge, before, onBefore, onBack }: AuditPartProps) {
  const input = useMemo(() => ({ before, limit: LIMIT }), [before]);
  const { value, problem, readAgain } = useReading(bridge, 'clerk.audit', input);
  if (value === null && problem) {
    return <FailedScreen name="clerk.audit-failed" problem={problem} onRetry={readAgain} onBack={onBack} />;
  }
  if (value === null) return <LoadingScreen name="clerk.audit-reading" onBack={onBack} />;
  const { older } = value;
  return (
    <AuditView
      lines={value.lines}
      isWhole={value.isWhole}
      onOlder={older === null ? undefined : () => onBefore(older)}
      onNewest={before === null ? undefined : () => onBefore(null)}
      onBack={onBack}
    />
  );
}
