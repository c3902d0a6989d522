import { CloudUpload } from 'lucide-react';
import type { RoundProgress } from '../../../../shared/contract/desk.ts';
import { Notice } from '../../../components/notice/notice.tsx';
import type { DeskTexts } from '../../../texts/desk.id.ts';
import { useLanguage } from '../../../texts/texts.tsx';
import { useDeskWords } from '../../desk-words.ts';
import styles from '../../frame/desk.module.css';
import { DeskScreen } from '../../frame/desk-screen.tsx';
import { LevelMark, type Mark } from '../../frame/level-mark.tsx';
import { Verdict } from '../../frame/verdict.tsx';
import own from './round-view.module.css';

export interface RoundViewProps {
  state: 'ready' | 'running' | 'ended';
  round: RoundProgress | null;
  onStart(): void;
  onBack(): void;
  onQueue(): void;
}

const STEP_MARKS: Record<RoundProgress['steps'][number]['state'], Mark> = {
  waiting: 'idle',
  running: 'running',
  done: 'green',
  failed: 'red',
  skipped: 'idle',
};

/** What of this round the hub has not taken and nobody has set aside. */
function leftOf({ toSend, sent, setAside }: RoundProgress): number {
  return Math.max(0, toSend - sent - setAside);
}

/** How it ended, honestly: done only where everything arrived. */
function endOf(round: RoundProgress, { round: words }: DeskTexts): { mark: Mark; title: string } {
  const left = leftOf(round);
  if (round.trouble) return { mark: 'red', title: left > 0 ? words.leftTitle(left) : words.troubleTitle };
  if (left > 0) return { mark: 'amber', title: words.leftTitle(left) };
  if (round.setAside > 0) return { mark: 'amber', title: words.setAsideTitle(round.setAside) };
  return { mark: 'green', title: round.toSend === 0 ? words.emptyTitle : words.wellTitle };
}

/** True progress: the steps, what the hub has acknowledged of what there was, and what is still waiting and why. */
export function RoundView({ state, round, onStart, onBack, onQueue }: RoundViewProps) {
  const texts = useDeskWords();
  const words = texts.round;
  const end = state === 'ended' && round ? endOf(round, texts) : null;
  const title = end?.title ?? (state === 'running' ? words.running : words.idle);
  const isOpen = end !== null && end.mark !== 'green';
  return (
    <DeskScreen
      name="desk.round"
      eyebrow={texts.page.name.round}
      title={title}
      why={
        end && round ? (
          <Verdict mark={end.mark}>
            <End round={round} />
          </Verdict>
        ) : state === 'ready' ? (
          words.idleWhy
        ) : undefined
      }
      back={{ onPress: onBack, label: texts.page.back }}
      secondary={isOpen ? { label: words.seeQueue, onPress: onQueue } : undefined}
      primary={{
        label: state === 'ended' ? words.again : words.start,
        onPress: onStart,
        isBusy: state === 'running',
      }}
    >
      {round ? <Progress round={round} /> : null}
      {round?.trouble && state === 'ended' ? <Trouble round={round} /> : null}
      {round ? (
        <ol className={own.steps}>
          {round.steps.map(({ step, state: at }) => (
            <li key={step} className={own.step} data-state={at}>
              <LevelMark mark={STEP_MARKS[at]} />
              <span className={own.name}>{words.step[step]}</span>
              <span className={own.word}>{words.state[at]}</span>
            </li>
          ))}
        </ol>
      ) : (
        <div className={styles.empty}>
          <CloudUpload aria-hidden="true" />
          <p>{words.startHint}</p>
        </div>
      )}
    </DeskScreen>
  );
}

function End({ round }: { round: RoundProgress }) {
  const { round: words } = useDeskWords();
  const left = leftOf(round);
  return (
    <>
      {left > 0 && round.setAside > 0 ? <p>{words.setAside(round.setAside)}</p> : null}
      {left > 0 || round.trouble ? (
        <p>{round.nextInMs === null ? words.noNext : words.next(spanOf(round.nextInMs, words))}</p>
      ) : null}
    </>
  );
}

function Progress({ round }: { round: RoundProgress }) {
  const { round: words } = useDeskWords();
  if (round.toSend === 0) return <p className={styles.big}>{words.nothingToSend}</p>;
  const line = words.sent(round.sent, round.toSend);
  return (
    <div className={styles.list}>
      <p className={styles.big} role="status">
        {line}
      </p>
      <div
        className={styles.bar}
        role="progressbar"
        aria-label={line}
        aria-valuemin={0}
        aria-valuemax={round.toSend}
        aria-valuenow={round.sent}
      >
        <span style={{ width: `${(100 * round.sent) / round.toSend}%` }} />
      </div>
    </div>
  );
}

function Trouble({ round }: { round: RoundProgress }) {
  const { round: words } = useDeskWords();
  const language = useLanguage();
  if (!round.trouble) return null;
  return (
    <Notice tone="care" title={words.why}>
      {round.trouble.said[language]}
    </Notice>
  );
}

/** Minutes from two of them on: nobody counts seconds that long. */
function spanOf(ms: number, words: DeskTexts['round']): string {
  const seconds = Math.max(1, Math.ceil(ms / 1000));
  return seconds < 120 ? words.seconds(seconds) : words.minutes(Math.round(seconds / 60));
}
