import { HandedSlipScreen } from '../../../handed-in/slip-screen.tsx';
import { useServicesWords } from '../../words.ts';
import type { LeadScreenProps } from '../lead-form.tsx';

export function SlipScreen({ snapshot, send }: LeadScreenProps) {
  const words = useServicesWords();
  return (
    <HandedSlipScreen
      name="services.lead.slip"
      slip={snapshot.context.slip}
      mayRetry={snapshot.can({ type: 'slip.retried' })}
      words={words.slip}
      send={send}
    />
  );
}
