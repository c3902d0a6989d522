import { NotHandedInScreen } from '../../handed-in/failed-screen.tsx';
import type { ComplaintScreenProps } from '../complaint-flow.tsx';
import { useComplaintWords } from '../words.ts';

export function FailedScreen({ snapshot, send }: ComplaintScreenProps) {
  const words = useComplaintWords();
  return (
    <NotHandedInScreen
      name="complaint.failed"
      problem={snapshot.context.problem}
      words={words.failed}
      eyebrow={words.eyebrow}
      onRetry={() => send({ type: 'retry.pressed' })}
    />
  );
}
