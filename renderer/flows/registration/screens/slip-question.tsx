import { CircleCheck, Printer, SearchX } from 'lucide-react';
import { Notice } from '../../../components/notice/notice.tsx';
import { Screen } from '../../../components/screen/screen.tsx';
import { SingleChoice } from '../../../components/single-choice/single-choice.tsx';
import { useTexts } from '../../../texts/texts.tsx';
import type { PaperEvent } from '../paper.machine.ts';
import type { PaperSnapshot } from '../use-paper.ts';
import { useRegistrationWords } from '../words.ts';

/** The slip on a page of its own, so that nobody walks away without it by mistake. */
export function SlipQuestion({ paper, send }: { paper: PaperSnapshot; send(event: PaperEvent): void }) {
  const words = useRegistrationWords();
  const texts = useTexts();
  const { slip } = paper.context;
  const trouble = slip.state === 'failed' && slip.trouble ? texts.ticket.trouble[slip.trouble] : undefined;
  return (
    <Screen
      name="registration.slip"
      question={{ title: words.slip.title, why: words.slip.lead }}
      thread={{ answered: 1, total: 1 }}
      back={{ onPress: () => send({ type: 'back.pressed' }) }}
      secondary={
        paper.can({ type: 'slip.retried' })
          ? { label: texts.ticket.slip.retry, onPress: () => send({ type: 'slip.retried' }) }
          : undefined
      }
    >
      {slip.state === 'failed' ? (
        <Notice tone="care" isNews icon={Printer} title={texts.ticket.slip.failed}>
          {trouble}
        </Notice>
      ) : null}
      <SingleChoice
        label={words.slip.title}
        answers={[
          { value: 'taken', label: words.slip.taken, icon: CircleCheck },
          { value: 'missing', label: words.slip.missing, icon: SearchX },
        ]}
        onChoose={(answer) => send({ type: answer === 'taken' ? 'slip.taken' : 'slip.missing' })}
      />
    </Screen>
  );
}
