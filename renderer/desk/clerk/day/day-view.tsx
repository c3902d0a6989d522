import { ChevronRight, CircleCheck, ScrollText } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { DayReport } from '../../../../shared/contract/clerk.ts';
import type { SlipState } from '../../../../shared/contract/kiosk-state.ts';
import type { ClerkTexts } from '../../../texts/clerk.id.ts';
import { useLanguage } from '../../../texts/texts.tsx';
import { metresLine, useDeskWords } from '../../desk-words.ts';
import styles from '../../frame/desk.module.css';
import { DeskScreen } from '../../frame/desk-screen.tsx';
import { LevelMark, type Mark } from '../../frame/level-mark.tsx';
import { useTimes } from '../../frame/times.ts';
import { Verdict } from '../../frame/verdict.tsx';
import own from '../clerk.module.css';
import { useClerkWords } from '../clerk-words.ts';
import { PrinterSteps } from '../paper/paper-screens.tsx';
import type { DayEvent } from './day.machine.ts';

interface StepProps {
  report: DayReport;
  send(event: DayEvent): void;
}

interface Left {
  key: keyof ClerkTexts['day']['next'];
  mark: Mark;
  line: string;
}

/** What is not done at the end of a day, the thing to do at the counter first. */
export function leftOver(report: DayReport, { day }: ClerkTexts): Left[] {
  const { papers, waiting, setAside, toServe = 0 } = report;
  const all: (Left & { count: number })[] = [
    { key: 'unknown', count: papers.unknown, mark: 'amber', line: day.unknown(papers.unknown) },
    { key: 'handedOver', count: papers.handedOver, mark: 'amber', line: day.handedOver(papers.handedOver) },
    { key: 'toServe', count: toServe, mark: 'idle', line: day.toServe(toServe) },
    { key: 'setAside', count: setAside, mark: 'red', line: day.setAside(setAside) },
    { key: 'waiting', count: waiting, mark: 'idle', line: day.waiting(waiting) },
  ];
  return all.filter(({ count }) => count > 0);
}

function stateOf({ openedAt, closedAt }: DayReport): 'new' | 'open' | 'closed' {
  if (openedAt === null) return 'new';
  return closedAt === null ? 'open' : 'closed';
}

/** The day as it stands: open or not, its figures, what is left over. */
export function DayView({
  report,
  send,
  onPaperTrouble,
  onRoll,
}: StepProps & { onPaperTrouble(): void; onRoll(): void }) {
  const texts = useClerkWords();
  const { day: words, page, tickets } = texts;
  const timeOf = useTimes();
  const state = stateOf(report);
  const hasPaperTrouble = report.papers.unknown + report.papers.handedOver > 0;
  return (
    <DeskScreen
      name="clerk.day"
      title={words.title[state]}
      why={
        <Verdict mark={state === 'open' ? 'green' : 'idle'}>
          {report.openedAt === null || report.openedBy === null ? (
            <p>{words.why}</p>
          ) : (
            <p>{words.opened(timeOf(report.openedAt), report.openedBy)}</p>
          )}
          {report.closedAt === null || report.closedBy === null ? null : (
            <p>{words.closed(timeOf(report.closedAt), report.closedBy)}</p>
          )}
        </Verdict>
      }
      back={{ onPress: () => send({ type: 'back.pressed' }), label: page.back }}
      secondary={
        hasPaperTrouble ? { label: tickets.list['paper-trouble'], onPress: onPaperTrouble } : undefined
      }
      primary={
        state === 'new'
          ? { label: words.open, onPress: () => send({ type: 'open.pressed' }) }
          : {
              label: state === 'open' ? words.close : words.printAgain,
              onPress: () => send({ type: 'close.pressed' }),
            }
      }
    >
      <Figures report={report} />
      <LeftOver report={report} />
      <RollRow onPress={onRoll} />
    </DeskScreen>
  );
}

/** Where a new roll is noted: it is put in when a day begins or ends, or when the paper is out. */
function RollRow({ onPress }: { onPress(): void }) {
  const { roll } = useDeskWords();
  return (
    <div className={styles.list}>
      <Button className={styles.row ?? ''} onPress={onPress}>
        <ScrollText aria-hidden="true" />
        <span className={styles.words}>
          <span className={styles.name}>{roll.title}</span>
          <span className={styles.said}>{roll.howTo}</span>
        </span>
        <ChevronRight aria-hidden="true" />
      </Button>
    </div>
  );
}

function Figures({ report }: { report: DayReport }) {
  const { day: words, kind } = useClerkWords();
  const language = useLanguage();
  const length =
    report.paperMm === undefined ? '' : ` · ${metresLine(report.paperMm, language).replace(' ', '\u00a0')}`;
  const figures: [string, number][] = [
    [words.served, report.served],
    [`${words.papers}${length}`, report.papers.printed],
    [words.copies, report.papers.copies],
    [words.calls, report.staffCalls],
  ];
  return (
    <section className={styles.list}>
      <h2 className={styles.heading}>{words.figures}</h2>
      <dl className={own.figures}>
        {figures.map(([label, count]) => (
          <div key={label} className={own.figure}>
            <dt>{label}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
      <dl className={`${styles.facts} ${own.kinds}`}>
        {report.recorded.length === 0 ? (
          <div className={styles.fact}>
            <dt>{words.recorded}</dt>
            <dd>{words.nothing}</dd>
          </div>
        ) : (
          report.recorded.map((one) => (
            <div key={one.kind} className={styles.fact}>
              <dt>{kind[one.kind]}</dt>
              <dd>{one.count}</dd>
            </div>
          ))
        )}
      </dl>
    </section>
  );
}

function LeftOver({ report }: { report: DayReport }) {
  const texts = useClerkWords();
  const { day: words } = texts;
  const left = leftOver(report, texts);
  if (left.length === 0) {
    return (
      <div className={styles.empty}>
        <CircleCheck aria-hidden="true" />
        <p>{words.allDone}</p>
      </div>
    );
  }
  return (
    <section className={styles.list}>
      <h2 className={styles.heading}>{words.stillOpen}</h2>
      <ul className={`${styles.list} ${own.left}`}>
        {left.map(({ key, mark, line }) => (
          <li key={key} className={styles.row} data-mark={mark}>
            <LevelMark mark={mark} />
            <span className={styles.words}>
              <span className={styles.name}>{line}</span>
              <span className={styles.said}>{words.next[key]}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Before the day ends: what is left over, or that nothing is. */
export function CloseScreen({ report, send }: StepProps) {
  const texts = useClerkWords();
  const { day: words } = texts;
  const left = leftOver(report, texts);
  return (
    <DeskScreen
      name="clerk.day-confirm"
      title={words.confirmTitle}
      why={
        <Verdict mark={left.length === 0 ? 'green' : 'amber'}>
          <p>{left.length === 0 ? words.confirmDone : words.confirmOpen}</p>
        </Verdict>
      }
      back={{ onPress: () => send({ type: 'back.pressed' }), label: words.keepOpen }}
      primary={{
        label: words.close,
        onPress: () => send({ type: 'confirm.pressed', requestId: crypto.randomUUID() }),
      }}
    >
      <LeftOver report={report} />
    </DeskScreen>
  );
}

/** The day is closed whatever the printer did; what became of the paper is told as it is. */
export function EndScreen({ slip, send }: { slip: SlipState | null; send(event: DayEvent): void }) {
  const { day: words } = useClerkWords();
  const end =
    slip?.state === 'printed' ? 'printed' : slip === null || slip.state === 'unknown' ? 'unknown' : 'failed';
  return (
    <DeskScreen
      name="clerk.day-ended"
      title={words.endTitle}
      why={
        <Verdict mark={end === 'printed' ? 'green' : end === 'unknown' ? 'amber' : 'red'}>
          <p>{words.end[end]}</p>
        </Verdict>
      }
      secondary={{
        label: words.printAgain,
        onPress: () => send({ type: 'printAgain.pressed', requestId: crypto.randomUUID() }),
      }}
      primary={{ label: words.done, onPress: () => send({ type: 'back.pressed' }), tone: 'done' }}
    >
      {end === 'printed' ? null : <PrinterSteps />}
    </DeskScreen>
  );
}
