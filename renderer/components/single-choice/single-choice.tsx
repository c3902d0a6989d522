import { useId } from 'react';
import { Button } from 'react-aria-components';
import { type Answer, AnswerFace, answerCardClass } from '../answer-card/answer-card.tsx';
import { FEW, rowHeightFor, tallestRowFor } from '../answer-card/row-height.ts';
import { PagedGrid } from '../paged-grid/paged-grid.tsx';
import styles from './single-choice.module.css';

export interface SingleChoiceProps<T extends string> {
  /** Names the group for speech; usually the question. */
  label: string;
  answers: readonly Answer<T>[];
  /** The answer given before, when she came back to this question. */
  chosen?: T | undefined;
  onChoose(value: T): void;
  columns?: { portrait: number; landscape: number };
  /** Height of a row in rem, where words in narrow columns need more than usual. */
  rowHeight?: { portrait: number; landscape: number };
}

/** Answers of which one press chooses one. Pressing the answer given before chooses it again, so back and on is easy. */
export function SingleChoice<T extends string>(props: SingleChoiceProps<T>) {
  const labelId = useId();
  const chosenAt = props.answers.findIndex(({ value }) => value === props.chosen);
  return (
    <fieldset
      className={styles.group}
      aria-labelledby={labelId}
      data-few={props.answers.length <= FEW || undefined}
    >
      <legend id={labelId} className={styles.label}>
        {props.label}
      </legend>
      <PagedGrid
        items={props.answers}
        keyOf={({ value }) => value}
        startAt={Math.max(0, chosenAt)}
        rowHeight={props.rowHeight ?? rowHeightFor(props.answers)}
        tallestRow={props.rowHeight ? undefined : tallestRowFor(props.answers)}
        {...(props.columns ? { columns: props.columns } : {})}
        render={(answer) => (
          <Button
            className={answerCardClass}
            aria-pressed={answer.value === props.chosen}
            onPress={() => props.onChoose(answer.value)}
          >
            <AnswerFace
              answer={answer}
              mark={answer.value === props.chosen ? 'ring' : null}
              isChosen={answer.value === props.chosen}
            />
          </Button>
        )}
      />
    </fieldset>
  );
}
