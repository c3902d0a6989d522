import { NotHandedInScreen } from '../../handed-in/failed-screen.tsx';
import type { RegistrationScreenProps } from '../registration-flow.tsx';
import { useRegistrationWords } from '../words.ts';

export function FailedScreen({ snapshot, send }: RegistrationScreenProps) {
  const words = useRegistrationWords();
  return (
    <NotHandedInScreen
      name="registration.failed"
      problem={snapshot.context.problem}
      words={words.failed}
      eyebrow={words.eyebrow.consent}
      onRetry={() => send({ type: 'retry.pressed' })}
    />
  );
}
