import { CalendarDays, Clock } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { CounterHours } from '../../../../shared/contract/clerk.ts';
import { type DayHours, type HoursException, Weekday } from '../../../../shared/domain/opening-hours.ts';
import { PagedGrid } from '../../../components/paged-grid/paged-grid.tsx';
import type { ClerkTexts } from '../../../texts/clerk.id.ts';
import styles from '../../frame/desk.module.css';
import { DeskScreen } from '../../frame/desk-screen.tsx';
import own from '../clerk.module.css';
import { useClerkWords } from '../clerk-words.ts';
import { useDays } from '../days.ts';

/** `08.00–12.00 dan 13.00–16.00`, or closed. */
export function hoursLine(hours: DayHours, { hours: words }: ClerkTexts): string {
  if (hours.length === 0) return words.closed;
  return hours
    .map(({ opens, closes }) => `${opens.replace(':', '.')}–${closes.replace(':', '.')}`)
    .join(words.and);
}

interface HoursViewProps {
  hours: CounterHours;
  /** A supervisor is signed in. */
  mayChange: boolean;
  onWeek(): void;
  onException(): void;
  onRemove(exception: HoursException): void;
  onBack(): void;
}

type Line = { weekday: Weekday; hours: DayHours } | { exception: HoursException };

/** The week as it is, and the days that are not like it. */
export function HoursView({ hours, mayChange, onWeek, onException, onRemove, onBack }: HoursViewProps) {
  const { hours: words, page } = useClerkWords();
  const { week, isFromHub, exceptions } = hours;
  const lines: Line[] =
    week === null
      ? []
      : [
          ...exceptions.map((exception) => ({ exception })),
          ...Weekday.options.map((weekday) => ({ weekday, hours: week[weekday] })),
        ];
  return (
    <DeskScreen
      name="clerk.hours"
      title={week === null ? words.unknownTitle : words.title}
      why={
        <>
          <p>{week === null ? words.unknownWhy : words.why}</p>
          {isFromHub ? <p className={styles.quiet}>{words.fromHub}</p> : null}
          {mayChange ? null : <p className={styles.quiet}>{words.supervisorOnly}</p>}
        </>
      }
      back={{ onPress: onBack, label: page.back }}
      secondary={mayChange && week !== null ? { label: words.setWeek, onPress: onWeek } : undefined}
      primary={
        !mayChange
          ? undefined
          : week === null
            ? { label: words.setWeek, onPress: onWeek }
            : { label: words.setException, onPress: onException }
      }
    >
      {lines.length === 0 ? (
        <div className={styles.empty}>
          <Clock aria-hidden="true" />
          <p>{words.unknownTitle}</p>
        </div>
      ) : (
        <PagedGrid
          items={lines}
          keyOf={(line) => ('exception' in line ? line.exception.date : line.weekday)}
          rowHeight={{ portrait: 6, landscape: 5.5 }}
          columns={{ portrait: 1, landscape: 2 }}
          render={(line) =>
            'exception' in line ? (
              <ExceptionRow exception={line.exception} onRemove={mayChange ? onRemove : undefined} />
            ) : (
              <div className={styles.row}>
                <span className={own.kind}>
                  <Clock aria-hidden="true" />
                </span>
                <span className={styles.words}>
                  <span className={styles.name}>{words.weekday[line.weekday]}</span>
                  <HoursSmall hours={line.hours} />
                </span>
              </div>
            )
          }
        />
      )}
    </DeskScreen>
  );
}

function HoursSmall({ hours }: { hours: DayHours }) {
  return <span className={styles.small}>{hoursLine(hours, useClerkWords())}</span>;
}

interface ExceptionRowProps {
  exception: HoursException;
  onRemove: ((exception: HoursException) => void) | undefined;
}

function ExceptionRow({ exception, onRemove }: ExceptionRowProps) {
  const texts = useClerkWords();
  const dayOf = useDays();
  const { date, hours, reason } = exception;
  const face = (
    <>
      <span className={own.kind}>
        <CalendarDays aria-hidden="true" />
      </span>
      <span className={styles.words}>
        <span className={styles.name}>{dayOf(date)}</span>
        <span className={styles.small}>
          {hoursLine(hours, texts)} · {texts.hours.reason[reason]}
        </span>
      </span>
    </>
  );
  if (!onRemove) {
    return (
      <div className={styles.row} data-mark="amber">
        {face}
      </div>
    );
  }
  return (
    <Button className={styles.row ?? ''} data-mark="amber" onPress={() => onRemove(exception)}>
      {face}
      <span className={own.act}>{texts.hours.remove}</span>
    </Button>
  );
}

interface RemoveProps {
  exception: HoursException;
  onRemove(): void;
  onBack(): void;
}

export function RemoveScreen({ exception, onRemove, onBack }: RemoveProps) {
  const texts = useClerkWords();
  const dayOf = useDays();
  const { hours: words } = texts;
  return (
    <DeskScreen
      name="clerk.hours-remove"
      title={words.removeTitle}
      why={words.removeWhy}
      back={{ onPress: onBack, label: words.keep }}
      primary={{ label: words.remove, onPress: onRemove, tone: 'care' }}
    >
      <dl className={styles.facts}>
        <div className={styles.fact}>
          <dt>{dayOf(exception.date)}</dt>
          <dd>{hoursLine(exception.hours, texts)}</dd>
        </div>
      </dl>
    </DeskScreen>
  );
}
