import { Screen } from '../../../../components/screen/screen.tsx';
import { TicketCard } from '../../../../components/ticket-card/ticket-card.tsx';
import { useTexts } from '../../../../texts/texts.tsx';
import { useServicesWords } from '../../words.ts';
import type { LeadScreenProps } from '../lead-form.tsx';

/** The ticket, large, to show at the counter. Her name and number are not on this screen: others may read it. */
export function TicketScreen({ snapshot, send }: LeadScreenProps) {
  const words = useServicesWords();
  const texts = useTexts();
  const { ticket, slip, slipTaken } = snapshot.context;
  if (!ticket || !slip) return null;
  const isWithoutSlip = snapshot.matches({ served: 'withoutSlip' });
  const isToBeAsked = slip.state !== 'failed' && slipTaken === null;
  const hasRetry = snapshot.can({ type: 'slip.retried' });
  return (
    <Screen
      name="services.lead.ticket"
      isWide
      question={{
        title: isWithoutSlip ? words.slip.withoutTitle : words.ticket.title,
        why: isWithoutSlip ? words.slip.withoutLead : words.ticket.lead,
      }}
      thread={{ answered: 1, total: 1 }}
      primary={
        snapshot.can({ type: 'next.pressed' })
          ? {
              label: isWithoutSlip ? words.slip.goOn : isToBeAsked ? words.ticket.next : texts.common.next,
              onPress: () => send({ type: 'next.pressed' }),
            }
          : undefined
      }
    >
      <TicketCard
        ticket={ticket}
        slip={slip}
        onSlipAnswer={(taken) => send({ type: taken ? 'slip.taken' : 'slip.missing' })}
        onSlipRetry={hasRetry ? () => send({ type: 'slip.retried' }) : undefined}
        isAnswering={snapshot.hasTag('busy')}
      />
    </Screen>
  );
}
