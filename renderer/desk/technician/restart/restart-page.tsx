import { Power } from 'lucide-react';
import { useDeskWords } from '../../desk-words.ts';
import styles from '../../frame/desk.module.css';
import { DeskScreen } from '../../frame/desk-screen.tsx';
import { FailedScreen, LoadingScreen } from '../../frame/state-screens.tsx';
import { useAct } from '../../frame/use-act.ts';
import type { PageProps } from '../technician-desk.tsx';

const NOTHING = {};

/** Closes the app and opens it again. */
export function RestartPage({ bridge, onBack }: PageProps) {
  const { restart: words } = useDeskWords();
  const act = useAct(bridge, 'desk.restart');
  if (act.state === 'acting' || act.state === 'done') {
    return <LoadingScreen name="desk.restarting" title={words.working} why={words.workingWhy} />;
  }
  if (act.state === 'failed') {
    return (
      <FailedScreen
        name="desk.restart-failed"
        title={words.failedTitle}
        problem={act.problem ?? { code: 'bridge.no-answer' }}
        onRetry={() => act.confirm(NOTHING)}
        onBack={onBack}
      />
    );
  }
  return <RestartQuestion onRestart={() => act.confirm(NOTHING)} onBack={onBack} />;
}

export function RestartQuestion({ onRestart, onBack }: { onRestart(): void; onBack(): void }) {
  const { restart: words, page } = useDeskWords();
  return (
    <DeskScreen
      name="desk.restart"
      title={words.title}
      why={words.why}
      back={{ onPress: onBack, label: page.back }}
      primary={{ label: words.now, onPress: onRestart }}
    >
      <div className={styles.empty}>
        <Power aria-hidden="true" />
        <p>{words.workingWhy}</p>
      </div>
    </DeskScreen>
  );
}
