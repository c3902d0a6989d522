import { HandedSlipScreen } from '../../../handed-in/slip-screen.tsx';
import { useShowcaseWords } from '../../words.ts';
import type { HandingInScreenProps } from '../handing-in.tsx';

export function SlipScreen({ snapshot, send }: HandingInScreenProps) {
  const words = useShowcaseWords();
  return (
    <HandedSlipScreen
      name="showcase.slip"
      slip={snapshot.context.slip}
      mayRetry={snapshot.can({ type: 'slip.retried' })}
      words={words.slip}
      send={send}
    />
  );
}
