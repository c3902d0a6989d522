import { useState } from 'react';
import { exampleContent } from '../../bridge/fake.ts';
import type { Example } from '../../gallery/example.ts';
import { useLanguage } from '../../texts/texts.tsx';
import { ConsentChoice } from './consent-choice.tsx';

function Held({ start, error }: { start: boolean | undefined; error?: string }) {
  const language = useLanguage();
  const [value, setValue] = useState(start);
  const consent = exampleContent().consentTexts[0];
  if (!consent) throw new Error('the example content has no consent text');
  return (
    <ConsentChoice
      id="consent"
      text={consent.text[language]}
      detail={consent.detail[language]}
      value={value}
      onChange={setValue}
      error={error}
    />
  );
}

export const examples: readonly Example[] = [
  { name: 'untouched', render: () => <Held start={undefined} /> },
  { name: 'given', render: () => <Held start={true} /> },
  { name: 'asked-again', render: () => <Held start={undefined} error="Pilih ya atau tidak." /> },
];
