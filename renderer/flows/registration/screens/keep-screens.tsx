import { BellRing, FolderX } from 'lucide-react';
import { use, useCallback } from 'react';
import { BigButton } from '../../../components/big-button/big-button.tsx';
import { IconStamp } from '../../../components/icon-stamp/icon-stamp.tsx';
import { Notice } from '../../../components/notice/notice.tsx';
import { CornerContext } from '../../../components/screen/corner.tsx';
import { Screen } from '../../../components/screen/screen.tsx';
import { ThreadLoading } from '../../../components/thread/thread-loading.tsx';
import { SlipStatus } from '../../../components/ticket-card/slip-status.tsx';
import { TicketNumber } from '../../../components/ticket-number/ticket-number.tsx';
import { formatDate } from '../../../texts/format.ts';
import { useTexts } from '../../../texts/texts.tsx';
import type { RegistrationScreenProps } from '../registration-flow.tsx';
import { usePaper } from '../use-paper.ts';
import { useRegistrationWords } from '../words.ts';
import styles from './registration.module.css';
import { SlipQuestion } from './slip-question.tsx';

export function KeepingScreen() {
  const words = useRegistrationWords();
  return (
    <Screen
      name="registration.keeping"
      question={{ title: words.keeping.title, why: words.keeping.lead, eyebrow: words.eyebrow.way }}
    >
      <ThreadLoading label={words.keeping.title} />
    </Screen>
  );
}

/** Everything she said is still here; she tries again, or goes on filling in. */
export function NotKeptScreen({ snapshot, send }: RegistrationScreenProps) {
  const words = useRegistrationWords();
  const texts = useTexts();
  const corner = use(CornerContext);
  const isFull = snapshot.context.problem?.code === 'intake.disk-full';
  return (
    <Screen
      name="registration.not-kept"
      isSparse
      question={{
        title: words.notKept.title,
        why: words.notKept.lead,
        eyebrow: words.eyebrow.way,
        picture: <IconStamp icon={FolderX} />,
      }}
      back={{ label: words.notKept.goOn, onPress: () => send({ type: 'back.pressed' }) }}
      primary={{ label: words.notKept.retry, onPress: () => send({ type: 'retry.pressed' }) }}
    >
      <Notice tone="care" isNews>
        {isFull ? words.notKept.full : words.notKept.broken}
      </Notice>
      {corner ? (
        <div>
          <BigButton tone="quiet" icon={BellRing} onPress={() => corner.callStaff('registration.not-kept')}>
            {texts.corner.callStaff}
          </BigButton>
        </div>
      ) : null}
    </Screen>
  );
}

/** Code and secret, as large as a ticket, and what became of their slip. Nobody can look them up again. */
export function KeptPages({ snapshot, send, bridge, language, kioskState }: RegistrationScreenProps) {
  const words = useRegistrationWords();
  const texts = useTexts();
  const { kept } = snapshot.context;
  const onDone = useCallback(() => send({ type: 'paper.settled' }), [send]);
  const [paper, tell] = usePaper({ bridge, slipId: kept?.slipId ?? '', isSettled: false, onDone });
  if (!kept) return null;
  if (paper.matches('asking')) return <SlipQuestion paper={paper} send={tell} />;
  const isWithout = paper.matches('withoutPaper');
  return (
    <Screen
      name="registration.kept"
      isWide
      question={{
        title: isWithout ? words.slip.withoutTitle : words.kept.title,
        why: words.kept.lead(formatDate(kept.expiresAt, language, kioskState.timeZone)),
      }}
      primary={
        paper.can({ type: 'next.pressed' })
          ? {
              label: isWithout
                ? words.slip.goOn
                : paper.context.slip.state === 'failed'
                  ? texts.common.next
                  : words.kept.next,
              onPress: () => tell({ type: 'next.pressed' }),
            }
          : undefined
      }
    >
      <div className={styles.kept}>
        <p className={styles.keptLabel}>{words.kept.code}</p>
        <TicketNumber number={kept.code} />
        <p className={styles.keptLabel}>{words.kept.secret}</p>
        <TicketNumber number={kept.secret} groupSize={3} />
      </div>
      <Notice tone="light">{words.kept.here}</Notice>
      <SlipStatus
        slip={paper.context.slip}
        onAnswer={(isTaken) => tell({ type: isTaken ? 'slip.taken' : 'slip.missing' })}
        onRetry={paper.can({ type: 'slip.retried' }) ? () => tell({ type: 'slip.retried' }) : undefined}
        isAnswering={paper.hasTag('busy')}
      />
    </Screen>
  );
}
