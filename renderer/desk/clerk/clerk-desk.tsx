import { useMachine } from '@xstate/react';
import { useEffect } from 'react';
import type { CounterTicket, TicketList } from '../../../shared/contract/clerk.ts';
import type { Bridge } from '../../bridge/bridge.ts';
import { RollPage } from '../roll/roll-page.tsx';
import { AnnouncementsPage } from './announcements/announcements-page.tsx';
import { AuditPage } from './audit/audit-page.tsx';
import { clerkMachine } from './clerk.machine.ts';
import { DayPage } from './day/day-page.tsx';
import { FindPage } from './find/find-page.tsx';
import { startScanner } from './find/scanner.ts';
import { HelpPage } from './help/help-page.tsx';
import { HoursPage } from './hours/hours-page.tsx';
import type { ClerkTool } from './pages.ts';
import { ProductsPage } from './products/products-page.tsx';
import { TicketPage } from './ticket/ticket-page.tsx';
import { TicketsPage } from './tickets/tickets-page.tsx';

/** What every page of the counter gets. */
export interface ClerkPageProps {
  bridge: Bridge;
  onBack(): void;
  onPage(page: ClerkTool): void;
  onTicket(ticket: CounterTicket): void;
  onList(list: TicketList): void;
}

/** The desk of the counter: the tickets of the day, and one page for each thing to do. The scanner is heard on all of them. */
export function ClerkDesk({ bridge }: { bridge: Bridge }) {
  const [snapshot, send] = useMachine(clerkMachine);
  useEffect(() => startScanner(window, (text) => send({ type: 'code.scanned', text })), [send]);
  const { ticket, list, scanned, scans } = snapshot.context;
  const props: ClerkPageProps = {
    bridge,
    onBack: () => send({ type: 'back.pressed' }),
    onPage: (page) => send({ type: 'page.chosen', page }),
    onTicket: (chosen) => send({ type: 'ticket.chosen', ticket: chosen }),
    onList: (chosen) => send({ type: 'list.chosen', list: chosen }),
  };
  switch (snapshot.value) {
    case 'find':
      return <FindPage key={scans} {...props} scanned={scanned} />;
    case 'ticket':
      return ticket === null ? null : <TicketPage key={ticket.number} {...props} ticket={ticket} />;
    case 'help':
      return <HelpPage {...props} />;
    case 'day':
      return <DayPage {...props} />;
    case 'roll':
      return <RollPage {...props} />;
    case 'products':
      return <ProductsPage {...props} />;
    case 'announcements':
      return <AnnouncementsPage {...props} />;
    case 'hours':
      return <HoursPage {...props} />;
    case 'audit':
      return <AuditPage {...props} />;
    default:
      return <TicketsPage {...props} list={list} />;
  }
}
