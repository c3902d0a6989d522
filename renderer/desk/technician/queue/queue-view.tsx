import { ChevronRight, Inbox } from 'lucide-react';
import { Button } from 'react-aria-components';
import { type DeskOutput, type QueueEntry, QueueState } from '../../../../shared/contract/desk.ts';
import { BigButton } from '../../../components/big-button/big-button.tsx';
import { PagedGrid } from '../../../components/paged-grid/paged-grid.tsx';
import { useLanguage } from '../../../texts/texts.tsx';
import { useDeskWords } from '../../desk-words.ts';
import styles from '../../frame/desk.module.css';
import { DeskScreen } from '../../frame/desk-screen.tsx';
import { LevelMark, type Mark } from '../../frame/level-mark.tsx';
import { useTimes } from '../../frame/times.ts';
import own from './queue-view.module.css';

export interface QueueViewProps {
  queue: DeskOutput<'desk.queue'>;
  filter: QueueEntry['state'] | null;
  offset: number;
  onFilter(state: QueueEntry['state'] | null): void;
  onOffset(offset: number): void;
  onSettle(entry: QueueEntry): void;
  onBack(): void;
}

const MARKS: Record<QueueEntry['state'], Mark> = {
  waiting: 'idle',
  running: 'running',
  'needs-person': 'amber',
  refused: 'red',
  closed: 'green',
};

/** Entries that are asked for at once: the most the contract allows. */
export const LIMIT = 100;

/** Set aside: a person decides. */
export function isSetAside({ state }: Pick<QueueEntry, 'state'>): boolean {
  return state === 'needs-person' || state === 'refused';
}

/** Depth, oldest, counts, and the records one by one: the number of the paper, how it stands, why, and when it is tried again. */
export function QueueView(props: QueueViewProps) {
  const { queue, filter, offset } = props;
  const { queue: words, page } = useDeskWords();
  const timeOf = useTimes();
  const waiting = queue.counts.waiting + queue.counts.running;
  const to = offset + queue.entries.length;
  return (
    <DeskScreen
      name="desk.queue"
      title={words.title(waiting)}
      why={
        <>
          {queue.oldestWaitingAt === null ? null : <p>{words.oldest(timeOf(queue.oldestWaitingAt))}</p>}
          <p>
            {queue.lastAcknowledgedAt === null
              ? words.neverAcknowledged
              : words.acknowledged(timeOf(queue.lastAcknowledgedAt))}
          </p>
        </>
      }
      back={{ onPress: props.onBack, label: page.back }}
    >
      <fieldset className={own.filters} aria-label={words.filter}>
        <FilterButton isChosen={filter === null} onPress={() => props.onFilter(null)}>
          {words.all}
        </FilterButton>
        {QueueState.options.map((state) => (
          <FilterButton key={state} isChosen={filter === state} onPress={() => props.onFilter(state)}>
            {words.state[state]} <b>{queue.counts[state]}</b>
          </FilterButton>
        ))}
      </fieldset>
      {queue.entries.length === 0 ? (
        <div className={styles.empty}>
          <Inbox aria-hidden="true" />
          <p>{words.empty}</p>
        </div>
      ) : (
        <PagedGrid
          items={queue.entries}
          keyOf={({ jobId }) => jobId}
          rowHeight={{ portrait: 8.5, landscape: 6.5 }}
          render={(entry) => <EntryRow entry={entry} onSettle={props.onSettle} />}
        />
      )}
      {queue.total > LIMIT ? (
        <div className={own.more}>
          <BigButton
            tone="quiet"
            isDisabled={offset === 0}
            onPress={() => props.onOffset(Math.max(0, offset - LIMIT))}
          >
            {words.newer}
          </BigButton>
          <p className={styles.small}>{words.more(offset + 1, to, queue.total)}</p>
          <BigButton
            tone="quiet"
            isDisabled={to >= queue.total}
            onPress={() => props.onOffset(offset + LIMIT)}
          >
            {words.older}
          </BigButton>
        </div>
      ) : null}
    </DeskScreen>
  );
}

interface FilterButtonProps {
  isChosen: boolean;
  onPress(): void;
  children: React.ReactNode;
}

function FilterButton({ isChosen, onPress, children }: FilterButtonProps) {
  return (
    <Button
      className={styles.tile ?? ''}
      data-chosen={isChosen || undefined}
      aria-pressed={isChosen}
      onPress={onPress}
    >
      <span>{children}</span>
    </Button>
  );
}

function EntryRow({ entry, onSettle }: { entry: QueueEntry; onSettle(entry: QueueEntry): void }) {
  const { queue: words } = useDeskWords();
  const language = useLanguage();
  const timeOf = useTimes();
  // A ticket number is nothing that others in the lobby should hear.
  const isPrivate = entry.ticketNumber !== null || undefined;
  const face = (
    <>
      <LevelMark mark={MARKS[entry.state]} />
      <span className={styles.words}>
        <span className={styles.name}>
          {entry.ticketNumber ?? words.kind[entry.kind]}
          <span className={styles.word}>{words.state[entry.state]}</span>
        </span>
        {entry.said ? <span className={styles.said}>{entry.said[language]}</span> : null}
        <span className={styles.small}>
          {[
            ...(entry.ticketNumber ? [words.kind[entry.kind]] : []),
            words.since(timeOf(entry.createdAt)),
            words.attempts(entry.attempts),
            ...(entry.nextTryAt === null ? [] : [words.nextTry(timeOf(entry.nextTryAt))]),
          ].join(' · ')}
        </span>
      </span>
    </>
  );
  if (!isSetAside(entry)) {
    return (
      <div className={styles.row} data-private={isPrivate}>
        {face}
      </div>
    );
  }
  return (
    <Button
      className={styles.row ?? ''}
      data-mark={MARKS[entry.state]}
      data-private={isPrivate}
      onPress={() => onSettle(entry)}
    >
      {face}
      <span className={own.settle}>{words.settle}</span>
      <ChevronRight aria-hidden="true" />
    </Button>
  );
}
