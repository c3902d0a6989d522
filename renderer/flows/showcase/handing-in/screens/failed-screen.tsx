import { NotHandedInScreen } from '../../../handed-in/failed-screen.tsx';
import { useShowcaseWords } from '../../words.ts';
import type { HandingInScreenProps } from '../handing-in.tsx';

export function FailedScreen({ snapshot, send }: HandingInScreenProps) {
  const words = useShowcaseWords();
  return (
    <NotHandedInScreen
      name="showcase.failed"
      problem={snapshot.context.problem}
      words={words.failed}
      onRetry={() => send({ type: 'retry.pressed' })}
    />
  );
}
