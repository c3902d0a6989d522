import { Screen } from '../../components/screen/screen.tsx';
import { useTexts } from '../../texts/texts.tsx';
import { useFollowUpWords } from './follow-up-words.ts';
import { type LookUpContext, type LookUpEvent, NUMBER_LENGTH } from './look-up.machine.ts';
import { TicketNumberField } from './ticket-number-field.tsx';

interface EntryProps {
  context: LookUpContext;
  send(event: LookUpEvent): void;
}

export function NumberScreen({ context, send }: EntryProps) {
  const texts = useTexts().lookUp;
  const words = useFollowUpWords();
  const message =
    context.numberFault === 'empty'
      ? texts.numberEmpty
      : context.numberFault === 'short'
        ? texts.numberShort(NUMBER_LENGTH - context.number.length)
        : context.numberFault === 'wrong'
          ? texts.numberWrong
          : undefined;
  return (
    <Screen
      name="look-up.number"
      question={{ title: texts.numberQuestion, why: `${texts.numberWhy} ${words.scan.offer}` }}
      thread={{ answered: 0, total: 2 }}
      back={{ onPress: () => send({ type: 'back.pressed' }) }}
      secondary={{ label: words.scan.useCamera, onPress: () => send({ type: 'scan.pressed' }) }}
      primary={{ onPress: () => send({ type: 'next.pressed' }) }}
      errors={message ? [{ fieldId: 'ticket-number', message }] : []}
    >
      <TicketNumberField
        id="ticket-number"
        label={texts.number}
        number={context.number}
        onType={(text) => send({ type: 'number.typed', text })}
        autoFocus
        error={message}
      />
    </Screen>
  );
}
