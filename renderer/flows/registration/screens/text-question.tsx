import { ScanLine } from 'lucide-react';
import { BigButton } from '../../../components/big-button/big-button.tsx';
import { TextField } from '../../../components/text-field/text-field.tsx';
import { fieldId, wordsOfDoubt, wordsOfFault } from '../notices.ts';
import type { QuestionView } from '../question-view.ts';
import type { RegistrationScreenProps } from '../registration-flow.tsx';
import { useRegistrationWords } from '../words.ts';
import styles from './registration.module.css';

interface TextQuestionProps extends RegistrationScreenProps {
  view: Extract<QuestionView, { kind: 'text' }>;
  onReadPassport: (() => void) | undefined;
}

/** One field and the kiosk's keyboard, open at once. */
export function TextQuestion({ view, snapshot, send, onReadPassport }: TextQuestionProps) {
  const words = useRegistrationWords();
  const { draft, faults, doubts, reading } = snapshot.context;
  const { field, question, shape } = view;
  const fault = faults.find((found) => found.field === field);
  const doubted = doubts.filter((found) => found.field === field);
  const kept = draft[field] ?? '';
  const isPassport = field === 'passportNumber';
  return (
    <div className={isPassport ? styles.beside : styles.whole}>
      <TextField
        id={fieldId(field)}
        label={question.label ?? question.title}
        value={shape ? shape.show(kept) : kept}
        onChange={(text) =>
          send({ type: 'answer.edited', answer: { [field]: shape ? shape.keep(text) : text } })
        }
        {...(view.limit === undefined ? {} : { limit: view.limit })}
        {...(question.hint && !fault && doubted.length === 0 ? { hint: question.hint } : {})}
        error={fault && wordsOfFault(fault, words)}
        warning={
          doubted.length > 0
            ? [`${words.doubts.title}.`, ...doubted.map((doubt) => wordsOfDoubt(doubt, words))].join(' ')
            : isPassport && reading
              ? words.passport.lookAgain
              : undefined
        }
        layout={view.layout}
        capitals={view.capitals}
        isMultiline={view.isMultiline ?? false}
        isDictated={view.isDictated ?? false}
        autoFocus
      />
      {isPassport && onReadPassport ? (
        <div>
          <BigButton tone="quiet" icon={ScanLine} onPress={onReadPassport}>
            {reading ? words.passport.readAgain : words.passport.read}
          </BigButton>
        </div>
      ) : null}
    </div>
  );
}
