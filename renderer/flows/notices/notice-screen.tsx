import type { KioskContent } from '../../../shared/contract/content.ts';
import { useNoticesWords } from '../../components/notice-band/notices-words.ts';
import { Screen } from '../../components/screen/screen.tsx';
import { formatDate } from '../../texts/format.ts';
import { useLanguage } from '../../texts/texts.tsx';
import styles from './notice-screen.module.css';
import type { NoticesContext, NoticesEvent } from './notices.machine.ts';

export interface NoticeScreenProps {
  /** Null: it has ended meanwhile. */
  notice: KioskContent['notices'][number] | null;
  context: NoticesContext;
  timeZone: string;
  send(event: NoticesEvent): void;
}

/** One notice in full. */
export function NoticeScreen({ notice, context: { at, count }, timeZone, send }: NoticeScreenProps) {
  const words = useNoticesWords();
  const language = useLanguage();
  const tell = (time: number) => formatDate(time, language, timeZone);
  const isLast = at + 1 >= count;
  const level = notice ? words.level[notice.level] : undefined;
  return (
    <Screen
      name={`notices.${at + 1}`}
      question={{
        title: notice ? notice.title[language] : words.none,
        ...(level === undefined ? {} : { eyebrow: count > 1 ? words.place(level, at + 1, count) : level }),
      }}
      back={{ onPress: () => send({ type: 'back.pressed' }) }}
      primary={{ label: isLast ? words.close : words.next, onPress: () => send({ type: 'next.pressed' }) }}
      isWide
    >
      {notice ? (
        <article className={styles.notice} data-level={notice.level}>
          {/* An office says one sentence; it stands as the title already. */}
          {notice.text[language] === notice.title[language] ? null : (
            <p className={styles.text}>{notice.text[language]}</p>
          )}
          <p className={styles.small}>{words.source(notice.source)}</p>
          <p className={styles.small}>
            {words.since(tell(notice.from))}. {words.until(tell(notice.until))}.
          </p>
        </article>
      ) : null}
    </Screen>
  );
}
