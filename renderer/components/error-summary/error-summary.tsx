import { TriangleAlert } from 'lucide-react';
import { useEffect, useId, useRef } from 'react';
import { Button } from 'react-aria-components';
import { useTexts } from '../../texts/texts.tsx';
import styles from './error-summary.module.css';

export interface FieldError {
  /** `id` of the field that the message leads to. */
  fieldId: string;
  /** The same words as beside the field, saying what to do. */
  message: string;
}

/** What must be put right, at the top. Takes the focus when it appears or changes; each line leads to its field. */
export function ErrorSummary({ errors }: { errors: readonly FieldError[] }) {
  const texts = useTexts();
  const titleId = useId();
  const box = useRef<HTMLDivElement>(null);
  const words = errors.map(({ message }) => message).join('\n');

  useEffect(() => {
    if (words !== '') box.current?.focus();
  }, [words]);

  return (
    <div ref={box} className={styles.summary} role="alert" aria-labelledby={titleId} tabIndex={-1}>
      <p id={titleId} className={styles.title}>
        <TriangleAlert aria-hidden="true" />
        {texts.errors.title}
      </p>
      <ul className={styles.list}>
        {errors.map(({ fieldId, message }) => (
          <li key={fieldId + message}>
            <Button className={styles.link ?? ''} onPress={() => document.getElementById(fieldId)?.focus()}>
              {message}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
