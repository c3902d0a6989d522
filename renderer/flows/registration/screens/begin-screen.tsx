import { Info } from 'lucide-react';
import { Notice } from '../../../components/notice/notice.tsx';
import { Screen } from '../../../components/screen/screen.tsx';
import { SingleChoice } from '../../../components/single-choice/single-choice.tsx';
import { BEGIN_ICONS } from '../icons.ts';
import type { RegistrationScreenProps } from '../registration-flow.tsx';
import { useRegistrationWords } from '../words.ts';

/** What this is and is not, and two ways to begin. */
export function BeginScreen({ send, content, language }: RegistrationScreenProps) {
  const words = useRegistrationWords();
  const { filing } = content.registration;
  return (
    <Screen
      name="registration.begin"
      question={{
        title: words.begin.title,
        why: words.begin.lead,
        eyebrow: words.eyebrow.way,
      }}
      back={{ onPress: () => send({ type: 'back.pressed' }) }}
    >
      <SingleChoice
        label={words.begin.title}
        answers={[
          { value: 'new', ...words.begin.new, icon: BEGIN_ICONS.new },
          { value: 'resume', ...words.begin.resume, icon: BEGIN_ICONS.resume },
        ]}
        onChoose={(way) => send({ type: way === 'new' ? 'new.pressed' : 'resume.pressed' })}
      />
      {filing ? (
        <Notice tone="info" icon={Info}>
          {filing.text[language]}
        </Notice>
      ) : null}
    </Screen>
  );
}
