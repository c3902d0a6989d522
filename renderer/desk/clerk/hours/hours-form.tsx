import { useMachine } from '@xstate/react';
import {
  CalendarX,
  Coffee,
  DoorClosed,
  DoorOpen,
  Flag,
  Hourglass,
  type LucideIcon,
  MessageCircle,
  UsersRound,
} from 'lucide-react';
import { useEffect } from 'react';
import { ExceptionReason, Weekday } from '../../../../shared/domain/opening-hours.ts';
import { MultiChoice } from '../../../components/multi-choice/multi-choice.tsx';
import type { ScreenProps } from '../../../components/screen/screen.tsx';
import { SingleChoice } from '../../../components/single-choice/single-choice.tsx';
import { TextField } from '../../../components/text-field/text-field.tsx';
import { DeskScreen } from '../../frame/desk-screen.tsx';
import { useClerkWords } from '../clerk-words.ts';
import {
  type HoursFormContext,
  type HoursFormEvent,
  type HoursFormInput,
  hoursFormMachine,
  isTyped,
  type SaidHours,
  saidHours,
} from './hours-form.machine.ts';

const FIELD_ID = 'clerk-hours';

const REASON_ICONS: Record<ExceptionReason, LucideIcon> = {
  holiday: CalendarX,
  event: Flag,
  'short-staffed': UsersRound,
  longer: Hourglass,
  other: MessageCircle,
};

interface HoursFormProps extends HoursFormInput {
  /** No hours are known yet: what is not chosen is closed. */
  isFirstWeek: boolean;
  onSaid(said: SaidHours): void;
  onLeave(): void;
}

/** The hours of a week or of one day, a question a page. */
export function HoursForm({ form, today, isFirstWeek, onSaid, onLeave }: HoursFormProps) {
  const [snapshot, send] = useMachine(hoursFormMachine, { input: { form, today } });
  const isDone = snapshot.status === 'done';
  useEffect(() => {
    if (!isDone) return;
    const said = snapshot.value === 'said' ? saidHours(snapshot.context) : null;
    if (said === null) onLeave();
    else onSaid(said);
  }, [isDone, snapshot, onSaid, onLeave]);
  if (isDone) return null;
  return <HoursQuestion context={snapshot.context} isFirstWeek={isFirstWeek} send={send} />;
}

interface QuestionProps {
  context: HoursFormContext;
  isFirstWeek: boolean;
  send(event: HoursFormEvent): void;
}

export function HoursQuestion({ context, isFirstWeek, send }: QuestionProps) {
  const { hours: words } = useClerkWords();
  const { step, fault } = context;
  const question = words.steps[step];
  const message = fault === null ? undefined : words.fault[fault];
  const why = step === 'days' && isFirstWeek ? words.unsaidDays : question.why;
  const goOn: ScreenProps['primary'] =
    isTyped(step) || step === 'days'
      ? {
          label: step === 'days' ? words.save : words.next,
          onPress: () => send({ type: 'next.pressed' }),
        }
      : undefined;
  return (
    <DeskScreen
      key={step}
      name={`clerk.hours-${step}`}
      title={question.title}
      {...(why === undefined ? {} : { why })}
      back={{ onPress: () => send({ type: 'back.pressed' }), label: words.back }}
      primary={goOn}
      errors={message ? [{ fieldId: FIELD_ID, message }] : []}
    >
      <Answer context={context} send={send} message={message} />
    </DeskScreen>
  );
}

function Answer({
  context,
  send,
  message,
}: Omit<QuestionProps, 'isFirstWeek'> & { message: string | undefined }) {
  const { hours: words } = useClerkWords();
  const { step, texts } = context;
  const { title, label = title } = words.steps[step];
  switch (step) {
    case 'isOpen':
      return (
        <SingleChoice
          label={title}
          answers={[
            { value: 'open', label: words.open, icon: DoorOpen },
            { value: 'closed', label: words.closed, icon: DoorClosed },
          ]}
          onChoose={(value) => send({ type: 'isOpen.chosen', isOpen: value === 'open' })}
        />
      );
    case 'hasBreak':
      return (
        <SingleChoice
          label={title}
          answers={[
            { value: 'no', label: words.noBreak, icon: DoorOpen },
            { value: 'yes', label: words.withBreak, icon: Coffee },
          ]}
          onChoose={(value) => send({ type: 'hasBreak.chosen', hasBreak: value === 'yes' })}
        />
      );
    case 'reason':
      return (
        <SingleChoice
          label={title}
          answers={ExceptionReason.options.map((value) => ({
            value,
            label: words.reason[value],
            icon: REASON_ICONS[value],
          }))}
          onChoose={(reason) => send({ type: 'reason.chosen', reason })}
        />
      );
    case 'days':
      return (
        <div id={FIELD_ID} tabIndex={-1} style={{ display: 'contents' }}>
          <MultiChoice
            label={title}
            answers={Weekday.options.map((value) => ({ value, label: words.weekday[value] }))}
            chosen={context.days}
            onChange={(days) => send({ type: 'days.chosen', days })}
            columns={{ portrait: 1, landscape: 2 }}
          />
        </div>
      );
    default:
      return (
        <TextField
          id={FIELD_ID}
          label={label}
          value={texts[step]}
          onChange={(text) => send({ type: 'text.typed', text })}
          layout="number"
          isDictated
          autoFocus
          error={message}
        />
      );
  }
}
