import type { ConsentPurpose } from '../../../../shared/domain/complaint.ts';
import { ConsentChoice } from '../../../components/consent-choice/consent-choice.tsx';
import { choiceOf } from '../consents.ts';
import { fieldId, wordsOfFault } from '../notices.ts';
import type { RegistrationScreenProps } from '../registration-flow.tsx';
import { useRegistrationWords } from '../words.ts';

interface ConsentQuestionProps extends RegistrationScreenProps {
  purpose: ConsentPurpose;
}

/** One consent, nothing chosen beforehand, in exactly the words whose version is stored with the answer. */
export function ConsentQuestion({ purpose, snapshot, send, content, language }: ConsentQuestionProps) {
  const words = useRegistrationWords();
  const { draft, facts, faults } = snapshot.context;
  const asked = content.registration.consentTexts.find((text) => text.purpose === purpose);
  const fault = faults.find(({ field }) => field === `consent.${purpose}`);
  if (!asked) return null;
  return (
    <ConsentChoice
      key={purpose}
      id={fieldId(`consent.${purpose}`)}
      text={asked.text[language]}
      detail={asked.detail[language]}
      value={choiceOf(purpose, draft, facts)?.given}
      onChange={(given) => send({ type: 'consent.chosen', purpose, given })}
      error={fault && wordsOfFault(fault, words)}
    />
  );
}
