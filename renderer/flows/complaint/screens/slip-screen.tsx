import { HandedSlipScreen } from '../../handed-in/slip-screen.tsx';
import type { ComplaintScreenProps } from '../complaint-flow.tsx';
import { useComplaintWords } from '../words.ts';

export function SlipScreen({ snapshot, send }: ComplaintScreenProps) {
  const words = useComplaintWords();
  return (
    <HandedSlipScreen
      name="complaint.slip"
      slip={snapshot.context.slip}
      mayRetry={snapshot.can({ type: 'slip.retried' })}
      words={words.slip}
      send={send}
    />
  );
}
