import { CountryChoice } from '../../questions/country-choice.tsx';
import type { RegistrationScreenProps } from '../registration-flow.tsx';
import { useRegistrationWords } from '../words.ts';

export function CountryQuestion(props: RegistrationScreenProps & { title: string }) {
  const { title, snapshot, send, content, language } = props;
  const words = useRegistrationWords().country;
  return (
    <CountryChoice
      title={title}
      countries={content.countries}
      chosen={snapshot.context.draft.employerCountry}
      language={language}
      words={words}
      onChoose={(code) => send({ type: 'answer.given', answer: { employerCountry: code } })}
    />
  );
}
