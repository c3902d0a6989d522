import type { KioskState } from '../../../shared/contract/kiosk-state.ts';
import { Notice } from '../../components/notice/notice.tsx';
import { Screen } from '../../components/screen/screen.tsx';
import { TicketNumber } from '../../components/ticket-number/ticket-number.tsx';
import { formatDateTime } from '../../texts/format.ts';
import { useLanguage, useTexts } from '../../texts/texts.tsx';
import { CaseSteps } from './case-steps.tsx';
import type { FoundTicket } from './look-up.machine.ts';
import styles from './look-up.module.css';
import { mayBeOld, wordsFor } from './standing.ts';

export interface FoundScreenProps {
  found: FoundTicket;
  kioskState: KioskState;
  /** Kiosk clock, Unix ms. */
  now: number;
  onAgain(): void;
  onFinish(): void;
}

/** Where the case stands, how the kiosk knows, and since when. */
export function FoundScreen({ found, kioskState, now, onAgain, onFinish }: FoundScreenProps) {
  const texts = useTexts().lookUp;
  const language = useLanguage();
  const tell = (at: number) => formatDateTime(at, language, kioskState.timeZone);
  const words = wordsFor(found.standing, texts, tell);
  const reference = found.standing.standing === 'case' ? found.standing.reference : undefined;
  return (
    <Screen
      name="look-up.found"
      question={{
        title: words.title,
        why: words.lines.map((line) => <p key={line}>{line}</p>),
        picture: (
          <div className={styles.number}>
            <p className={styles.small}>{texts.number}</p>
            <TicketNumber number={found.number} size="small" />
          </div>
        ),
      }}
      back={{ label: texts.again, onPress: onAgain }}
      primary={{ label: texts.finish, onPress: onFinish }}
    >
      <CaseSteps step={words.step} isCare={words.tone === 'care'} />
      {reference ? (
        <p className={styles.reference}>
          {texts.standing.reference}: <strong>{reference}</strong>
        </p>
      ) : null}
      <p className={styles.small}>{texts.recordedAt(tell(found.recordedAt), found.officeName)}</p>
      <p className={styles.small}>
        {found.heardFromHubAt === null ? texts.neverHeard : texts.heard(tell(found.heardFromHubAt))}
      </p>
      {mayBeOld(found.standing, found.heardFromHubAt, now) ? (
        <Notice tone="light">{texts.oldData}</Notice>
      ) : null}
    </Screen>
  );
}
