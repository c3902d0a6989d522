import { ChevronRight, Megaphone, TriangleAlert } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { KioskContent } from '../../../shared/contract/content.ts';
import { useLanguage } from '../../texts/texts.tsx';
import styles from './notice-band.module.css';
import { useNoticesWords } from './notices-words.ts';

export interface NoticeBandProps {
  /** The most urgent first; none: nothing is shown. */
  notices: KioskContent['notices'];
  onRead(): void;
}

/** The title of what everybody must read now, calm and in one line; it opens the whole. Told by colour, icon and word. */
export function NoticeBand({ notices, onRead }: NoticeBandProps) {
  const words = useNoticesWords();
  const language = useLanguage();
  const [first, ...others] = notices;
  if (!first) return null;
  const Icon = first.level === 'urgent' ? TriangleAlert : Megaphone;
  return (
    <Button className={styles.band ?? ''} data-level={first.level} onPress={onRead}>
      <Icon className={styles.icon} aria-hidden="true" />
      <span className={styles.words}>
        <span className={styles.level}>
          {words.level[first.level]}
          {others.length > 0 ? ` · ${words.others(others.length)}` : null}
        </span>{' '}
        <span className={styles.title}>{first.title[language]}</span>
      </span>
      <ChevronRight className={styles.way} aria-hidden="true" />
    </Button>
  );
}
