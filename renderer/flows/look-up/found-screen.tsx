import { ListPlus, Milestone, Printer } from 'lucide-react';
import type { KioskState } from '../../../shared/contract/kiosk-state.ts';
import type { NewsWords } from '../../../shared/domain/news-words.ts';
import { BigButton } from '../../components/big-button/big-button.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import { Screen } from '../../components/screen/screen.tsx';
import { TicketNumber } from '../../components/ticket-number/ticket-number.tsx';
import { formatDateTime } from '../../texts/format.ts';
import { useLanguage, useTexts } from '../../texts/texts.tsx';
import { Additions } from './additions.tsx';
import { useFollowUpWords } from './follow-up-words.ts';
import type { FoundTicket } from './look-up.machine.ts';
import styles from './look-up.module.css';
import { mayBeOld, wordsFor } from './standing.ts';
import { stepsOf } from './steps.ts';
import { Timeline } from './timeline.tsx';

export interface FoundScreenProps {
  found: FoundTicket;
  kioskState: KioskState;
  /** Kiosk clock, Unix ms. */
  now: number;
  onAgain(): void;
  onFinish(): void;
  onNext(): void;
  /** Absent where nothing can be printed. */
  onPaper?: (() => void) | undefined;
  /** Absent where nothing can be added. */
  onAdd?: (() => void) | undefined;
}

/** Where the ticket stands, how the kiosk knows, since when, and what was added to it. */
export function FoundScreen({
  found,
  kioskState,
  now,
  onAgain,
  onFinish,
  onNext,
  onPaper,
  onAdd,
}: FoundScreenProps) {
  const texts = useTexts().lookUp;
  const words = useFollowUpWords();
  const language = useLanguage();
  const tell = (at: number) => formatDateTime(at, language, kioskState.timeZone);
  const standing = wordsFor(found.standing, texts, tell);
  const reference = found.standing.standing === 'case' ? found.standing.reference : undefined;
  const heard = heardWords(found, { ...texts.standing, ...words.elsewhere }, tell);
  return (
    <Screen
      name="look-up.found"
      question={{
        isHers: true,
        eyebrow: words.kinds[found.kind],
        title: standing.title,
        why: standing.lines.map((line) => <p key={line}>{line}</p>),
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
      <div className={styles.hers} data-private>
        <Timeline
          steps={stepsOf(found, standing, texts.steps)}
          isCare={standing.tone === 'care'}
          tell={tell}
        />
        {reference ? (
          <p className={styles.reference}>
            {texts.standing.reference}: <strong>{reference}</strong>
          </p>
        ) : null}
        <p className={styles.small}>{texts.standing.recordedAt(tell(found.recordedAt), found.officeName)}</p>
        <Additions additions={found.additions} tell={tell} />
      </div>
      {heard === null ? null : <p className={styles.small}>{heard}</p>}
      {found.isFollowable ? null : <Notice tone="light">{texts.standing.notFollowed}</Notice>}
      {found.isFromElsewhere ? <Notice tone="info">{words.elsewhere.addThere}</Notice> : null}
      {mayBeOld(found.standing, found.heardFromHubAt, now) ? (
        <Notice tone="light">{texts.oldData}</Notice>
      ) : null}
      <div className={styles.actions}>
        <BigButton tone="quiet" icon={Milestone} onPress={onNext}>
          {words.timeline.next}
        </BigButton>
        {onAdd ? (
          <BigButton tone="quiet" icon={ListPlus} onPress={onAdd}>
            {words.timeline.add}
          </BigButton>
        ) : null}
        {onPaper ? (
          <BigButton tone="quiet" icon={Printer} onPress={onPaper}>
            {words.paper.print}
          </BigButton>
        ) : null}
      </div>
    </Screen>
  );
}

/** How this kiosk knows. Of a case of its own its standing says that already, with the time. */
function heardWords(
  { heardFromHubAt, isFromElsewhere, standing }: FoundTicket,
  words: Pick<NewsWords, 'heard' | 'neverHeard'> & { askedNow(time: string): string },
  tell: (at: number) => string,
): string | null {
  if (heardFromHubAt === null) return words.neverHeard;
  if (isFromElsewhere) return words.askedNow(tell(heardFromHubAt));
  return standing.standing === 'case' ? null : words.heard(tell(heardFromHubAt));
}
