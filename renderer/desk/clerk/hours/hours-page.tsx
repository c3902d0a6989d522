import { useCallback, useEffect, useRef, useState } from 'react';
import type { CounterHours } from '../../../../shared/contract/clerk.ts';
import { type HoursException, Weekday, type WeekHours } from '../../../../shared/domain/opening-hours.ts';
import { useDesk } from '../../desk-context.ts';
import { FailedScreen, LoadingScreen } from '../../frame/state-screens.tsx';
import { useAct } from '../../frame/use-act.ts';
import { useReading } from '../../frame/use-reading.ts';
import type { ClerkPageProps } from '../clerk-desk.tsx';
import { useClerkWords } from '../clerk-words.ts';
import { useOfficeToday } from '../office-today.ts';
import type { SaidHours } from './hours-form.machine.ts';
import { HoursForm } from './hours-form.tsx';
import { HoursView, RemoveScreen } from './hours-view.tsx';

const NOTHING = {};
const PATIENCE_MS = 10_000;

/** The week with what was said in place of what was there; days that nobody ever said are closed. */
export function weekWith(
  week: WeekHours | null,
  { days, hours }: Pick<SaidHours, 'days' | 'hours'>,
): WeekHours {
  const all = Weekday.options.map((day) => [day, days.includes(day) ? hours : (week?.[day] ?? [])] as const);
  return Object.fromEntries(all) as WeekHours;
}

/** When this office is open: for every clerk to read, for a supervisor to change. */
export function HoursPage({ bridge, onBack }: ClerkPageProps) {
  const { hours: words } = useClerkWords();
  const { session } = useDesk();
  const { value, problem, readAgain } = useReading(bridge, 'clerk.hours', NOTHING);
  const week = useAct(bridge, 'clerk.set-week', PATIENCE_MS);
  const exception = useAct(bridge, 'clerk.set-exception', PATIENCE_MS);
  const removal = useAct(bridge, 'clerk.remove-exception', PATIENCE_MS);
  const [form, setForm] = useState<'week' | 'exception' | null>(null);
  const [removed, setRemoved] = useState<HoursException | null>(null);
  const today = useOfficeToday();
  /** What was asked last, for a second press after a failure: nothing is typed twice. */
  const ask = useRef<() => void>(() => {});
  const firstAsk = (act: () => void) => {
    ask.current = act;
    act();
  };

  const acts = [week, exception, removal];
  const isDone = acts.some(({ state }) => state === 'done');
  const { goBack: endWeek } = week;
  const { goBack: endException } = exception;
  const { goBack: endRemoval } = removal;
  const leave = useCallback(() => {
    setForm(null);
    setRemoved(null);
    endWeek();
    endException();
    endRemoval();
    readAgain();
  }, [endWeek, endException, endRemoval, readAgain]);
  useEffect(() => {
    if (isDone) leave();
  }, [isDone, leave]);

  const failed = acts.find(({ state }) => state === 'failed');
  if (failed) {
    return (
      <FailedScreen
        name="clerk.hours-failed"
        problem={failed.problem ?? { code: 'bridge.no-answer' }}
        onRetry={() => ask.current()}
        onBack={leave}
      />
    );
  }
  if (acts.some(({ state }) => state !== 'asking')) {
    return <LoadingScreen name="clerk.hours-saving" title={words.saving} />;
  }
  if (value === null && problem) {
    return <FailedScreen name="clerk.hours-unread" problem={problem} onRetry={readAgain} onBack={onBack} />;
  }
  if (value === null) return <LoadingScreen name="clerk.hours-reading" onBack={onBack} />;
  if (form) {
    return (
      <HoursForm
        form={form}
        today={today}
        isFirstWeek={value.week === null}
        onSaid={(said) => save(said, value)}
        onLeave={leave}
      />
    );
  }
  if (removed) {
    return (
      <RemoveScreen
        exception={removed}
        onRemove={() => firstAsk(() => removal.confirm({ date: removed.date }))}
        onBack={() => setRemoved(null)}
      />
    );
  }
  return (
    <HoursView
      hours={value}
      mayChange={session.roles.includes('supervisor')}
      onWeek={() => setForm('week')}
      onException={() => setForm('exception')}
      onRemove={setRemoved}
      onBack={onBack}
    />
  );

  function save(said: SaidHours, before: CounterHours): void {
    const { date, hours, reason } = said;
    if (date !== null && reason !== null) {
      firstAsk(() => exception.confirm({ date, hours, reason }));
    } else firstAsk(() => week.confirm({ week: weekWith(before.week, said) }));
  }
}
