import { Screen } from '../../../components/screen/screen.tsx';
import { SummaryList } from '../../../components/summary-list/summary-list.tsx';
import { describeAnswer, labelOf } from '../describe-answer.ts';
import type { RegistrationScreenProps } from '../registration-flow.tsx';
import { listedSteps } from '../steps.ts';
import { useRegistrationWords } from '../words.ts';

/** Everything she said, each with the way back to its question, and the one button that sends it. */
export function CheckScreen({ snapshot, send, content, language }: RegistrationScreenProps) {
  const words = useRegistrationWords();
  const { draft, facts } = snapshot.context;
  const told = { draft, facts, texts: words, language, content };
  const rows = listedSteps(draft, facts).map((step) => {
    const value = describeAnswer(step, told);
    return {
      key: step,
      label: labelOf(step, told),
      value,
      changeText: value === undefined ? words.check.fill : words.check.change,
      onChange: () => send({ type: 'change.pressed', step }),
    };
  });
  // What will be sent comes first; what was left empty can still be filled in below.
  const inOrder = [
    ...rows.filter(({ value }) => value !== undefined),
    ...rows.filter(({ value }) => value === undefined),
  ];
  return (
    <Screen
      name="registration.check"
      isWide
      question={{ title: words.check.title, why: words.check.why, eyebrow: words.eyebrow.consent }}
      thread={{ answered: rows.length, total: rows.length + 1 }}
      back={{ onPress: () => send({ type: 'back.pressed' }) }}
      secondary={{ label: words.keep, onPress: () => send({ type: 'keep.pressed' }) }}
      primary={{
        label: words.check.send,
        isDisabled: !snapshot.can({ type: 'send.pressed' }),
        onPress: () => send({ type: 'send.pressed' }),
      }}
    >
      <SummaryList rows={inOrder} emptyText={words.check.notFilled} />
    </Screen>
  );
}
