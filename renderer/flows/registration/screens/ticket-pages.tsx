import { useCallback } from 'react';
import { Screen } from '../../../components/screen/screen.tsx';
import { TicketCard } from '../../../components/ticket-card/ticket-card.tsx';
import { useTexts } from '../../../texts/texts.tsx';
import type { RegistrationScreenProps } from '../registration-flow.tsx';
import { usePaper } from '../use-paper.ts';
import { useRegistrationWords } from '../words.ts';
import { SlipQuestion } from './slip-question.tsx';

/** The ticket, large, and what became of its slip. */
export function TicketPages({ snapshot, send, bridge }: RegistrationScreenProps) {
  const words = useRegistrationWords();
  const texts = useTexts();
  const { ticket, isPaperSettled } = snapshot.context;
  const onDone = useCallback(() => send({ type: 'paper.settled' }), [send]);
  const [paper, tell] = usePaper({
    bridge,
    slipId: ticket?.slipId ?? '',
    isSettled: isPaperSettled,
    onDone,
  });
  if (!ticket) return null;
  if (paper.matches('asking')) return <SlipQuestion paper={paper} send={tell} />;
  const { slip, taken } = paper.context;
  const isWithout = paper.matches('withoutPaper');
  return (
    <Screen
      name="registration.ticket"
      isWide
      question={{
        title: isWithout ? words.slip.withoutTitle : words.ticket.title,
        why: isWithout ? words.slip.withoutLead : words.ticket.lead,
      }}
      thread={{ answered: 1, total: 1 }}
      primary={
        paper.can({ type: 'next.pressed' })
          ? {
              label: isWithout
                ? words.slip.goOn
                : slip.state !== 'failed' && taken === null
                  ? words.ticket.next
                  : texts.common.next,
              onPress: () => tell({ type: 'next.pressed' }),
            }
          : undefined
      }
    >
      <TicketCard
        ticket={ticket}
        slip={slip}
        onSlipAnswer={(isTaken) => tell({ type: isTaken ? 'slip.taken' : 'slip.missing' })}
        onSlipRetry={paper.can({ type: 'slip.retried' }) ? () => tell({ type: 'slip.retried' }) : undefined}
        isAnswering={paper.hasTag('busy')}
      />
    </Screen>
  );
}
