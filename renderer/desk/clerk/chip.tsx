import {
  Check,
  CircleDashed,
  CloudCheck,
  CloudUpload,
  Eye,
  HandHelping,
  LoaderCircle,
  type LucideIcon,
  OctagonX,
  TriangleAlert,
} from 'lucide-react';
import type { CounterTicket } from '../../../shared/contract/clerk.ts';
import type { Mark } from '../frame/level-mark.tsx';
import styles from './clerk.module.css';
import { syncLine, useClerkWords } from './clerk-words.ts';
import { PAPER_MARKS, type PaperWord, paperWordOf } from './paper-word.ts';

interface ChipProps {
  mark: Mark;
  icon: LucideIcon;
  children: string;
}

/** A state in a word and a shape of its own; the colour only helps. */
function Chip({ mark, icon: Icon, children }: ChipProps) {
  return (
    <span className={styles.chip} data-mark={mark}>
      <Icon aria-hidden="true" />
      <span>{children}</span>
    </span>
  );
}

const PAPER_ICONS: Record<PaperWord, LucideIcon> = {
  none: CircleDashed,
  queued: LoaderCircle,
  printing: LoaderCircle,
  printed: Check,
  failed: OctagonX,
  unknown: Eye,
  'handed-over': TriangleAlert,
  ended: CircleDashed,
};

export function PaperChip({ ticket }: { ticket: CounterTicket }) {
  const { paper } = useClerkWords();
  const word = paperWordOf(ticket);
  return (
    <Chip mark={PAPER_MARKS[word]} icon={PAPER_ICONS[word]}>
      {paper[word]}
    </Chip>
  );
}

export function SyncChip({ ticket }: { ticket: CounterTicket }) {
  const words = useClerkWords();
  const { standing } = ticket.standing;
  const line = syncLine(ticket.standing, words);
  if (standing === 'needs-person') {
    return (
      <Chip mark="amber" icon={TriangleAlert}>
        {line}
      </Chip>
    );
  }
  return (
    <Chip
      mark={standing === 'recorded' ? 'idle' : 'green'}
      icon={standing === 'recorded' ? CloudUpload : CloudCheck}
    >
      {line}
    </Chip>
  );
}

/** Nothing for a ticket that the counter has nothing to do with. */
export function ServedChip({ ticket }: { ticket: CounterTicket }) {
  const { tickets: words } = useClerkWords();
  if (!ticket.isForCounter) return null;
  return ticket.served ? (
    <Chip mark="green" icon={Check}>
      {words.isServed}
    </Chip>
  ) : (
    <Chip mark="running" icon={HandHelping}>
      {words.mustServe}
    </Chip>
  );
}
