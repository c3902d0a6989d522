import type { SlipState } from '../../../../shared/contract/kiosk-state.ts';
import { SingleChoice } from '../../../components/single-choice/single-choice.tsx';
import { ThreadLoading } from '../../../components/thread/thread-loading.tsx';
import { useTexts } from '../../../texts/texts.tsx';
import styles from '../../frame/desk.module.css';
import { DeskScreen } from '../../frame/desk-screen.tsx';
import { Steps } from '../../frame/steps.tsx';
import { Verdict } from '../../frame/verdict.tsx';
import { useClerkWords } from '../clerk-words.ts';

/** Nothing is said to be out before the printer says so. */
export function PrintingScreen({ title, said }: { title: string; said: string }) {
  const { reprint: words } = useClerkWords();
  return (
    <DeskScreen
      name="clerk.printing"
      title={title}
      why={
        <Verdict mark="running">
          <p role="status">{said}</p>
          <p>{words.lookBelow}</p>
        </Verdict>
      }
    >
      <div className={styles.empty}>
        <ThreadLoading />
      </div>
    </DeskScreen>
  );
}

/** The printer cannot say it: the person who looks is believed. */
export function CameOutScreen({ onAnswer, onBack }: { onAnswer(isOut: boolean): void; onBack(): void }) {
  const { reprint: words, ticket } = useClerkWords();
  return (
    <DeskScreen
      name="clerk.came-out"
      title={words.ask}
      why={words.askWhy}
      back={{ onPress: onBack, label: ticket.back }}
    >
      <SingleChoice
        label={words.ask}
        answers={[
          { value: 'yes', label: words.yes, hint: words.yesHint },
          { value: 'no', label: words.no, hint: words.noHint },
        ]}
        onChoose={(answer) => onAnswer(answer === 'yes')}
      />
    </DeskScreen>
  );
}

/** What to do, in the order to do it. */
export function PrinterSteps() {
  const { reprint: words } = useClerkWords();
  return <Steps steps={words.steps} />;
}

/** Why it did not come out, in the words that visitors read too. */
export function useSlipTrouble(slip: SlipState | null): string | null {
  const { ticket } = useTexts();
  return slip?.trouble ? ticket.trouble[slip.trouble] : null;
}
