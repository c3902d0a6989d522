import { Eye, HandHelping, Printer, Undo2 } from 'lucide-react';
import type { CounterTicket } from '../../../../shared/contract/clerk.ts';
import type { Answer } from '../../../components/answer-card/answer-card.tsx';
import { SingleChoice } from '../../../components/single-choice/single-choice.tsx';
import { TicketNumber } from '../../../components/ticket-number/ticket-number.tsx';
import type { ClerkTexts } from '../../../texts/clerk.id.ts';
import styles from '../../frame/desk.module.css';
import { DeskScreen } from '../../frame/desk-screen.tsx';
import type { Mark } from '../../frame/level-mark.tsx';
import { useTimes } from '../../frame/times.ts';
import { Verdict } from '../../frame/verdict.tsx';
import own from '../clerk.module.css';
import { syncLine, useClerkWords } from '../clerk-words.ts';
import { needsEyes, paperWordOf } from '../paper-word.ts';
import type { TicketEvent } from './ticket.machine.ts';

type Act = 'serve' | 'unserve' | 'reprint' | 'look';

/** The next thing to do about a ticket. */
export function nextFor(ticket: CounterTicket): keyof ClerkTexts['ticket']['next'] {
  const paper = paperWordOf(ticket);
  if (paper === 'unknown') return 'paper';
  if (paper === 'handed-over' || paper === 'failed') return 'hand-over';
  if (!ticket.isForCounter) return 'nothing';
  return ticket.served ? 'served' : 'serve';
}

const NEXT_MARKS: Record<ReturnType<typeof nextFor>, Mark> = {
  paper: 'amber',
  'hand-over': 'amber',
  serve: 'running',
  served: 'green',
  nothing: 'green',
};

/** What can be done, the next thing first. */
function actsFor(ticket: CounterTicket, { ticket: words }: ClerkTexts): Answer<Act>[] {
  const look: Answer<Act> = { value: 'look', label: words.look, hint: words.lookHint, icon: Eye };
  const reprint: Answer<Act> = {
    value: 'reprint',
    label: words.reprint,
    hint: words.reprintHint,
    icon: Printer,
  };
  const serve: Answer<Act> = ticket.served
    ? { value: 'unserve', label: words.unserve, hint: words.unserveHint, icon: Undo2 }
    : { value: 'serve', label: words.serve, hint: words.serveHint, icon: HandHelping };
  return [
    ...(needsEyes(paperWordOf(ticket)) ? [look] : []),
    ...(ticket.isForCounter && !ticket.served ? [serve] : []),
    reprint,
    ...(ticket.isForCounter && ticket.served ? [serve] : []),
  ];
}

interface TicketViewProps {
  ticket: CounterTicket;
  send(event: TicketEvent): void;
}

/** One ticket: its number large, how paper and hub stand, and what can be done. Never a name or what it says. */
export function TicketView({ ticket, send }: TicketViewProps) {
  const texts = useClerkWords();
  const { ticket: words, page, kind, paper } = texts;
  const timeOf = useTimes();
  const next = nextFor(ticket);
  const acts = actsFor(ticket, texts);
  const events: Record<Act, TicketEvent> = {
    serve: { type: 'serve.pressed', served: true },
    unserve: { type: 'serve.pressed', served: false },
    reprint: { type: 'reprint.pressed' },
    look: { type: 'look.pressed' },
  };
  const facts = [
    [words.recorded, timeOf(ticket.recordedAt)],
    [words.paper, paper[paperWordOf(ticket)]],
    [words.copies, words.times(ticket.paper.copies)],
    [words.hub, syncLine(ticket.standing, texts)],
    ...(ticket.additions > 0 ? [[words.additions, String(ticket.additions)]] : []),
    ...(ticket.served ? [[words.servedBy, words.by(timeOf(ticket.served.at), ticket.served.by)]] : []),
  ];
  return (
    <DeskScreen
      name="clerk.ticket"
      title={kind[ticket.kind]}
      why={
        <>
          <Verdict mark={NEXT_MARKS[next]}>
            <p>{words.next[next]}</p>
          </Verdict>
          <p className={styles.quiet}>{words.noData}</p>
        </>
      }
      back={{ onPress: () => send({ type: 'back.pressed' }), label: page.back }}
    >
      <div className={own.slipNumber}>
        <span className={styles.small}>{words.number}</span>
        <TicketNumber number={ticket.number} size="small" />
      </div>
      <dl className={styles.facts}>
        {facts.map(([label, value]) => (
          <div key={label} className={styles.fact}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <SingleChoice
        label={words.acts}
        answers={acts}
        columns={{ portrait: 1, landscape: acts.length > 2 ? 2 : 1 }}
        onChoose={(act) => send(events[act])}
      />
    </DeskScreen>
  );
}
