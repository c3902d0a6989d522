import { CloudOff, Hourglass, SearchX, Wrench } from 'lucide-react';
import { IconStamp } from '../../components/icon-stamp/icon-stamp.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import { Screen } from '../../components/screen/screen.tsx';
import { ThreadLoading } from '../../components/thread/thread-loading.tsx';
import { formatDateTime, formatTime } from '../../texts/format.ts';
import { useLanguage, useTexts } from '../../texts/texts.tsx';
import { useFollowUpWords } from './follow-up-words.ts';
import type { LookUpContext, LookUpEvent } from './look-up.machine.ts';
import styles from './look-up.module.css';

interface TroubleProps {
  send(event: LookUpEvent): void;
}

export function LookingScreen() {
  const texts = useTexts().lookUp;
  return (
    <Screen name="look-up.looking" question={{ title: texts.looking }} thread={{ answered: 2, total: 2 }}>
      <div className={styles.waiting}>
        <ThreadLoading />
      </div>
    </Screen>
  );
}

export function NoMatchScreen({ send }: TroubleProps) {
  const texts = useTexts();
  return (
    <Screen
      name="look-up.no-match"
      isSparse
      question={{ title: texts.lookUp.noMatch, picture: <IconStamp icon={SearchX} /> }}
      back={{ label: texts.lookUp.finish, onPress: () => send({ type: 'back.pressed' }) }}
      primary={{ label: texts.common.tryAgain, onPress: () => send({ type: 'retry.pressed' }) }}
    >
      <p className={styles.lead}>{texts.lookUp.noMatchDetail}</p>
    </Screen>
  );
}

export function LockedScreen({
  retryAt,
  timeZone,
  send,
}: TroubleProps & { retryAt: number | undefined; timeZone: string }) {
  const texts = useTexts().lookUp;
  const language = useLanguage();
  return (
    <Screen
      name="look-up.locked"
      isSparse
      question={{ title: texts.locked, picture: <IconStamp icon={Hourglass} /> }}
      primary={{ label: texts.finish, onPress: () => send({ type: 'back.pressed' }) }}
    >
      {retryAt === undefined ? null : (
        <p className={styles.lead}>{texts.lockedUntil(formatTime(retryAt, language, timeZone))}</p>
      )}
      <p className={styles.lead}>{texts.lockedDetail}</p>
    </Screen>
  );
}

export function FailedScreen({ send }: TroubleProps) {
  const texts = useTexts();
  return (
    <Screen
      name="look-up.failed"
      isSparse
      question={{ title: texts.lookUp.failed, picture: <IconStamp icon={Wrench} /> }}
      back={{ label: texts.lookUp.finish, onPress: () => send({ type: 'back.pressed' }) }}
      primary={{ label: texts.common.tryAgain, onPress: () => send({ type: 'retry.pressed' }) }}
    >
      <p className={styles.lead}>{texts.lookUp.failedDetail}</p>
    </Screen>
  );
}

/** The hub cannot be asked. A slip that was read says what it proves; a number typed by hand proves nothing. */
export function NotHereScreen({
  context,
  timeZone,
  send,
}: TroubleProps & { context: Pick<LookUpContext, 'slip'>; timeZone: string }) {
  const texts = useTexts();
  const words = useFollowUpWords().elsewhere;
  const language = useLanguage();
  const { slip } = context;
  return (
    <Screen
      name="look-up.not-here"
      isSparse
      question={{ title: words.notHereTitle, picture: <IconStamp icon={CloudOff} /> }}
      back={{ label: texts.lookUp.finish, onPress: () => send({ type: 'back.pressed' }) }}
      primary={{ label: texts.common.tryAgain, onPress: () => send({ type: 'retry.pressed' }) }}
    >
      {slip?.officeName ? (
        <div data-private>
          <Notice tone="done">
            {words.genuine(slip.officeName, formatDateTime(slip.recordedAt, language, timeZone))}
          </Notice>
        </div>
      ) : null}
      <p className={styles.lead}>{slip?.officeName ? words.notAsked : `${words.notAsked} ${words.typed}`}</p>
      <p className={styles.lead}>{words.whatToDo}</p>
    </Screen>
  );
}
