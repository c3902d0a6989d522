import { useTexts } from '../../texts/texts.tsx';
import { BigButton } from '../big-button/big-button.tsx';
import { Dialog } from '../dialog/dialog.tsx';
import styles from './idle-question.module.css';

export interface IdleQuestionProps {
  isOpen: boolean;
  secondsLeft: number;
  /** Seconds that the question stays in all, for the ring. */
  secondsInAll: number;
  /** Other words than a visitor's. */
  words?: { title: string; seconds(left: number): string; note?: string; stay: string; leave: string };
  onStay(): void;
  onLeave(): void;
}

/** "Are you still here?" with the seconds in sight. Any answer but silence returns to the same screen. */
export function IdleQuestion(props: IdleQuestionProps) {
  const { isOpen, secondsLeft, secondsInAll, onStay, onLeave } = props;
  const texts = useTexts();
  const words = props.words ?? texts.idle;
  const part = secondsInAll === 0 ? 0 : secondsLeft / secondsInAll;
  return (
    <Dialog
      title={words.title}
      isOpen={isOpen}
      onClose={onStay}
      isUrgent
      icon={
        <svg className={styles.ring} viewBox="0 0 120 120" aria-hidden="true">
          <circle className={styles.track} cx="60" cy="60" r="52" />
          <circle
            className={styles.rest}
            cx="60"
            cy="60"
            r="52"
            strokeDasharray={`${part * 326.7} 326.7`}
            transform="rotate(-90 60 60)"
          />
          <text className={styles.seconds} x="60" y="76" textAnchor="middle">
            {secondsLeft}
          </text>
        </svg>
      }
      actions={
        <>
          <BigButton tone="quiet" onPress={onLeave}>
            {words.leave}
          </BigButton>
          <BigButton onPress={onStay}>{words.stay}</BigButton>
        </>
      }
    >
      <p>{words.seconds(secondsLeft)}</p>
      {props.words?.note ? <p>{props.words.note}</p> : null}
    </Dialog>
  );
}
