import { ChevronRight } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { DeskOutput, HealthLine, Level } from '../../../../shared/contract/desk.ts';
import { PagedGrid } from '../../../components/paged-grid/paged-grid.tsx';
import type { DeskTexts } from '../../../texts/desk.id.ts';
import { useLanguage } from '../../../texts/texts.tsx';
import { useDesk } from '../../desk-context.ts';
import { troubleLine, useDeskWords } from '../../desk-words.ts';
import styles from '../../frame/desk.module.css';
import { DeskScreen } from '../../frame/desk-screen.tsx';
import { LevelMark } from '../../frame/level-mark.tsx';
import { useTimes } from '../../frame/times.ts';
import { useReading } from '../../frame/use-reading.ts';
import { Verdict } from '../../frame/verdict.tsx';
import { PAGE_ICONS, type Page, placeOf } from '../pages.ts';
import type { PageProps } from '../technician-desk.tsx';

type Health = DeskOutput<'desk.health'>;
const NOTHING = {};

/** The overview, read again every few seconds while somebody looks at it. */
export function HealthPage({ bridge, onPage, pages }: PageProps & { pages: readonly Page[] }) {
  const { value, problem, readAt, readAgain } = useReading(bridge, 'desk.health', NOTHING, {
    everyMs: 10_000,
  });
  return (
    <HealthView
      health={value}
      problem={problem}
      readAt={readAt}
      pages={pages}
      onPage={onPage}
      onReadAgain={readAgain}
    />
  );
}

export interface HealthViewProps {
  health: Health | null;
  problem: { code: string } | null;
  /** Unix ms. */
  readAt: number | null;
  pages: readonly Page[];
  onPage: PageProps['onPage'];
  onReadAgain(): void;
}

/** Worst first, each line with the next thing to do; what is well takes one quiet line. The tools are always in the same place. */
export function HealthView({ health, problem, readAt, pages, onPage, onReadAgain }: HealthViewProps) {
  const words = useDeskWords();
  const timeOf = useTimes();
  const { changeDesk } = useDesk();
  const attention = health?.lines.filter(({ level }) => level !== 'green') ?? [];
  const quiet = health?.lines.filter(({ level }) => level === 'green') ?? [];
  const count = (level: Level) => health?.lines.filter((line) => line.level === level).length ?? 0;
  const title = health
    ? words.health.title[health.level]
    : problem
      ? words.reading.failed
      : words.reading.loading;
  const checked = readAt === null ? '' : timeOf(readAt);
  return (
    <DeskScreen
      name="desk.health"
      title={title}
      why={
        <>
          <Verdict mark={health?.level ?? (problem ? 'red' : 'running')}>
            {health ? <p>{words.health.count(count('red'), count('amber'), count('green'))}</p> : null}
            {problem ? <p>{troubleLine(problem, words)}</p> : null}
            {checked === '' ? null : (
              <p>{problem ? words.reading.stale(checked) : words.reading.checkedAt(checked)}</p>
            )}
          </Verdict>
          {quiet.length > 0 ? (
            <p className={styles.quiet}>
              <b>{words.health.quiet}: </b>
              {quiet.map(({ area }) => words.health.area[area]).join(', ')}
            </p>
          ) : null}
        </>
      }
      secondary={changeDesk ? { label: words.session.desk.clerk, onPress: changeDesk } : undefined}
      primary={{ label: words.reading.again, onPress: onReadAgain }}
    >
      {attention.length > 0 ? (
        <PagedGrid
          items={attention}
          keyOf={({ area, code }) => `${area} ${code}`}
          rowHeight={{ portrait: 8, landscape: 7 }}
          render={(line) => (
            <AttentionRow line={line} isFirst={line === attention[0]} pages={pages} onPage={onPage} />
          )}
        />
      ) : health ? (
        <div className={styles.empty}>
          <p>{words.health.nothing}</p>
        </div>
      ) : (
        <div className={styles.empty} />
      )}
      <nav className={`${styles.tiles} ${styles.tools}`} aria-label={words.page.menu}>
        {pages
          .filter((page) => page !== 'health')
          .map((page) => (
            <Tile key={page} page={page} words={words} onPress={() => onPage(page)} />
          ))}
      </nav>
    </DeskScreen>
  );
}

interface AttentionRowProps {
  line: HealthLine;
  isFirst: boolean;
  pages: readonly Page[];
  onPage: PageProps['onPage'];
}

function AttentionRow({ line, isFirst, pages, onPage }: AttentionRowProps) {
  const words = useDeskWords();
  const language = useLanguage();
  const { page, show } = placeOf(line, pages);
  const face = (
    <>
      <LevelMark mark={line.level} />
      <span className={styles.words}>
        <span className={styles.name}>
          {words.health.area[line.area]}
          <span className={styles.word}>
            {isFirst && line.level === 'red' ? words.health.doFirst : words.level[line.level]}
          </span>
        </span>
        <span className={styles.said}>{line.said[language]}</span>
        {line.next ? <span className={styles.next}>{line.next[language]}</span> : null}
      </span>
    </>
  );
  // A line whose place is not open to this person still says what to do.
  if (page === 'health') {
    return (
      <div className={styles.row} data-mark={line.level}>
        {face}
      </div>
    );
  }
  return (
    <Button className={styles.row ?? ''} data-mark={line.level} onPress={() => onPage(page, show)}>
      {face}
      <ChevronRight aria-hidden="true" />
    </Button>
  );
}

function Tile({ page, words, onPress }: { page: Page; words: DeskTexts; onPress(): void }) {
  const Icon = PAGE_ICONS[page];
  return (
    <Button
      className={styles.tile ?? ''}
      data-tone={page === 'retire' ? 'care' : undefined}
      onPress={onPress}
    >
      <Icon aria-hidden="true" />
      <span>{words.page.name[page]}</span>
    </Button>
  );
}
