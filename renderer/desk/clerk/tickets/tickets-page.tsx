import { useMemo, useState } from 'react';
import type { TicketList } from '../../../../shared/contract/clerk.ts';
import { FailedScreen, LoadingScreen } from '../../frame/state-screens.tsx';
import { useReading } from '../../frame/use-reading.ts';
import type { ClerkPageProps } from '../clerk-desk.tsx';
import { LIMIT, TicketsView } from './tickets-view.tsx';

type TicketsPageProps = ClerkPageProps & { list: TicketList };

/** The first page of the counter: what was recorded, read again every few seconds while somebody looks at it. */
export function TicketsPage(props: TicketsPageProps) {
  const [offset, setOffset] = useState(0);
  return (
    <TicketsPart
      key={`${props.list} ${offset}`}
      {...props}
      offset={offset}
      onOffset={setOffset}
      onList={(list) => {
        setOffset(0);
        props.onList(list);
      }}
    />
  );
}

function TicketsPart(props: TicketsPageProps & { offset: number; onOffset(offset: number): void }) {
  const { bridge, list, offset } = props;
  const input = useMemo(() => ({ list, offset, limit: LIMIT }), [list, offset]);
  const { value, problem, readAgain } = useReading(bridge, 'clerk.tickets', input, { everyMs: 10_000 });
  if (value === null && problem) {
    return <FailedScreen name="clerk.tickets-failed" problem={problem} onRetry={readAgain} />;
  }
  if (value === null) return <LoadingScreen name="clerk.tickets-reading" />;
  return <TicketsView {...props} answer={value} />;
}
