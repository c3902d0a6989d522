import { useId } from 'react';
import { Checkbox, CheckboxGroup } from 'react-aria-components';
import { type Answer, AnswerFace, answerCardClass } from '../answer-card/answer-card.tsx';
import { FEW, rowHeightFor, tallestRowFor } from '../answer-card/row-height.ts';
import { PagedGrid } from '../paged-grid/paged-grid.tsx';
import styles from './multi-choice.module.css';

export interface MultiChoiceProps<T extends string> {
  label: string;
  answers: readonly Answer<T>[];
  chosen: readonly T[];
  /** Gets the chosen values in the order of `answers`, also those on other pages. */
  onChange(values: T[]): void;
  columns?: { portrait: number; landscape: number };
}

/** Answers of which any number may be chosen; the way on is the screen's primary button. */
export function MultiChoice<T extends string>(props: MultiChoiceProps<T>) {
  const labelId = useId();
  const change = (values: string[]) =>
    props.onChange(props.answers.map(({ value }) => value).filter((value) => values.includes(value)));
  return (
    <CheckboxGroup
      className={styles.group ?? ''}
      aria-labelledby={labelId}
      data-few={props.answers.length <= FEW || undefined}
      value={[...props.chosen]}
      onChange={change}
    >
      <span id={labelId} className={styles.label}>
        {props.label}
      </span>
      <PagedGrid
        items={props.answers}
        keyOf={({ value }) => value}
        rowHeight={rowHeightFor(props.answers)}
        tallestRow={tallestRowFor(props.answers)}
        {...(props.columns ? { columns: props.columns } : {})}
        render={(answer) => (
          <Checkbox value={answer.value} className={answerCardClass}>
            {({ isSelected }) => <AnswerFace answer={answer} mark="box" isChosen={isSelected} />}
          </Checkbox>
        )}
      />
    </CheckboxGroup>
  );
}
