import { Screen } from '../../../../components/screen/screen.tsx';
import { TicketCard } from '../../../../components/ticket-card/ticket-card.tsx';
import { useTexts } from '../../../../texts/texts.tsx';
import { useShowcaseWords } from '../../words.ts';
import { formOf, type HandingInScreenProps } from '../handing-in.tsx';

/** The ticket, large. */
export function TicketScreen({ snapshot, send }: HandingInScreenProps) {
  const words = useShowcaseWords();
  const texts = useTexts();
  const { ticket, slip, slipTaken, body } = snapshot.context;
  if (!ticket || !slip) return null;
  const isWithoutSlip = snapshot.matches({ served: 'withoutSlip' });
  const isToBeAsked = slip.state !== 'failed' && slipTaken === null;
  const goOn = isWithoutSlip ? words.slip.goOn : isToBeAsked ? words.ticket.next : texts.common.next;
  return (
    <Screen
      name="showcase.ticket"
      isWide
      question={{
        title: isWithoutSlip ? words.slip.withoutTitle : words.ticket.title,
        why: isWithoutSlip ? words.slip.withoutLead : words.ticket.lead[formOf(body)],
      }}
      thread={{ answered: 1, total: 1 }}
      primary={
        snapshot.can({ type: 'next.pressed' })
          ? { label: goOn, onPress: () => send({ type: 'next.pressed' }) }
          : undefined
      }
    >
      <TicketCard
        ticket={ticket}
        slip={slip}
        onSlipAnswer={(taken) => send({ type: taken ? 'slip.taken' : 'slip.missing' })}
        onSlipRetry={
          snapshot.can({ type: 'slip.retried' }) ? () => send({ type: 'slip.retried' }) : undefined
        }
        isAnswering={snapshot.hasTag('busy')}
      />
    </Screen>
  );
}
