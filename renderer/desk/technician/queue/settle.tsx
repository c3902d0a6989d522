import { useMachine } from '@xstate/react';
import { Archive, PencilLine, RotateCcw } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { fromPromise } from 'xstate';
import type { DeskInput, QueueEntry } from '../../../../shared/contract/desk.ts';
import type { Result } from '../../../../shared/lib/result.ts';
import type { Bridge } from '../../../bridge/bridge.ts';
import { SingleChoice } from '../../../components/single-choice/single-choice.tsx';
import { TextField } from '../../../components/text-field/text-field.tsx';
import { useLanguage } from '../../../texts/texts.tsx';
import { troubleLine, useDeskWords } from '../../desk-words.ts';
import { DeskScreen } from '../../frame/desk-screen.tsx';
import { FailedScreen, LoadingScreen } from '../../frame/state-screens.tsx';
import { Verdict } from '../../frame/verdict.tsx';
import { type SettleContext, type SettleEvent, settleMachine } from './settle.machine.ts';

export interface SettleProps {
  bridge: Bridge;
  entry: QueueEntry;
  onEnd(): void;
}

/** One record that is set aside: send it again or close it, always with a reason. */
export function Settle({ bridge, entry, onEnd }: SettleProps) {
  const { settle: words } = useDeskWords();
  const machine = useMemo(
    () =>
      settleMachine.provide({
        actors: {
          settle: fromPromise<Result<unknown>, DeskInput<'desk.settle-job'>>(({ input }) =>
            bridge.call('desk.settle-job', input),
          ),
        },
      }),
    [bridge],
  );
  const [snapshot, send] = useMachine(machine, { input: { jobId: entry.jobId } });
  const { context } = snapshot;
  const isLeft = snapshot.matches('left');
  useEffect(() => {
    if (isLeft) onEnd();
  }, [isLeft, onEnd]);

  if (snapshot.matches('reasoning')) return <ReasonScreen context={context} send={send} />;
  if (snapshot.matches('writing')) return <WritingScreen context={context} send={send} />;
  if (snapshot.matches('saving')) return <LoadingScreen name="desk.settle-saving" title={words.working} />;
  if (snapshot.matches('saved')) return <SavedScreen context={context} send={send} />;
  if (snapshot.matches('failed')) {
    return (
      <FailedScreen
        name="desk.settle-failed"
        title={words.failedTitle}
        problem={context.problem ?? { code: 'bridge.no-answer' }}
        onRetry={() => send({ type: 'retry.pressed' })}
        onBack={() => send({ type: 'back.pressed' })}
      />
    );
  }
  return <ActScreen entry={entry} send={send} />;
}

interface StepProps {
  context: SettleContext;
  send(event: SettleEvent): void;
}

export function ActScreen({ entry, send }: { entry: QueueEntry; send: StepProps['send'] }) {
  const texts = useDeskWords();
  const language = useLanguage();
  const { settle: words, queue } = texts;
  const title = queue.kind[entry.kind];
  return (
    <DeskScreen
      name="desk.settle"
      eyebrow={entry.ticketNumber === null ? words.eyebrow : { hers: entry.ticketNumber }}
      title={title}
      why={
        <>
          <p>{entry.said?.[language] ?? troubleLine({ code: entry.because ?? '' }, texts)}</p>
          <p>{words.why}</p>
        </>
      }
      back={{ onPress: () => send({ type: 'back.pressed' }) }}
    >
      <SingleChoice
        label={title}
        answers={[
          { value: 'retry', label: words.retry, hint: words.retryHint, icon: RotateCcw },
          { value: 'close', label: words.close, hint: words.closeHint, icon: Archive },
        ]}
        onChoose={(act) => send({ type: 'act.chosen', act: act === 'close' ? 'close' : 'retry' })}
      />
    </DeskScreen>
  );
}

export function ReasonScreen({ context, send }: StepProps) {
  const { settle: words } = useDeskWords();
  const usual = words.usual[context.act];
  return (
    <DeskScreen
      name="desk.settle-reason"
      eyebrow={words.eyebrow}
      title={words.reasonTitle[context.act]}
      why={words.reasonWhy}
      back={{ onPress: () => send({ type: 'back.pressed' }) }}
    >
      <SingleChoice
        label={words.reasonTitle[context.act]}
        answers={[
          ...usual.map((reason) => ({ value: reason, label: reason })),
          { value: 'other', label: words.other, icon: PencilLine },
        ]}
        onChoose={(reason) =>
          send(reason === 'other' ? { type: 'other.pressed' } : { type: 'reason.chosen', reason })
        }
      />
    </DeskScreen>
  );
}

export function WritingScreen({ context, send }: StepProps) {
  const { settle: words } = useDeskWords();
  const error = context.isShort ? words.otherShort : undefined;
  return (
    <DeskScreen
      name="desk.settle-writing"
      eyebrow={words.eyebrow}
      title={words.reasonTitle[context.act]}
      why={words.reasonWhy}
      back={{ onPress: () => send({ type: 'back.pressed' }) }}
      primary={{ label: words.save, onPress: () => send({ type: 'save.pressed' }) }}
      errors={error ? [{ fieldId: 'settle-reason', message: error }] : []}
    >
      <TextField
        id="settle-reason"
        label={words.otherLabel}
        hint={words.otherHint}
        autoFocus
        limit={200}
        value={context.reason}
        error={error}
        onChange={(text) => send({ type: 'reason.typed', text })}
      />
    </DeskScreen>
  );
}

export function SavedScreen({ context, send }: StepProps) {
  const { settle: words } = useDeskWords();
  return (
    <DeskScreen
      name="desk.settle-saved"
      eyebrow={words.eyebrow}
      title={words.done[context.act]}
      why={<Verdict mark="green">{words.doneWhy}</Verdict>}
      primary={{ label: words.toQueue, onPress: () => send({ type: 'back.pressed' }) }}
    />
  );
}
