import { Download, ScrollText, Upload, Usb } from 'lucide-react';
import type { Stick } from '../../../../shared/contract/desk.ts';
import { BigButton } from '../../../components/big-button/big-button.tsx';
import { PagedGrid } from '../../../components/paged-grid/paged-grid.tsx';
import { useLanguage } from '../../../texts/texts.tsx';
import { sizeLine, useDeskWords } from '../../desk-words.ts';
import styles from '../../frame/desk.module.css';
import { DeskScreen } from '../../frame/desk-screen.tsx';
import own from './stick-view.module.css';

export type StickAct = 'export' | 'import' | 'logs';

export interface StickViewProps {
  sticks: readonly Stick[];
  onAct(act: StickAct, stickId: string): void;
  onBack(): void;
}

/** The sticks that are in, and what can be done with each. */
export function StickView({ sticks, onAct, onBack }: StickViewProps) {
  const { stick: words, page } = useDeskWords();
  return (
    <DeskScreen
      name="desk.stick"
      title={sticks.length === 0 ? words.none : words.title}
      why={sticks.length === 0 ? words.noneWhy : words.why}
      back={{ onPress: onBack, label: page.back }}
    >
      {sticks.length === 0 ? (
        <div className={styles.empty}>
          <Usb aria-hidden="true" />
          <p>{words.why}</p>
        </div>
      ) : (
        <PagedGrid
          items={sticks}
          keyOf={({ id }) => id}
          rowHeight={{ portrait: 22, landscape: 18 }}
          render={(stick) => <StickCard stick={stick} onAct={onAct} />}
        />
      )}
    </DeskScreen>
  );
}

function StickCard({ stick, onAct }: { stick: Stick; onAct: StickViewProps['onAct'] }) {
  const texts = useDeskWords();
  const { stick: words } = texts;
  const language = useLanguage();
  return (
    <section className={own.card} aria-label={stick.label}>
      <div className={own.head}>
        <Usb aria-hidden="true" />
        <div className={styles.words}>
          <p className={styles.name}>{stick.label}</p>
          <p className={styles.said}>
            {words.free(sizeLine(stick.freeBytes, texts, language))}
            {stick.written > 0 ? ` · ${words.written(stick.written)}` : null}
          </p>
          <p className={styles.said}>{stick.toRead > 0 ? words.toRead(stick.toRead) : words.nothingToRead}</p>
        </div>
      </div>
      <div className={styles.buttons}>
        <BigButton icon={Upload} onPress={() => onAct('export', stick.id)}>
          {words.export}
        </BigButton>
        <BigButton
          tone={stick.toRead > 0 ? 'action' : 'quiet'}
          icon={Download}
          isDisabled={stick.toRead === 0}
          onPress={() => onAct('import', stick.id)}
        >
          {words.import}
        </BigButton>
        <BigButton tone="quiet" icon={ScrollText} onPress={() => onAct('logs', stick.id)}>
          {words.logs}
        </BigButton>
      </div>
    </section>
  );
}
