import type { LucideIcon } from 'lucide-react';
import { Check } from 'lucide-react';
import styles from './answer-card.module.css';

/** One possible answer to a question. `value` goes to the machine, the rest is for eyes and ears. */
export interface Answer<T extends string> {
  value: T;
  label: string;
  hint?: string;
  icon?: LucideIcon;
  /** `care` marks an answer that changes what happens next, such as danger. */
  tone?: 'care';
}

/** The class of the pressable element around it; the card's look follows its data attributes. */
export const answerCardClass = styles.card ?? '';

interface AnswerFaceProps {
  answer: Answer<string>;
  /** `box` and `ring` show whether one or many can be chosen; null shows neither. */
  mark: 'box' | 'ring' | null;
  isChosen: boolean;
}

/** What an answer looks like: icon left, words, mark right. The element around it takes the press. */
export function AnswerFace({ answer, mark, isChosen }: AnswerFaceProps) {
  const Icon = answer.icon;
  return (
    <>
      {Icon ? (
        <span className={styles.icon} data-tone={answer.tone}>
          <Icon aria-hidden="true" />
        </span>
      ) : null}
      <span className={styles.words}>
        <span className={styles.label}>{answer.label}</span>
        {answer.hint ? <span className={styles.hint}>{answer.hint}</span> : null}
      </span>
      {mark ? (
        <span className={styles.mark} data-mark={mark} data-chosen={isChosen || undefined} aria-hidden="true">
          {isChosen ? <Check /> : null}
        </span>
      ) : null}
    </>
  );
}
