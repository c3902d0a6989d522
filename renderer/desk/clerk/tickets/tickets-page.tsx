import { useMemo, useState } from 'react';
import type { TicketList } from '../../../../shared/contract/clerk.ts';
import { FailedScreen, LoadingScreen } from '../../frame/state-screens.tsx';
import { useReading } from '../../frame/use-reading.ts';
import type { ClerkPageProps } from '../clerk-desk.tsx';
import { LIMIT, TicketsView, type TicketsViewProps } from './tickets-view.tsx';

type TicketsPageProps = ClerkPageProps & { list: TicketList };

/** The first page of the counter: what was recorded, read again every few seconds while somebody looks at it. */
export function TicketsPage(props: TicketsPageProps) {
  const [part, setPart] = useState({ offset: 0, isFromEnd: false });
  const { offset } = part;
  return (
    <TicketsPart
      key={`${props.list} ${offset}`}
      {...props}
      {...part}
      onOffset={(next, isFromEnd) => setPart({ offset: next, isFromEnd })}
      onList={(list) => {
        setPart({ offset: 0, isFromEnd: false });
        props.onList(list);
      }}
    />
  );
}

function TicketsPart(props: TicketsPageProps & Pick<TicketsViewProps, 'offset' | 'isFromEnd' | 'onOffset'>) {
  const { bridge, list, offset } = props;
  const input = useMemo(() => ({ list, offset, limit: LIMIT }), [list, offset]);
  const { value, problem, readAgain } = useReading(bridge, 'clerk.tickets', input, { everyMs: 10_000 });
  if (value === null && problem) {
    return <FailedScreen name="clerk.tickets-failed" problem={problem} onRetry={readAgain} />;
  }
  if (value === null) return <LoadingScreen name="clerk.tickets-reading" />;
  return <TicketsView {...props} answer={value} />;
}
