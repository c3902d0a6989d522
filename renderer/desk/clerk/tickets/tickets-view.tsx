import { ChevronRight, Tickets } from 'lucide-react';
import { Button } from 'react-aria-components';
import { type ClerkOutput, type CounterTicket, TicketList } from '../../../../shared/contract/clerk.ts';
import { PagedGrid } from '../../../components/paged-grid/paged-grid.tsx';
import { useDesk } from '../../desk-context.ts';
import { useDeskWords } from '../../desk-words.ts';
import styles from '../../frame/desk.module.css';
import { DeskScreen } from '../../frame/desk-screen.tsx';
import { useTimes } from '../../frame/times.ts';
import { Verdict } from '../../frame/verdict.tsx';
import { PaperChip, ServedChip, SyncChip } from '../chip.tsx';
import own from '../clerk.module.css';
import { useClerkWords } from '../clerk-words.ts';
import { KIND_ICONS } from '../kind-icons.ts';
import { CLERK_TOOLS, type ClerkTool } from '../pages.ts';

/** Tickets that are asked for at once: the most the contract allows. */
export const LIMIT = 50;

export interface TicketsViewProps {
  answer: ClerkOutput<'clerk.tickets'>;
  list: TicketList;
  offset: number;
  onList(list: TicketList): void;
  /** The part was turned to backwards: its last page comes first. */
  isFromEnd?: boolean;
  onOffset(offset: number, isFromEnd: boolean): void;
  onTicket(ticket: CounterTicket): void;
  onPage(page: ClerkTool): void;
}

/** Newest first: number, kind, time, paper, hub, mark. Never a name or a story. */
export function TicketsView(props: TicketsViewProps) {
  const { answer, list, offset, onPage } = props;
  const { tickets: words, page } = useClerkWords();
  const { session } = useDeskWords();
  const { changeDesk } = useDesk();
  const { counts } = answer;
  const isQuiet = counts['to-serve'] === 0 && counts['paper-trouble'] === 0;
  return (
    <DeskScreen
      name="clerk.tickets"
      title={words.title[list](answer.total)}
      why={
        <>
          <Verdict mark={counts['paper-trouble'] > 0 ? 'amber' : isQuiet ? 'green' : 'running'}>
            {isQuiet ? <p>{words.nothingToDo}</p> : null}
            {counts['paper-trouble'] > 0 ? <p>{words.paperTrouble(counts['paper-trouble'])}</p> : null}
            {counts['to-serve'] > 0 ? <p>{words.toServe(counts['to-serve'])}</p> : null}
          </Verdict>
          <p className={styles.quiet}>{words.scanner}</p>
        </>
      }
      secondary={changeDesk ? { label: session.desk.technician, onPress: changeDesk } : undefined}
      primary={{ label: page.name.find, onPress: () => onPage('find') }}
    >
      <fieldset className={own.lists} aria-label={words.lists}>
        {TicketList.options.map((one) => (
          <Button
            key={one}
            className={styles.tile ?? ''}
            data-chosen={list === one || undefined}
            aria-pressed={list === one}
            onPress={() => props.onList(one)}
          >
            <span>{words.list[one]}</span>
            <b
              className={own.count}
              data-mark={one === 'paper-trouble' && counts[one] > 0 ? 'amber' : undefined}
            >
              {counts[one]}
            </b>
          </Button>
        ))}
      </fieldset>
      {answer.tickets.length === 0 ? (
        <div className={styles.empty}>
          <Tickets aria-hidden="true" />
          <p>{words.empty[list]}</p>
        </div>
      ) : (
        <PagedGrid
          items={answer.tickets}
          keyOf={({ number }) => number}
          rowHeight={{ portrait: 6, landscape: 5 }}
          startAt={props.isFromEnd ? answer.tickets.length - 1 : 0}
          partOf={{
            from: offset,
            total: answer.total,
            onBefore: () => props.onOffset(Math.max(0, offset - LIMIT), true),
            onAfter: () => props.onOffset(offset + LIMIT, false),
          }}
          render={(ticket) => <TicketRow ticket={ticket} onTicket={props.onTicket} />}
        />
      )}
      <nav className={own.tools} aria-label={page.menu}>
        {CLERK_TOOLS.filter(({ tool }) => tool !== 'find' && tool !== 'roll').map(({ tool, icon: Icon }) => (
          <Button key={tool} className={styles.tile ?? ''} onPress={() => onPage(tool)}>
            <Icon aria-hidden="true" />
            <span>{page.name[tool]}</span>
          </Button>
        ))}
      </nav>
    </DeskScreen>
  );
}

function TicketRow({ ticket, onTicket }: { ticket: CounterTicket } & Pick<TicketsViewProps, 'onTicket'>) {
  const { kind, tickets: words } = useClerkWords();
  const timeOf = useTimes();
  const Icon = KIND_ICONS[ticket.kind];
  return (
    // A ticket number is nothing that others in the lobby should hear.
    <Button className={styles.row ?? ''} data-private onPress={() => onTicket(ticket)}>
      <span className={own.kind}>
        <Icon aria-hidden="true" />
      </span>
      <span className={styles.words}>
        <span className={styles.name}>
          <span className={own.number}>{ticket.number}</span>
          <ServedChip ticket={ticket} />
        </span>
        <span className={styles.small}>
          {[
            kind[ticket.kind],
            timeOf(ticket.recordedAt),
            ...(ticket.additions > 0 ? [words.additions(ticket.additions)] : []),
          ].join(' · ')}
        </span>
      </span>
      <span className={own.chips}>
        <PaperChip ticket={ticket} />
        <SyncChip ticket={ticket} />
      </span>
      <ChevronRight aria-hidden="true" />
    </Button>
  );
}
