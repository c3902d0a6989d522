import { NotHandedInScreen } from '../../../handed-in/failed-screen.tsx';
import { useServicesWords } from '../../words.ts';
import type { LeadScreenProps } from '../lead-form.tsx';

export function FailedScreen({ snapshot, send }: LeadScreenProps) {
  const words = useServicesWords();
  return (
    <NotHandedInScreen
      name="services.lead.failed"
      problem={snapshot.context.problem}
      words={words.failed}
      eyebrow={words.eyebrow}
      onRetry={() => send({ type: 'retry.pressed' })}
    />
  );
}
