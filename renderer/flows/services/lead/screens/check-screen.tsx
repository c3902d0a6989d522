import { Notice } from '../../../../components/notice/notice.tsx';
import { Screen } from '../../../../components/screen/screen.tsx';
import { SummaryList } from '../../../../components/summary-list/summary-list.tsx';
import { useServicesWords } from '../../words.ts';
import { phoneOf } from '../consents.ts';
import { describeAnswer } from '../describe-answer.ts';
import type { LeadScreenProps } from '../lead-form.tsx';
import { listedSteps } from '../steps.ts';

/** Everything she said, each with the way back to its question, and the one button that makes the slip. */
export function CheckScreen({ snapshot, send, content, language }: LeadScreenProps) {
  const words = useServicesWords();
  const { draft, facts } = snapshot.context;
  const rows = listedSteps(draft, facts).map((row) => {
    const value = describeAnswer(row, { draft, facts, texts: words, language, content });
    return {
      key: row,
      label: words.check.rows[row],
      value,
      changeText: value === undefined ? words.check.fill : words.check.change,
      onChange: () => send({ type: 'change.pressed', step: row }),
    };
  });
  return (
    <Screen
      name="services.lead.check"
      isWide
      question={{
        title: words.check.title,
        why: words.check.why(content.retentionDays.lead),
        eyebrow: words.eyebrow,
      }}
      thread={{ answered: rows.length, total: rows.length + 1 }}
      back={{ onPress: () => send({ type: 'back.pressed' }) }}
      primary={{
        label: words.check.send,
        isDisabled: !snapshot.can({ type: 'send.pressed' }),
        onPress: () => send({ type: 'send.pressed' }),
      }}
    >
      {phoneOf(draft, facts) ? null : <Notice tone="light">{words.check.noPhone}</Notice>}
      <SummaryList rows={rows} emptyText={words.check.notFilled} />
    </Screen>
  );
}
