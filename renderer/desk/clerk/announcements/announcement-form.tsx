import { useMachine } from '@xstate/react';
import { useEffect } from 'react';
import { ANNOUNCEMENT_LIMIT, type Announcement } from '../../../../shared/domain/announcement.ts';
import type { Language } from '../../../../shared/domain/language.ts';
import { dateAfterDays } from '../../../../shared/domain/office-day.ts';
import { SingleChoice } from '../../../components/single-choice/single-choice.tsx';
import { SummaryList } from '../../../components/summary-list/summary-list.tsx';
import { TextField } from '../../../components/text-field/text-field.tsx';
import { DeskScreen } from '../../frame/desk-screen.tsx';
import { useClerkWords } from '../clerk-words.ts';
import { useDays } from '../days.ts';
import {
  announcementFormMachine,
  announcementOf,
  type FormContext,
  type FormEvent,
  LENGTHS,
} from './announcement-form.machine.ts';

/** The days from today on of which one can be the first. */
const BEGINNINGS = [0, 1, 2, 3, 4, 5, 6] as const;

export interface AnnouncementFormProps {
  /** Of the office. */
  today: string;
  onWritten(announcement: Announcement): void;
  onLeave(): void;
}

/** Writing one announcement, a question a page. */
export function AnnouncementForm({ today, onWritten, onLeave }: AnnouncementFormProps) {
  const [snapshot, send] = useMachine(announcementFormMachine, { input: { today } });
  const isDone = snapshot.status === 'done';
  useEffect(() => {
    if (!isDone) return;
    const { value, context } = snapshot;
    const written = value === 'written' ? announcementOf(context) : null;
    if (written === null) onLeave();
    else onWritten(written);
  }, [isDone, snapshot, onWritten, onLeave]);
  const screen = { context: snapshot.context, send };
  switch (snapshot.value) {
    case 'id':
    case 'en':
      return <TextScreen key={snapshot.value} language={snapshot.value} {...screen} />;
    case 'from':
      return <FromScreen {...screen} />;
    case 'until':
      return <UntilScreen {...screen} />;
    case 'checking':
      return <CheckScreen {...screen} />;
    default:
      return null;
  }
}

interface StepProps {
  context: FormContext;
  send(event: FormEvent): void;
}

export function TextScreen({ language, context, send }: StepProps & { language: Language }) {
  const { announcements: words } = useClerkWords();
  const message = context.fault === null ? undefined : words.fault[context.fault];
  return (
    <DeskScreen
      name={`clerk.announcement-${language}`}
      title={words.textTitle[language]}
      why={words.textWhy[language]}
      back={{ onPress: () => send({ type: 'back.pressed' }), label: words.back }}
      primary={{ label: words.next, onPress: () => send({ type: 'next.pressed' }) }}
      errors={message ? [{ fieldId: 'clerk-announcement', message }] : []}
    >
      <TextField
        id="clerk-announcement"
        label={words.textLabel[language]}
        value={context.text[language]}
        onChange={(text) => send({ type: 'text.typed', language, text })}
        limit={ANNOUNCEMENT_LIMIT}
        isMultiline
        autoFocus
        error={message}
      />
    </DeskScreen>
  );
}

export function FromScreen({ context, send }: StepProps) {
  const { announcements: words } = useClerkWords();
  const dayOf = useDays();
  return (
    <DeskScreen
      name="clerk.announcement-from"
      title={words.fromTitle}
      back={{ onPress: () => send({ type: 'back.pressed' }), label: words.back }}
    >
      <SingleChoice
        label={words.fromTitle}
        answers={BEGINNINGS.map((days) => {
          const date = dateAfterDays(context.today, days);
          if (days > 1) return { value: date, label: dayOf(date) };
          return { value: date, label: days === 0 ? words.today : words.tomorrow, hint: dayOf(date) };
        })}
        chosen={context.until === '' ? undefined : context.from}
        onChoose={(date) => send({ type: 'from.chosen', date })}
        columns={{ portrait: 1, landscape: 2 }}
      />
    </DeskScreen>
  );
}

export function UntilScreen({ context, send }: StepProps) {
  const { announcements: words } = useClerkWords();
  const dayOf = useDays();
  return (
    <DeskScreen
      name="clerk.announcement-until"
      title={words.untilTitle}
      why={words.untilWhy}
      back={{ onPress: () => send({ type: 'back.pressed' }), label: words.back }}
    >
      <SingleChoice
        label={words.untilTitle}
        answers={LENGTHS.map((length) => ({
          value: length,
          label: words.untilLength[length],
          hint: dayOf(dateAfterDays(context.from, Number(length) - 1)),
        }))}
        onChoose={(length) => send({ type: 'length.chosen', length })}
      />
    </DeskScreen>
  );
}

export function CheckScreen({ context, send }: StepProps) {
  const { announcements: words } = useClerkWords();
  const dayOf = useDays();
  const change = (what: 'id' | 'en' | 'from') => () => send({ type: 'change.pressed', what });
  return (
    <DeskScreen
      name="clerk.announcement-check"
      title={words.checkTitle}
      why={words.checkWhy}
      back={{ onPress: () => send({ type: 'back.pressed' }), label: words.back }}
      primary={{ label: words.publish, onPress: () => send({ type: 'publish.pressed' }) }}
    >
      <SummaryList
        rows={[
          {
            key: 'id',
            label: words.rowId,
            value: context.text.id,
            changeText: words.change,
            onChange: change('id'),
          },
          {
            key: 'en',
            label: words.rowEn,
            value: context.text.en,
            changeText: words.change,
            onChange: change('en'),
          },
          {
            key: 'days',
            label: words.rowDays,
            value: words.days(dayOf(context.from), dayOf(context.until)),
            changeText: words.change,
            onChange: change('from'),
          },
        ]}
        emptyText=""
      />
    </DeskScreen>
  );
}
