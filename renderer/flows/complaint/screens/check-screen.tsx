import { Notice } from '../../../components/notice/notice.tsx';
import { Screen } from '../../../components/screen/screen.tsx';
import { SummaryList } from '../../../components/summary-list/summary-list.tsx';
import type { CheckRow } from '../../../texts/complaint.id.ts';
import type { ComplaintScreenProps } from '../complaint-flow.tsx';
import { describeAnswer } from '../describe-answer.ts';
import { listedSteps } from '../steps.ts';
import { useComplaintWords } from '../words.ts';

/** Everything she said, each with the way back to its question, and the one button that sends it. */
export function CheckScreen({ snapshot, send, content, language }: ComplaintScreenProps) {
  const words = useComplaintWords();
  const { draft, facts } = snapshot.context;
  const rows = listedSteps(draft, facts).map((step) => {
    const row = step as CheckRow;
    const value = describeAnswer(row, { draft, facts, texts: words, language, content });
    return {
      key: row,
      label: words.check.rows[row],
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
      name="complaint.check"
      isWide
      question={{ title: words.check.title, why: words.check.why, eyebrow: words.eyebrow }}
      thread={{ answered: rows.length, total: rows.length + 1 }}
      back={{ onPress: () => send({ type: 'back.pressed' }) }}
      primary={{
        label: words.check.send,
        isDisabled: !snapshot.can({ type: 'send.pressed' }),
        onPress: () => send({ type: 'send.pressed' }),
      }}
    >
      {draft.contactMode === 'confidential' ? null : <Notice tone="light">{words.check.noContact}</Notice>}
      <SummaryList rows={inOrder} emptyText={words.check.notFilled} />
    </Screen>
  );
}
