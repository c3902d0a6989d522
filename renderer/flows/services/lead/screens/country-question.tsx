import { useComplaintWords } from '../../../complaint/words.ts';
import { CountryChoice } from '../../../questions/country-choice.tsx';
import type { LeadScreenProps } from '../lead-form.tsx';

export function CountryQuestion(props: LeadScreenProps & { title: string }) {
  const { title, snapshot, send, content, language } = props;
  const words = useComplaintWords().country;
  return (
    <CountryChoice
      title={title}
      countries={content.countries}
      chosen={snapshot.context.draft.country}
      language={language}
      words={words}
      onChoose={(code) => send({ type: 'answer.given', answer: { country: code } })}
    />
  );
}
