import { ConsentChoice } from '../../../../components/consent-choice/consent-choice.tsx';
import { useLanguage } from '../../../../texts/texts.tsx';
import { useShowcaseWords } from '../../words.ts';
import { FIELD_ID } from '../field-id.ts';
import { choiceOf } from '../judge.ts';
import type { FormScreenProps } from '../product-form.tsx';

/** The one permission of the form, nothing chosen beforehand, in exactly the words whose version is stored with the answer. */
export function ConsentQuestion({ snapshot, send, consent }: FormScreenProps) {
  const words = useShowcaseWords();
  const language = useLanguage();
  const { draft, facts, fault } = snapshot.context;
  return (
    <ConsentChoice
      id={FIELD_ID}
      text={consent.text[language]}
      detail={consent.detail[language]}
      value={choiceOf(draft, facts)?.given}
      onChange={(given) => send({ type: 'consent.chosen', given })}
      error={fault ? words.form.faults[fault] : undefined}
    />
  );
}
