import { useCallback, useEffect, useRef, useState } from 'react';
import type { CounterAnnouncement } from '../../../../shared/contract/clerk.ts';
import type { Announcement } from '../../../../shared/domain/announcement.ts';
import { FailedScreen, LoadingScreen } from '../../frame/state-screens.tsx';
import { useAct } from '../../frame/use-act.ts';
import { useReading } from '../../frame/use-reading.ts';
import type { ClerkPageProps } from '../clerk-desk.tsx';
import { useClerkWords } from '../clerk-words.ts';
import { useOfficeToday } from '../office-today.ts';
import { AnnouncementForm } from './announcement-form.tsx';
import { AnnouncementsView, WithdrawScreen } from './announcements-view.tsx';

const NOTHING = {};

/** What this office announces: its list, writing one, and taking one down. */
export function AnnouncementsPage({ bridge, onBack }: ClerkPageProps) {
  const { announcements: words } = useClerkWords();
  const { value, problem, readAgain } = useReading(bridge, 'clerk.announcements', NOTHING);
  const saving = useAct(bridge, 'clerk.announce', 10_000);
  const withdrawing = useAct(bridge, 'clerk.withdraw-announcement', 10_000);
  const [isWriting, setWriting] = useState(false);
  const [chosen, setChosen] = useState<CounterAnnouncement | null>(null);
  const today = useOfficeToday();
  /** Asking again with the id of the first press announces once. */
  const asked = useRef<(Announcement & { id: string }) | null>(null);

  const { confirm: save, goBack: endSaving } = saving;
  const { goBack: endWithdrawing } = withdrawing;
  const isDone = saving.state === 'done' || withdrawing.state === 'done';
  const leave = useCallback(() => {
    setWriting(false);
    setChosen(null);
    asked.current = null;
    endSaving();
    endWithdrawing();
    readAgain();
  }, [endSaving, endWithdrawing, readAgain]);
  useEffect(() => {
    if (isDone) leave();
  }, [isDone, leave]);
  const write = useCallback(
    (announcement: Announcement) => {
      asked.current ??= { ...announcement, id: crypto.randomUUID() };
      save(asked.current);
    },
    [save],
  );

  const failed = [saving, withdrawing].find(({ state }) => state === 'failed');
  if (failed) {
    const again = asked.current;
    return (
      <FailedScreen
        name="clerk.announcement-failed"
        problem={failed.problem ?? { code: 'bridge.no-answer' }}
        onRetry={() => {
          if (again) save(again);
          else if (chosen) withdrawing.confirm({ id: chosen.id });
        }}
        onBack={leave}
      />
    );
  }
  if (saving.state !== 'asking' || withdrawing.state !== 'asking') {
    return <LoadingScreen name="clerk.announcement-saving" title={words.saving} />;
  }
  if (isWriting) return <AnnouncementForm today={today} onWritten={write} onLeave={leave} />;
  if (chosen) {
    return (
      <WithdrawScreen
        announcement={chosen}
        onWithdraw={() => withdrawing.confirm({ id: chosen.id })}
        onBack={() => setChosen(null)}
      />
    );
  }
  if (value === null && problem) {
    return (
      <FailedScreen name="clerk.announcements-failed" problem={problem} onRetry={readAgain} onBack={onBack} />
    );
  }
  if (value === null) return <LoadingScreen name="clerk.announcements-reading" onBack={onBack} />;
  return (
    <AnnouncementsView
      announcements={value.announcements}
      onWrite={() => setWriting(true)}
      onChoose={setChosen}
      onBack={onBack}
    />
  );
}
