import { ConsentChoice } from '../../../components/consent-choice/consent-choice.tsx';
import type { ComplaintScreenProps } from '../complaint-flow.tsx';
import { choiceOf, consentsToAsk } from '../consents.ts';
import { fieldId, wordsOfFault } from '../fault-words.ts';
import { useComplaintWords } from '../words.ts';

/** Each consent by itself, none chosen beforehand, in exactly the words whose version is stored with the answer. */
export function ConsentsQuestion({ snapshot, send, content, language }: ComplaintScreenProps) {
  const words = useComplaintWords();
  const { draft, facts, faults } = snapshot.context;
  return consentsToAsk(draft, facts).map((purpose) => {
    const asked = content.consentTexts.find((text) => text.purpose === purpose);
    const fault = faults.find(({ field }) => field === `consent.${purpose}`);
    return asked ? (
      <ConsentChoice
        key={purpose}
        id={fieldId(`consent.${purpose}`)}
        text={asked.text[language]}
        detail={asked.detail[language]}
        value={choiceOf(purpose, draft, facts)?.given}
        onChange={(given) => send({ type: 'consent.chosen', purpose, given })}
        error={fault && wordsOfFault(fault, words)}
      />
    ) : null;
  });
}
