import { ChevronDown, ChevronUp } from 'lucide-react';
import { useId, useState } from 'react';
import { Button, Radio, RadioGroup } from 'react-aria-components';
import { useTexts } from '../../texts/texts.tsx';
import { AnswerFace, answerCardClass } from '../answer-card/answer-card.tsx';
import styles from './consent-choice.module.css';

export interface ConsentChoiceProps {
  id: string;
  /** The exact words whose version is stored with the answer. */
  text: string;
  detail: string;
  /** Undefined until she chose: nothing is ticked beforehand. */
  value: boolean | undefined;
  onChange(given: boolean): void;
  error?: string | undefined;
}

/** One permission with two equal answers. Its explanation opens in place. */
export function ConsentChoice({ id, text, detail, value, onChange, error }: ConsentChoiceProps) {
  const texts = useTexts();
  const detailId = useId();
  const [isOpen, setIsOpen] = useState(false);
  const chosen = value === undefined ? null : value ? 'yes' : 'no';
  const answers = [
    { value: 'yes', label: texts.consent.agree },
    { value: 'no', label: texts.consent.disagree },
  ];
  return (
    <div className={styles.choice} id={id} tabIndex={-1} data-error={error ? true : undefined}>
      <p className={styles.text}>{text}</p>
      <Button
        className={styles.more ?? ''}
        aria-expanded={isOpen}
        aria-controls={detailId}
        onPress={() => setIsOpen(!isOpen)}
      >
        {isOpen ? texts.consent.less : texts.consent.more}
        {isOpen ? <ChevronUp aria-hidden="true" /> : <ChevronDown aria-hidden="true" />}
      </Button>
      <p id={detailId} className={styles.detail} hidden={!isOpen}>
        {detail}
      </p>
      {error ? <p className={styles.error}>{error}</p> : null}
      <RadioGroup
        className={styles.answers ?? ''}
        aria-label={text}
        value={chosen}
        onChange={(answer) => onChange(answer === 'yes')}
      >
        {answers.map((answer) => (
          <Radio key={answer.value} value={answer.value} className={answerCardClass}>
            {({ isSelected }) => <AnswerFace answer={answer} mark="ring" isChosen={isSelected} />}
          </Radio>
        ))}
      </RadioGroup>
    </div>
  );
}
