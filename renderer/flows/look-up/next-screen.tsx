import type { KioskContent } from '../../../shared/contract/content.ts';
import type { KioskState } from '../../../shared/contract/kiosk-state.ts';
import { Notice } from '../../components/notice/notice.tsx';
import { Screen } from '../../components/screen/screen.tsx';
import { formatDate } from '../../texts/format.ts';
import { useLanguage } from '../../texts/texts.tsx';
import { useFollowUpWords } from './follow-up-words.ts';
import type { FoundTicket } from './look-up.machine.ts';
import styles from './look-up.module.css';
import { nextStepsOf } from './next-steps.ts';

export interface NextScreenProps {
  found: FoundTicket;
  content: KioskContent;
  kioskState: KioskState;
  onClose(): void;
}

/** What happens next and by when, for the kind of this ticket. */
export function NextScreen({ found, content, kioskState, onClose }: NextScreenProps) {
  const words = useFollowUpWords();
  const language = useLanguage();
  const steps = nextStepsOf(found, {
    content,
    language,
    words: words.next,
    clockSuspect: kioskState.clockSuspect,
    tellDate: (at) => formatDate(at, language, kioskState.timeZone),
  });
  return (
    <Screen
      name="look-up.next"
      question={{ eyebrow: { hers: words.eyebrow(found.number) }, title: words.next.title }}
      primary={{ label: words.next.close, onPress: onClose }}
    >
      {steps.length === 0 ? <Notice tone="light">{words.next.none}</Notice> : null}
      <ol className={styles.next} data-private>
        {steps.map(({ text, due, isUnsure }) => (
          <li key={text} className={styles.nextStep}>
            <p className={styles.nextText}>{text}</p>
            {due ? <p className={styles.due}>{due}</p> : null}
            {isUnsure ? <p className={styles.small}>{words.next.unsure}</p> : null}
          </li>
        ))}
      </ol>
      <Notice tone="info">{words.next.lookUp}</Notice>
    </Screen>
  );
}
