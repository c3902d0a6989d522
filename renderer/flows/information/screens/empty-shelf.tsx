import { SearchX } from 'lucide-react';
import { useInformationWords } from '../words.ts';
import styles from './empty-shelf.module.css';

/** A section in which nothing is current any more. Says so, and who can help. */
export function EmptyShelf({ text }: { text: string }) {
  const words = useInformationWords();
  return (
    <div className={styles.shelf}>
      <SearchX className={styles.icon} aria-hidden="true" />
      <p className={styles.text}>{text}</p>
      <p className={styles.help}>{words.deck.askCounter}</p>
    </div>
  );
}
