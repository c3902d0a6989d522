import { DatabaseBackup } from 'lucide-react';
import type { HealthLine } from '../../../../shared/contract/desk.ts';
import { BigButton } from '../../../components/big-button/big-button.tsx';
import { PagedGrid } from '../../../components/paged-grid/paged-grid.tsx';
import { useLanguage } from '../../../texts/texts.tsx';
import { sizeLine, useDeskWords } from '../../desk-words.ts';
import styles from '../../frame/desk.module.css';
import { DeskScreen } from '../../frame/desk-screen.tsx';
import { LevelMark } from '../../frame/level-mark.tsx';
import { useTimes } from '../../frame/times.ts';
import type { Copy } from './storage-page.tsx';

export interface StorageViewProps {
  /** Of disk and database. */
  lines: readonly HealthLine[];
  copies: readonly Copy[];
  onCheck(): void;
  onBackUp(): void;
  onRestore(copy: Copy): void;
  onBack(): void;
}

/** How disk and database are, the copies there are, and what can be done with them. */
export function StorageView({ lines, copies, onCheck, onBackUp, onRestore, onBack }: StorageViewProps) {
  const { storage: words, page, level, health } = useDeskWords();
  const language = useLanguage();
  return (
    <DeskScreen
      name="desk.storage"
      title={words.title}
      why={words.why}
      back={{ onPress: onBack, label: page.back }}
      secondary={{ label: words.check, onPress: onCheck }}
      primary={{ label: words.backUp, onPress: onBackUp }}
    >
      {lines.length > 0 ? (
        <ul className={styles.list}>
          {lines.map((line) => (
            <li key={`${line.area} ${line.code}`} className={styles.row} data-mark={line.level}>
              <LevelMark mark={line.level} />
              <span className={styles.words}>
                <span className={styles.name}>
                  {health.area[line.area]}
                  <span className={styles.word}>{level[line.level]}</span>
                </span>
                <span className={styles.said}>{line.said[language]}</span>
                {line.next ? <span className={styles.next}>{line.next[language]}</span> : null}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      <h2 className={styles.heading}>{words.copies}</h2>
      {copies.length === 0 ? (
        <div className={styles.empty}>
          <DatabaseBackup aria-hidden="true" />
          <p>{words.noCopies}</p>
        </div>
      ) : (
        <PagedGrid
          items={copies}
          keyOf={({ id }) => id}
          rowHeight={{ portrait: 7, landscape: 6.25 }}
          render={(copy) => <CopyRow copy={copy} onRestore={onRestore} />}
        />
      )}
    </DeskScreen>
  );
}

function CopyRow({ copy, onRestore }: { copy: Copy; onRestore(copy: Copy): void }) {
  const texts = useDeskWords();
  const { storage: words } = texts;
  const language = useLanguage();
  const timeOf = useTimes();
  return (
    <div className={styles.row}>
      <span className={styles.words}>
        <span className={styles.name}>{timeOf(copy.madeAt)}</span>
        <span className={styles.small}>
          {copy.records === null ? words.unreadable : words.records(copy.records)}
          {' · '}
          {sizeLine(copy.bytes, texts, language)}
        </span>
      </span>
      <BigButton tone="quiet" isDisabled={copy.records === null} onPress={() => onRestore(copy)}>
        {words.restore}
      </BigButton>
    </div>
  );
}
