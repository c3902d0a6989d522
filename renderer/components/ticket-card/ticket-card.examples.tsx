import type { SlipState } from '../../../shared/contract/kiosk-state.ts';
import { aSlip, aTicket } from '../../bridge/fake.ts';
import type { Example } from '../../gallery/example.ts';
import { useTexts } from '../../texts/texts.tsx';
import { Screen } from '../screen/screen.tsx';
import { TicketCard } from './ticket-card.tsx';

const nothing = () => {};

function Shown({ slip }: { slip: SlipState }) {
  const texts = useTexts();
  return (
    <Screen
      name={`example.ticket-${slip.state}`}
      isWide
      question={{ title: 'Ini nomor tiket Anda' }}
      thread={{ answered: 9, total: 9 }}
      primary={{ label: texts.thankYou.finish, onPress: nothing }}
    >
      <TicketCard
        ticket={aTicket()}
        slip={slip}
        onSlipAnswer={nothing}
        onSlipRetry={slip.state === 'failed' ? nothing : undefined}
      />
    </Screen>
  );
}

const slips: readonly SlipState[] = [
  aSlip({ state: 'queued' }),
  aSlip({ state: 'printing' }),
  aSlip({ state: 'printed' }),
  aSlip({ state: 'failed', trouble: 'out-of-paper' }),
  aSlip({ state: 'unknown', trouble: 'connection-lost' }),
  aSlip({ state: 'handed-over', trouble: 'cover-open' }),
];

export const examples: readonly Example[] = slips.map((slip) => ({
  name: slip.state,
  isScreen: true,
  render: () => <Shown slip={slip} />,
}));
