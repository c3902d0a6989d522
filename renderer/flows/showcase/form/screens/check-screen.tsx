import { Notice } from '../../../../components/notice/notice.tsx';
import { Screen } from '../../../../components/screen/screen.tsx';
import { SummaryList } from '../../../../components/summary-list/summary-list.tsx';
import type { ShowcaseStep } from '../../../../texts/showcase.id.ts';
import { useLanguage } from '../../../../texts/texts.tsx';
import { formatRupiah } from '../../rupiah.ts';
import { useShowcaseWords } from '../../words.ts';
import { keptText, readPrice } from '../judge.ts';
import type { FormScreenProps } from '../product-form.tsx';
import { claimedMarks, isTextStep, stepsOf } from '../steps.ts';

/** Everything she said, each with the way back to its question, and the one button that sends it. */
export function CheckScreen({
  snapshot,
  send,
  productName,
  sendLabel,
}: FormScreenProps & { sendLabel?: string | undefined }) {
  const words = useShowcaseWords();
  const language = useLanguage();
  const { draft, facts } = snapshot.context;
  const { check, form } = words;
  const steps = stepsOf(facts.form, draft);

  function answerAt(step: ShowcaseStep): string | undefined {
    if (isTextStep(step)) {
      const text = keptText(step, draft);
      const rupiah = step === 'price' ? readPrice(text) : null;
      return rupiah === null ? text || undefined : formatRupiah(rupiah, language);
    }
    if (step === 'category') return draft.category && words.categories[draft.category];
    if (step === 'photos') return draft.photos.length > 0 ? check.photos(draft.photos.length) : undefined;
    if (step === 'marks')
      return (
        claimedMarks(draft)
          .map((kind) => form.markChoices[kind].label)
          .join(', ') || check.noMarks
      );
    return draft.consent?.given ? check.given : check.refused;
  }

  return (
    <Screen
      name={`showcase.check-${facts.form}`}
      isWide
      question={{
        title: check.title,
        why: check.why[facts.form],
        eyebrow: productName ? `${form.interest}: ${productName}` : form[facts.form],
      }}
      thread={{ answered: steps.length, total: steps.length + 1 }}
      back={{ onPress: () => send({ type: 'back.pressed' }) }}
      primary={{
        label: sendLabel ?? check.send[facts.form],
        isDisabled: !snapshot.can({ type: 'send.pressed' }),
        onPress: () => send({ type: 'send.pressed' }),
      }}
    >
      {draft.consent?.given === false ? <Notice tone="light">{check.notPublished}</Notice> : null}
      <SummaryList
        rows={steps.map((step) => {
          const value = answerAt(step);
          return {
            key: step,
            label: check.rows[step],
            value,
            changeText: value === undefined ? check.fill : check.change,
            onChange: () => send({ type: 'change.pressed', step }),
          };
        })}
        emptyText={check.notFilled}
      />
    </Screen>
  );
}
