import { useMachine } from '@xstate/react';
import { useMemo } from 'react';
import { fromPromise } from 'xstate';
import type { DeskTask } from '../../../../shared/contract/desk.ts';
import type { Problem, Result } from '../../../../shared/lib/result.ts';
import type { Bridge } from '../../../bridge/bridge.ts';
import { useLanguage } from '../../../texts/texts.tsx';
import { troubleLine, useDeskWords } from '../../desk-words.ts';
import styles from '../../frame/desk.module.css';
import { DeskScreen } from '../../frame/desk-screen.tsx';
import type { Mark } from '../../frame/level-mark.tsx';
import { Verdict } from '../../frame/verdict.tsx';
import { taskMachine } from './task.machine.ts';

export interface TaskProps {
  bridge: Bridge;
  /** What is being done, in the words of its button. */
  title: string;
  /** A stick must stay in until the end. */
  isOnStick: boolean;
  start(): Promise<Result<{ taskId: string }>>;
  onEnd(): void;
}

/** A long piece of work from its start to its end, with true progress. Mounted means started. */
export function Task({ bridge, title, isOnStick, start, onEnd }: TaskProps) {
  const machine = useMemo(
    () =>
      taskMachine.provide({
        actors: {
          start: fromPromise<Result<{ taskId: string }>>(start),
          read: fromPromise<Result<DeskTask>, { taskId: string }>(({ input }) =>
            bridge.call('desk.read-task', input),
          ),
        },
      }),
    [bridge, start],
  );
  const [snapshot, send] = useMachine(machine);
  const { task, problem } = snapshot.context;
  return (
    <TaskView
      title={title}
      isOnStick={isOnStick}
      task={task}
      problem={snapshot.matches('refused') ? (problem ?? { code: 'bridge.no-answer' }) : null}
      isLost={snapshot.matches('lost')}
      onLook={() => send({ type: 'look.pressed' })}
      onEnd={onEnd}
    />
  );
}

export interface TaskViewProps {
  title: string;
  isOnStick: boolean;
  task: DeskTask | null;
  /** It was not even started. */
  problem: Pick<Problem, 'code'> | null;
  isLost: boolean;
  onLook(): void;
  onEnd(): void;
}

/** Running, done, failed, out of sight: said in words and by shape, with the part that is done. */
export function TaskView({ title, isOnStick, task, problem, isLost, onLook, onEnd }: TaskViewProps) {
  const texts = useDeskWords();
  const language = useLanguage();
  const { task: words } = texts;
  const isRunning = problem === null && !isLost && (task === null || task.state === 'running');
  const state = problem ? 'failed' : isLost ? 'lost' : (task?.state ?? 'starting');
  const mark: Mark = isRunning
    ? 'running'
    : state === 'done'
      ? 'green'
      : state === 'failed'
        ? 'red'
        : 'amber';
  const line = problem ? troubleLine(problem, texts) : isLost ? words.lostWhy : (task?.said[language] ?? '');
  return (
    <DeskScreen
      name={`desk.task-${state}`}
      eyebrow={title}
      title={words[state]}
      why={
        <Verdict mark={mark}>
          <p>{line}</p>
          {isOnStick && isRunning ? <p>{words.keepIn}</p> : null}
          {isOnStick && !isRunning && !isLost ? <p>{words.pullOut}</p> : null}
        </Verdict>
      }
      secondary={isLost ? { label: words.lookAgain, onPress: onLook } : undefined}
      primary={{ label: words.close, onPress: onEnd, isBusy: isRunning }}
    >
      {task && task.total !== null && task.total > 0 ? (
        <div className={styles.list}>
          <p className={styles.big} role="status">
            {words.of(String(task.done), String(task.total))}
          </p>
          <div
            className={styles.bar}
            role="progressbar"
            aria-label={title}
            aria-valuemin={0}
            aria-valuemax={task.total}
            aria-valuenow={task.done}
          >
            <span style={{ width: `${(100 * task.done) / task.total}%` }} />
          </div>
        </div>
      ) : null}
      {problem || task?.code ? <p className={styles.code}>{problem?.code ?? task?.code}</p> : null}
    </DeskScreen>
  );
}
