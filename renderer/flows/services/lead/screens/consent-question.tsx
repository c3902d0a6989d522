import { ConsentChoice } from '../../../../components/consent-choice/consent-choice.tsx';
import { useServicesWords } from '../../words.ts';
import { type ConsentStep, choiceOf, PURPOSE_OF } from '../consents.ts';
import { fieldId, wordsOfFault } from '../faults.ts';
import type { LeadScreenProps } from '../lead-form.tsx';

/** One consent, nothing chosen beforehand, in exactly the words whose version is stored with the answer. */
export function ConsentQuestion(props: LeadScreenProps & { step: ConsentStep }) {
  const { step, snapshot, send, content, language } = props;
  const words = useServicesWords();
  const { draft, facts, faults } = snapshot.context;
  const purpose = PURPOSE_OF[step];
  const asked = content.services.consentTexts.find((text) => text.purpose === purpose);
  const fault = faults.find(({ field }) => field === step);
  if (!asked) return null;
  return (
    <ConsentChoice
      key={purpose}
      id={fieldId(step)}
      text={asked.text[language]}
      detail={asked.detail[language]}
      value={choiceOf(purpose, draft, facts)?.given}
      onChange={(given) => send({ type: 'consent.chosen', purpose, given })}
      error={fault && wordsOfFault(fault, words)}
    />
  );
}
