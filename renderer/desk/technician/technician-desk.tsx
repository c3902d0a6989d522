import { useMachine } from '@xstate/react';
import type { QueueEntry } from '../../../shared/contract/desk.ts';
import type { Bridge } from '../../bridge/bridge.ts';
import { AuditPage } from '../clerk/audit/audit-page.tsx';
import { useDesk } from '../desk-context.ts';
import { EnrolPage } from './enrol/enrol-page.tsx';
import { HealthPage } from './health/health-page.tsx';
import { LinkPage } from './link/link-page.tsx';
import { LogsPage } from './logs/logs-page.tsx';
import { type Page, pagesFor } from './pages.ts';
import { PrinterPage } from './printer/printer-page.tsx';
import { QueuePage } from './queue/queue-page.tsx';
import { RestartPage } from './restart/restart-page.tsx';
import { RetirePage } from './retire/retire-page.tsx';
import { RoundPage } from './round/round-page.tsx';
import { StickPage } from './stick/stick-page.tsx';
import { StoragePage } from './storage/storage-page.tsx';
import { technicianMachine } from './technician.machine.ts';
import { VersionsPage } from './versions/versions-page.tsx';

/** What every page of the desk gets. */
export interface PageProps {
  bridge: Bridge;
  onBack(): void;
  onPage(page: Page, show?: QueueEntry['state']): void;
}

/** The technician's desk: the overview, and one page for each thing to look into. */
export function TechnicianDesk({ bridge }: { bridge: Bridge }) {
  const { session } = useDesk();
  const pages = pagesFor(session.roles);
  const [snapshot, send] = useMachine(technicianMachine, { input: { pages } });
  const props: PageProps = {
    bridge,
    onBack: () => send({ type: 'back.pressed' }),
    onPage: (page, show) => send({ type: 'page.chosen', page, ...(show ? { show } : {}) }),
  };
  switch (snapshot.value) {
    case 'link':
      return <LinkPage {...props} />;
    case 'queue':
      return <QueuePage {...props} show={snapshot.context.show} />;
    case 'round':
      return <RoundPage {...props} />;
    case 'printer':
      return <PrinterPage {...props} />;
    case 'storage':
      return <StoragePage {...props} />;
    case 'stick':
      return <StickPage {...props} />;
    case 'logs':
      return <LogsPage {...props} />;
    case 'versions':
      return <VersionsPage {...props} />;
    case 'audit':
      return <AuditPage {...props} />;
    case 'enrol':
      return <EnrolPage {...props} />;
    case 'restart':
      return <RestartPage {...props} />;
    case 'retire':
      return <RetirePage {...props} />;
    default:
      return <HealthPage {...props} pages={pages} />;
  }
}
