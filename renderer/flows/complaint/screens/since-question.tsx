import { useRef } from 'react';
import { DateParts } from '../../../components/date-parts/date-parts.tsx';
import { latestDay } from '../calendar-day.ts';
import type { ComplaintScreenProps } from '../complaint-flow.tsx';
import { fieldId } from '../fault-words.ts';

/** As much of a date as she remembers. */
export function SinceQuestion({ snapshot, send, kioskState }: ComplaintScreenProps) {
  const { since } = snapshot.context.draft;
  const told = useRef(since);
  return (
    <div id={fieldId('since')} tabIndex={-1}>
      <DateParts
        value={since?.year === undefined ? undefined : { ...since, year: since.year }}
        onChange={(value) => {
          told.current = value;
          send({ type: 'answer.edited', answer: { since: value } });
        }}
        onDone={() => send({ type: told.current?.year === undefined ? 'skip.pressed' : 'next.pressed' })}
        today={latestDay(snapshot.context.facts.today, kioskState.timeZone, kioskState.clockSuspect)}
      />
    </div>
  );
}
