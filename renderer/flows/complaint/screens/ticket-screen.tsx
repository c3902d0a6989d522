import { isFollowable } from '../../../../shared/domain/complaint.ts';
import { Screen } from '../../../components/screen/screen.tsx';
import { TicketCard } from '../../../components/ticket-card/ticket-card.tsx';
import { useTexts } from '../../../texts/texts.tsx';
import type { ComplaintScreenProps } from '../complaint-flow.tsx';
import { useComplaintWords } from '../words.ts';

/** The ticket, large. Nothing of the complaint itself is on this screen: others in the lobby may read it. */
export function TicketScreen({ snapshot, send }: ComplaintScreenProps) {
  const words = useComplaintWords();
  const texts = useTexts();
  const { ticket, slip, frozen } = snapshot.context;
  if (!ticket || !slip) return null;
  const isWithoutSlip = snapshot.matches({ served: 'withoutSlip' });
  const isFollowed = frozen !== null && isFollowable(frozen);
  const isToBeAsked = slip.state !== 'failed' && snapshot.context.slipTaken === null;
  const hasRetry = snapshot.can({ type: 'slip.retried' });
  return (
    <Screen
      name="complaint.ticket"
      isWide
      question={{
        title: isWithoutSlip ? words.slip.withoutTitle : words.ticket.title,
        why: isWithoutSlip
          ? words.slip.withoutLead
          : isFollowed
            ? words.ticket.lead
            : words.ticket.leadUntracked,
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
