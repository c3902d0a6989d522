import { unreachable } from '../../../../shared/lib/unreachable.ts';
import { Screen } from '../../../components/screen/screen.tsx';
import { TextField } from '../../../components/text-field/text-field.tsx';
import type { ServicesTexts } from '../../../texts/services.id.ts';
import type { AmountFault } from '../estimate.ts';
import { AMOUNT_LIMIT } from '../services.machine.ts';
import type { ServicesScreenProps } from '../services-flow.tsx';
import { useServicesWords } from '../words.ts';

const FIELD = 'services-amount';

/** How much, in the currency of the country. */
export function AmountScreen({ snapshot, send }: ServicesScreenProps) {
  const { estimate, eyebrow } = useServicesWords();
  const { rate, amount, amountFault } = snapshot.context;
  if (!rate) return null;
  const question = estimate.amount(rate.currency);
  const message = amountFault && wordsOf(amountFault, estimate);
  return (
    <Screen
      name="services.amount"
      question={{ title: question.title, why: question.why, eyebrow }}
      back={{ onPress: () => send({ type: 'back.pressed' }) }}
      primary={{ label: estimate.count, onPress: () => send({ type: 'next.pressed' }) }}
      errors={message ? [{ fieldId: FIELD, message }] : []}
    >
      <TextField
        id={FIELD}
        label={question.label ?? question.title}
        value={amount}
        onChange={(text) => send({ type: 'amount.edited', amount: text })}
        limit={AMOUNT_LIMIT}
        error={message ?? undefined}
        layout="number"
        capitals="none"
        isDictated
        autoFocus
      />
    </Screen>
  );
}

function wordsOf(fault: AmountFault, estimate: ServicesTexts['estimate']): string {
  switch (fault) {
    case 'amount-missing':
      return estimate.amountMissing;
    case 'amount-unclear':
      return estimate.amountUnclear;
    case 'amount-too-large':
      return estimate.amountTooLarge;
    default:
      return unreachable(fault);
  }
}
