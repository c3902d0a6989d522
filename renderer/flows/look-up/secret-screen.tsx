import { Screen } from '../../components/screen/screen.tsx';
import { TextField } from '../../components/text-field/text-field.tsx';
import { useTexts } from '../../texts/texts.tsx';
import { useFollowUpWords } from './follow-up-words.ts';
import { type LookUpContext, type LookUpEvent, SECRET_LENGTH } from './look-up.machine.ts';
import { showTicketNumber } from './typed-number.ts';

export interface SecretScreenProps {
  context: LookUpContext;
  send(event: LookUpEvent): void;
}

export function SecretScreen({ context, send }: SecretScreenProps) {
  const texts = useTexts().lookUp;
  const words = useFollowUpWords();
  const message =
    context.secretFault === 'empty'
      ? texts.secretEmpty
      : context.secretFault === 'short'
        ? texts.secretShort(SECRET_LENGTH - context.secret.length)
        : undefined;
  return (
    <Screen
      name="look-up.secret"
      question={{
        title: texts.secretQuestion,
        why: context.slip?.officeName
          ? words.elsewhere.genuineFrom(context.slip.officeName)
          : context.isScanned
            ? words.scan.whySecret
            : texts.secretWhy,
        eyebrow: { hers: words.eyebrow(showTicketNumber(context.number)) },
      }}
      thread={{ answered: 1, total: 2 }}
      back={{ onPress: () => send({ type: 'back.pressed' }) }}
      primary={{ label: texts.show, onPress: () => send({ type: 'next.pressed' }) }}
      errors={message ? [{ fieldId: 'ticket-secret', message }] : []}
    >
      <TextField
        id="ticket-secret"
        label={texts.secret}
        value={context.secret}
        onChange={(text) =>
          send({ type: 'secret.typed', text: text.replace(/\D/g, '').slice(0, SECRET_LENGTH) })
        }
        layout="number"
        isDictated
        autoFocus
        error={message}
      />
    </Screen>
  );
}
