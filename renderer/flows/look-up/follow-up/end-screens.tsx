import { BellRing, FileClock, FileX, Hourglass } from 'lucide-react';
import { use } from 'react';
import { BigButton } from '../../../components/big-button/big-button.tsx';
import { IconStamp } from '../../../components/icon-stamp/icon-stamp.tsx';
import { Notice } from '../../../components/notice/notice.tsx';
import { CornerContext } from '../../../components/screen/corner.tsx';
import { Screen } from '../../../components/screen/screen.tsx';
import { ThreadLoading } from '../../../components/thread/thread-loading.tsx';
import { SlipStatus } from '../../../components/ticket-card/slip-status.tsx';
import { TicketNumber } from '../../../components/ticket-number/ticket-number.tsx';
import { formatDateTime } from '../../../texts/format.ts';
import { useLanguage, useTexts } from '../../../texts/texts.tsx';
import { useFollowUpWords } from '../follow-up-words.ts';
import type { FollowUpScreenProps } from './answer-screens.tsx';
import styles from './follow-up.module.css';

/** Between a press and its outcome. There is nothing to press, because nothing may be pressed twice. */
export function BusyScreen({ name, title, number }: { name: string; title: string; number: string }) {
  const words = useFollowUpWords();
  return (
    <Screen name={name} question={{ eyebrow: { hers: words.eyebrow(number) }, title }}>
      <ThreadLoading label={title} />
    </Screen>
  );
}

/** Problems that say for sure that nothing was committed. After any other, nobody knows. */
const SURELY_NOT_SAVED = ['intake.disk-full', 'intake.database', 'intake.not-enrolled', 'intake.invalid'];

/** What became of the addition, the same one once more, and a person to ask. */
export function FailedScreen({ snapshot, send, number }: FollowUpScreenProps) {
  const words = useFollowUpWords();
  const texts = useTexts();
  const corner = use(CornerContext);
  const code = snapshot.context.problem?.code ?? '';
  if (snapshot.can({ type: 'reopen.pressed' })) {
    return (
      <Screen
        name="follow-up.closed"
        isSparse
        question={{
          eyebrow: { hers: words.eyebrow(number) },
          title: words.failed.closedTitle,
          picture: <IconStamp icon={Hourglass} />,
        }}
        primary={{ label: words.failed.reopen, onPress: () => send({ type: 'reopen.pressed' }) }}
      >
        <Notice tone="care">{words.failed.closed}</Notice>
      </Screen>
    );
  }
  const isSure = SURELY_NOT_SAVED.includes(code);
  const reason = code === 'intake.disk-full' ? words.failed.full : words.failed.broken;
  return (
    <Screen
      name="follow-up.failed"
      isSparse
      question={{
        eyebrow: { hers: words.eyebrow(number) },
        title: isSure ? words.failed.title : words.failed.unsureTitle,
        why: words.failed.kept,
        picture: <IconStamp icon={isSure ? FileX : FileClock} />,
      }}
      back={{ label: words.failed.leave, onPress: () => send({ type: 'leave.pressed' }) }}
      primary={{ label: words.failed.retry, onPress: () => send({ type: 'retry.pressed' }) }}
    >
      <Notice tone="care" isNews {...(isSure ? { title: reason } : {})}>
        {words.failed.counter}
      </Notice>
      {corner ? (
        <div>
          <BigButton tone="quiet" icon={BellRing} onPress={() => corner.callStaff('follow-up.failed')}>
            {texts.corner.callStaff}
          </BigButton>
        </div>
      ) : null}
    </Screen>
  );
}

/** It is recorded: which addition it is, and where its slip is. The numbers of the ticket stay. */
export function AddedScreen({
  snapshot,
  send,
  number,
  timeZone,
}: FollowUpScreenProps & { timeZone: string }) {
  const words = useFollowUpWords();
  const texts = useTexts();
  const language = useLanguage();
  const { added, slip } = snapshot.context;
  if (!added || !slip) return null;
  return (
    <Screen
      name="follow-up.added"
      question={{ eyebrow: { hers: words.eyebrow(number) }, title: words.done.title, why: words.done.why }}
      primary={{ label: words.done.goOn, tone: 'done', onPress: () => send({ type: 'next.pressed' }) }}
    >
      <div className={styles.added}>
        <p className={styles.part}>{words.done.part(added.part)}</p>
        <p className={styles.recorded}>
          {words.done.recorded(formatDateTime(added.recordedAt, language, timeZone))}
        </p>
        <p className={styles.recorded}>{texts.ticket.number}</p>
        <TicketNumber number={added.number} size="small" />
      </div>
      <SlipStatus
        slip={slip}
        offersCounter
        photograph={words.done.withoutSlip}
        onAnswer={(taken) => send({ type: 'slip.answered', taken })}
        onRetry={snapshot.can({ type: 'slip.retried' }) ? () => send({ type: 'slip.retried' }) : undefined}
        isAnswering={!snapshot.matches({ served: 'showing' })}
      />
    </Screen>
  );
}
