import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { unreachable } from '../../../shared/lib/unreachable.ts';
import { useTexts } from '../../texts/texts.tsx';
import { BigButton } from '../big-button/big-button.tsx';
import { daysFor, monthsFor, type PartialDate, type PartName, startPart, yearsOf } from './calendar.ts';
import styles from './date-parts.module.css';

export interface DatePartsProps {
  value: PartialDate | undefined;
  onChange(value: PartialDate | undefined): void;
  /** Today in the office's zone; nothing later is offered. `month` counts from 1. */
  today: { year: number; month: number; day: number };
  /** Every part was answered or is not remembered. */
  onDone?(): void;
}

/** A date in as many parts as she remembers: year, then month, then day, each by one press. */
export function DateParts({ value, onChange, today, onDone }: DatePartsProps) {
  const texts = useTexts();
  const [part, setPart] = useState<PartName>(() => startPart(value));
  const [page, setPage] = useState(0);

  const choose = (chosen: number) => {
    switch (part) {
      case 'year':
        onChange({ year: chosen });
        return setPart('month');
      case 'month':
        if (value) onChange({ year: value.year, month: chosen });
        return setPart('day');
      case 'day':
        if (value) onChange({ ...value, day: chosen });
        return onDone?.();
      default:
        return unreachable(part);
    }
  };
  const forget = () => {
    if (part === 'year') onChange(undefined);
    else if (value) onChange(part === 'month' ? { year: value.year } : withoutDay(value));
    onDone?.();
  };

  const offered =
    part === 'year'
      ? yearsOf(page, today).map((year) => ({ number: year, face: String(year) }))
      : part === 'month'
        ? monthsFor(value, today).map((month) => ({
            number: month,
            face: texts.date.months[month - 1] ?? String(month),
          }))
        : daysFor(value, today).map((day) => ({ number: day, face: String(day) }));

  return (
    <div className={styles.parts}>
      <div className={styles.tabs}>
        {(['year', 'month', 'day'] as const).map((name) => (
          <Button
            key={name}
            className={styles.tab ?? ''}
            aria-pressed={name === part}
            isDisabled={!isReachable(name, value)}
            onPress={() => setPart(name)}
          >
            <span className={styles.tabName}>{texts.date[name]}</span>{' '}
            <span className={styles.tabValue}>{faceOf(name, value, texts.date.months)}</span>
          </Button>
        ))}
      </div>
      <fieldset className={styles.choices} data-part={part} aria-label={texts.date[part]}>
        {offered.map(({ number, face }) => (
          <Button
            key={number}
            className={styles.choice ?? ''}
            aria-pressed={value?.[part] === number}
            onPress={() => choose(number)}
          >
            {face}
          </Button>
        ))}
      </fieldset>
      <div className={styles.foot}>
        {part === 'year' ? (
          <>
            <BigButton tone="quiet" icon={ChevronLeft} onPress={() => setPage(page + 1)}>
              {texts.date.earlierYears}
            </BigButton>
            {page > 0 ? (
              <BigButton tone="quiet" iconAfter={ChevronRight} onPress={() => setPage(page - 1)}>
                {texts.date.laterYears}
              </BigButton>
            ) : null}
          </>
        ) : null}
        <span className={styles.forget}>
          <BigButton tone="quiet" onPress={forget}>
            {texts.common.doNotRemember}
          </BigButton>
        </span>
      </div>
    </div>
  );
}

function isReachable(part: PartName, value: PartialDate | undefined): boolean {
  if (part === 'year') return true;
  if (part === 'month') return value !== undefined;
  return value?.month !== undefined;
}

function faceOf(part: PartName, value: PartialDate | undefined, months: readonly string[]): string {
  const number = value?.[part];
  if (number === undefined) return '–';
  return part === 'month' ? (months[number - 1] ?? String(number)) : String(number);
}

function withoutDay(value: PartialDate): PartialDate {
  return value.month === undefined ? { year: value.year } : { year: value.year, month: value.month };
}
