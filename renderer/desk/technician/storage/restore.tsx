import { TriangleAlert } from 'lucide-react';
import type { Bridge } from '../../../bridge/bridge.ts';
import { BigButton } from '../../../components/big-button/big-button.tsx';
import { useDeskWords } from '../../desk-words.ts';
import styles from '../../frame/desk.module.css';
import { DeskScreen } from '../../frame/desk-screen.tsx';
import { FailedScreen, LoadingScreen } from '../../frame/state-screens.tsx';
import { useTimes } from '../../frame/times.ts';
import { useAct } from '../../frame/use-act.ts';
import { Verdict } from '../../frame/verdict.tsx';
import type { Copy } from './storage-page.tsx';

export interface RestoreProps {
  bridge: Bridge;
  copy: Copy;
  onBack(): void;
  onStick(): void;
  onRestart(): void;
}

/** A copy of the past is read before it is trusted. */
const LONGEST_MS = 120_000;

/** Puts a copy in the database's place: what happens is said before, and nothing happens by one press alone. */
export function Restore({ bridge, copy, onBack, onStick, onRestart }: RestoreProps) {
  const { storage: words } = useDeskWords();
  const act = useAct(bridge, 'desk.restore', LONGEST_MS);
  if (act.state === 'acting') return <LoadingScreen name="desk.restore-working" title={words.restoring} />;
  if (act.state === 'failed') {
    return (
      <FailedScreen
        name="desk.restore-failed"
        title={words.restoreFailed}
        problem={act.problem ?? { code: 'bridge.no-answer' }}
        onRetry={() => act.confirm({ copyId: copy.id })}
        onBack={onBack}
      />
    );
  }
  if (act.state === 'done') return <RestoredScreen onRestart={onRestart} />;
  return (
    <RestoreQuestion
      madeAt={copy.madeAt}
      onRestore={() => act.confirm({ copyId: copy.id })}
      onStick={onStick}
      onBack={onBack}
    />
  );
}

export interface RestoreQuestionProps {
  /** Unix ms. */
  madeAt: number;
  onRestore(): void;
  onStick(): void;
  onBack(): void;
}

export function RestoreQuestion({ madeAt, onRestore, onStick, onBack }: RestoreQuestionProps) {
  const { storage: words, page } = useDeskWords();
  const timeOf = useTimes();
  return (
    <DeskScreen
      name="desk.restore"
      eyebrow={words.restoreFrom(timeOf(madeAt))}
      title={words.restoreTitle}
      why={words.restoreFirst}
      back={{ onPress: onBack }}
      primary={{ label: words.restoreNow, onPress: onRestore, tone: 'care' }}
    >
      <Consequences lines={words.restoreWhat} />
      <div>
        <BigButton tone="quiet" isWide onPress={onStick}>
          {page.name.stick}
        </BigButton>
      </div>
    </DeskScreen>
  );
}

/** What will happen, one line each, before an act that cannot be taken back. */
export function Consequences({ lines }: { lines: readonly string[] }) {
  return (
    <ul className={`${styles.steps} ${styles.warning}`}>
      {lines.map((line) => (
        <li key={line}>
          <TriangleAlert aria-hidden="true" />
          <span>{line}</span>
        </li>
      ))}
    </ul>
  );
}

export function RestoredScreen({ onRestart }: { onRestart(): void }) {
  const { storage: words, page } = useDeskWords();
  return (
    <DeskScreen
      name="desk.restored"
      title={words.restored}
      why={<Verdict mark="amber">{words.restoredWhy}</Verdict>}
      primary={{ label: page.name.restart, onPress: onRestart }}
    />
  );
}
