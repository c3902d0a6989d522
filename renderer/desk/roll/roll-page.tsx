import { useState } from 'react';
import type { Bridge } from '../../bridge/bridge.ts';
import { useDeskWords } from '../desk-words.ts';
import { FailedScreen, LoadingScreen } from '../frame/state-screens.tsx';
import { useAct } from '../frame/use-act.ts';
import { useReading } from '../frame/use-reading.ts';
import { RollView } from './roll-view.tsx';

const NOTHING = {};

/** The roll in the printer: how much of it is used, and a new one noted. For the counter and for who looks after the machine. */
export function RollPage({ bridge, onBack }: { bridge: Bridge; onBack(): void }) {
  const { roll: words } = useDeskWords();
  const { value, problem, readAgain } = useReading(bridge, 'desk.paper', NOTHING, { everyMs: 10_000 });
  const act = useAct(bridge, 'desk.change-roll');
  // One id for as long as somebody stands here: pressed again after a lost answer, one roll is noted.
  const [requestId] = useState(() => crypto.randomUUID());
  const note = () => act.confirm({ requestId });
  if (act.state === 'acting') return <LoadingScreen name="desk.roll-noting" title={words.noting} />;
  if (act.state === 'failed') {
    return (
      <FailedScreen
        name="desk.roll-failed"
        title={words.failed}
        problem={act.problem ?? { code: 'bridge.no-answer' }}
        onRetry={note}
        onBack={onBack}
        isStep
      />
    );
  }
  if (act.state === 'done' && act.output) return <RollView paper={act.output} isNoted onBack={onBack} />;
  if (value) return <RollView paper={value} onNote={note} onBack={onBack} />;
  if (problem) {
    return (
      <FailedScreen name="desk.roll-unread" problem={problem} onRetry={readAgain} onBack={onBack} isStep />
    );
  }
  return <LoadingScreen name="desk.roll-reading" onBack={onBack} isStep />;
}
