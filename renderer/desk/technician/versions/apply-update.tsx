import { Power, ShieldCheck, Undo2 } from 'lucide-react';
import type { Bridge } from '../../../bridge/bridge.ts';
import { useDeskWords } from '../../desk-words.ts';
import styles from '../../frame/desk.module.css';
import { DeskScreen } from '../../frame/desk-screen.tsx';
import { FailedScreen, LoadingScreen } from '../../frame/state-screens.tsx';
import { useAct } from '../../frame/use-act.ts';

const NOTHING = {};
const WHAT_HAPPENS = [
  ['off', Power],
  ['stays', ShieldCheck],
  ['back', Undo2],
] as const;

/** Puts the staged version in place now: what happens is said before, and nothing happens by one press alone. */
export function ApplyUpdate({
  bridge,
  version,
  onBack,
}: {
  bridge: Bridge;
  version: string;
  onBack(): void;
}) {
  const { versions: words } = useDeskWords();
  const act = useAct(bridge, 'desk.apply-update');
  if (act.state === 'acting' || act.state === 'done') {
    return (
      <LoadingScreen name="desk.applying" title={words.update.applying} why={words.update.applyingWhy} />
    );
  }
  if (act.state === 'failed') {
    return (
      <FailedScreen
        name="desk.apply-failed"
        title={words.update.applyFailed}
        problem={act.problem ?? { code: 'bridge.no-answer' }}
        onRetry={() => act.confirm(NOTHING)}
        onBack={onBack}
      />
    );
  }
  return <ApplyQuestion version={version} onApply={() => act.confirm(NOTHING)} onBack={onBack} />;
}

export function ApplyQuestion({
  version,
  onApply,
  onBack,
}: {
  version: string;
  onApply(): void;
  onBack(): void;
}) {
  const { versions: words } = useDeskWords();
  return (
    <DeskScreen
      name="desk.apply-update"
      eyebrow={version}
      title={words.update.applyTitle}
      why={words.update.applyWhy}
      back={{ onPress: onBack }}
      primary={{ label: words.update.applyNow, onPress: onApply, tone: 'care' }}
    >
      <ul className={styles.steps}>
        {WHAT_HAPPENS.map(([key, Icon]) => (
          <li key={key}>
            <Icon aria-hidden="true" />
            <span>{words.update.applyWhat[key]}</span>
          </li>
        ))}
      </ul>
    </DeskScreen>
  );
}
