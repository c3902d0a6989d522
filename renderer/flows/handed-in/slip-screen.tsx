import { CircleCheck, Printer, SearchX } from 'lucide-react';
import type { CallOutput } from '../../../shared/contract/ipc.ts';
import { Notice } from '../../components/notice/notice.tsx';
import { Screen } from '../../components/screen/screen.tsx';
import { SingleChoice } from '../../components/single-choice/single-choice.tsx';
import type { ComplaintTexts } from '../../texts/complaint.id.ts';
import { useTexts } from '../../texts/texts.tsx';

type SlipAnswer = { type: 'slip.taken' | 'slip.missing' | 'slip.retried' | 'back.pressed' };

interface SlipScreenProps {
  /** Of the screen, like `complaint.slip`. */
  name: string;
  slip: CallOutput<'slip.read'> | null;
  mayRetry: boolean;
  words: Pick<ComplaintTexts['slip'], 'title' | 'lead' | 'taken' | 'missing'>;
  send(answer: SlipAnswer): void;
}

/** The slip on a page of its own, so that nobody walks away without it by mistake. */
export function HandedSlipScreen({ name, slip, mayRetry, words, send }: SlipScreenProps) {
  const texts = useTexts();
  const trouble = slip?.state === 'failed' && slip.trouble ? texts.ticket.trouble[slip.trouble] : undefined;
  return (
    <Screen
      name={name}
      question={{ title: words.title, why: words.lead }}
      thread={{ answered: 1, total: 1 }}
      back={{ onPress: () => send({ type: 'back.pressed' }) }}
      secondary={
        mayRetry
          ? { label: texts.ticket.slip.retry, onPress: () => send({ type: 'slip.retried' }) }
          : undefined
      }
    >
      {slip?.state === 'failed' ? (
        <Notice tone="care" isNews icon={Printer} title={texts.ticket.slip.failed}>
          {trouble}
        </Notice>
      ) : null}
      <SingleChoice
        label={words.title}
        answers={[
          { value: 'taken', label: words.taken, icon: CircleCheck },
          { value: 'missing', label: words.missing, icon: SearchX },
        ]}
        onChoose={(answer) => send({ type: answer === 'taken' ? 'slip.taken' : 'slip.missing' })}
      />
    </Screen>
  );
}
