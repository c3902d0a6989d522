import { CountryChoice } from '../../questions/country-choice.tsx';
import type { ComplaintScreenProps } from '../complaint-flow.tsx';
import { useComplaintWords } from '../words.ts';

export function CountryQuestion(props: ComplaintScreenProps & { title: string }) {
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
