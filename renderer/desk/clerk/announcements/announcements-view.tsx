import { CalendarClock, Megaphone } from 'lucide-react';
import { Button } from 'react-aria-components';
import { type CounterAnnouncement, MAX_ANNOUNCEMENTS } from '../../../../shared/contract/clerk.ts';
import { PagedGrid } from '../../../components/paged-grid/paged-grid.tsx';
import styles from '../../frame/desk.module.css';
import { DeskScreen } from '../../frame/desk-screen.tsx';
import own from '../clerk.module.css';
import { useClerkWords } from '../clerk-words.ts';
import { useDays } from '../days.ts';

interface AnnouncementsViewProps {
  announcements: readonly CounterAnnouncement[];
  onWrite(): void;
  onChoose(announcement: CounterAnnouncement): void;
  onBack(): void;
}

/** What stands on the front screen or will; each can be taken down. */
export function AnnouncementsView({ announcements, onWrite, onChoose, onBack }: AnnouncementsViewProps) {
  const { announcements: words, page } = useClerkWords();
  const isFull = announcements.length >= MAX_ANNOUNCEMENTS;
  return (
    <DeskScreen
      name="clerk.announcements"
      title={words.title(announcements.length)}
      why={isFull ? words.full : words.why}
      back={{ onPress: onBack, label: page.back }}
      primary={{ label: words.write, onPress: onWrite, isDisabled: isFull }}
    >
      {announcements.length === 0 ? (
        <div className={styles.empty}>
          <Megaphone aria-hidden="true" />
          <p>{words.empty}</p>
        </div>
      ) : (
        <PagedGrid
          items={announcements}
          keyOf={({ id }) => id}
          rowHeight={{ portrait: 8, landscape: 7 }}
          render={(announcement) => <Row announcement={announcement} onChoose={onChoose} />}
        />
      )}
    </DeskScreen>
  );
}

interface RowProps {
  announcement: CounterAnnouncement;
  onChoose(announcement: CounterAnnouncement): void;
}

function Row({ announcement, onChoose }: RowProps) {
  const { announcements: words } = useClerkWords();
  const dayOf = useDays();
  const { text, from, until, by, isShown } = announcement;
  const State = isShown ? Megaphone : CalendarClock;
  return (
    <Button className={styles.row ?? ''} onPress={() => onChoose(announcement)}>
      <span className={own.kind}>
        <State aria-hidden="true" />
      </span>
      <span className={styles.words}>
        <span className={styles.name}>{text.id}</span>
        <span className={styles.small}>
          {[isShown ? words.shown : words.later, words.days(dayOf(from), dayOf(until)), words.by(by)].join(
            ' · ',
          )}
        </span>
      </span>
      <span className={own.act}>{words.withdraw}</span>
    </Button>
  );
}

interface WithdrawProps {
  announcement: CounterAnnouncement;
  onWithdraw(): void;
  onBack(): void;
}

export function WithdrawScreen({ announcement, onWithdraw, onBack }: WithdrawProps) {
  const { announcements: words } = useClerkWords();
  const dayOf = useDays();
  const { text, from, until } = announcement;
  return (
    <DeskScreen
      name="clerk.announcement-withdraw"
      title={words.withdrawTitle}
      why={words.withdrawWhy}
      back={{ onPress: onBack, label: words.keep }}
      primary={{ label: words.withdraw, onPress: onWithdraw, tone: 'care' }}
    >
      <dl className={styles.facts}>
        {[
          [words.rowId, text.id],
          [words.rowEn, text.en],
          [words.rowDays, words.days(dayOf(from), dayOf(until))],
        ].map(([label, value]) => (
          <div key={label} className={styles.fact}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </DeskScreen>
  );
}
