import { ListChecks, PenLine, Search } from 'lucide-react';
import { useState } from 'react';
import type { Wilayah } from '../../../shared/domain/wilayah.ts';
import { useComfort } from '../../comfort/comfort-context.ts';
import { BigButton } from '../../components/big-button/big-button.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import { SingleChoice } from '../../components/single-choice/single-choice.tsx';
import { TextField } from '../../components/text-field/text-field.tsx';
import { ThreadLoading } from '../../components/thread/thread-loading.tsx';
import type { RegistrationTexts } from '../../texts/registration.id.ts';
import styles from './region-choice.module.css';
import { searchRegions } from './region-search.ts';
import type { RegionList } from './use-regions.ts';

/** So few that they stand beside the keyboard, also where the screen lies; another letter finds the others. */
const FOUND = 4;
/** Large words take a whole row each; with low buttons the upper part of the screen is no room for them. */
const FOUND_LARGE = { whole: 2, low: 1 };

const SEARCH_COLUMNS = { usual: { portrait: 2, landscape: 2 }, large: { portrait: 1, landscape: 1 } };

/** No code of a region, so that it cannot be taken for one. */
const KEPT = 'kept';

type Way = 'list' | 'search' | 'write';

interface RegionChoiceProps {
  title: string;
  /** `id` of the field in which a name is written. */
  fieldId: string;
  list: RegionList;
  /** Nothing lies below what was written by hand, so there is no list to miss. */
  hasList: boolean;
  /** The answer so far; without a code it was written by hand. */
  chosen: { code?: string | undefined; name: string } | undefined;
  /** An answer that stands in another list than this one, or in none: the first card, chosen, and what is written on. */
  kept?: { name: string; onKeep(): void } | undefined;
  /** Most characters of a written name. */
  limit: number;
  words: RegistrationTexts['region'];
  /** How it begins, in examples; otherwise with the list, or with her own words where she wrote some. */
  startWay?: Way;
  onChoose(region: Wilayah): void;
  onWrite(name: string): void;
}

/** A region from the list, found by typing, or written by hand where no list has it. */
export function RegionChoice(props: RegionChoiceProps) {
  const { title, fieldId, list, hasList, chosen, kept, limit, words, onChoose, onWrite } = props;
  const { textSize, isLowReach } = useComfort().comfort;
  const isLarge = textSize !== '100';
  const most = isLarge ? FOUND_LARGE[isLowReach ? 'low' : 'whole'] : FOUND;
  const [way, setWay] = useState<Way>(
    props.startWay ?? (chosen && chosen.code === undefined ? 'write' : 'list'),
  );
  const [typed, setTyped] = useState('');
  const written = chosen ? (chosen.code === undefined ? chosen.name : '') : (kept?.name ?? '');

  if (list.state === 'loading') {
    return (
      <div className={styles.waiting}>
        <ThreadLoading label={words.loading} />
      </div>
    );
  }
  if (list.state === 'unreadable' || way === 'write') {
    return (
      <div className={styles.beside}>
        <TextField
          id={fieldId}
          label={words.written}
          value={written}
          onChange={onWrite}
          limit={limit}
          {...(list.state === 'unreadable' && hasList ? { hint: words.unreadable } : {})}
          capitals="words"
          autoFocus
        />
        {list.state === 'ready' ? (
          <div>
            <BigButton tone="quiet" icon={ListChecks} onPress={() => setWay('list')}>
              {words.toList}
            </BigButton>
          </div>
        ) : null}
      </div>
    );
  }

  const found = way === 'search' ? searchRegions(list.regions, typed).slice(0, most) : list.regions;
  const choice =
    found.length === 0 ? (
      <Notice tone="light">{words.nothingFound}</Notice>
    ) : (
      <SingleChoice
        key={`${way} ${typed}`}
        label={title}
        answers={[
          ...(kept && way === 'list' ? [{ value: KEPT, label: kept.name }] : []),
          ...found.map(({ code, name }) => ({ value: code, label: name })),
        ]}
        chosen={kept ? KEPT : chosen?.code}
        onChoose={(code) => {
          if (code === KEPT) kept?.onKeep();
          const region = list.regions.find((one) => one.code === code);
          if (region) onChoose(region);
        }}
        columns={
          way === 'search' ? SEARCH_COLUMNS[isLarge ? 'large' : 'usual'] : { portrait: 2, landscape: 3 }
        }
        rowHeight={{ portrait: 6.5, landscape: way === 'search' ? 5 : 5.5 }}
      />
    );
  return (
    <>
      {way === 'search' ? (
        <div className={styles.search}>
          <TextField
            id={`${fieldId}-search`}
            label={words.search}
            value={typed}
            onChange={setTyped}
            limit={limit}
            hint={isLarge && isLowReach ? undefined : words.searchHint}
            capitals="words"
            autoFocus
          />
          <div className={styles.found}>{choice}</div>
        </div>
      ) : (
        choice
      )}
      <div className={styles.row}>
        <BigButton
          tone="quiet"
          icon={way === 'search' ? ListChecks : Search}
          onPress={() => setWay(way === 'search' ? 'list' : 'search')}
        >
          {way === 'search' ? words.toList : words.toSearch}
        </BigButton>
        <BigButton tone="quiet" icon={PenLine} onPress={() => setWay('write')}>
          {words.notListed}
        </BigButton>
      </div>
    </>
  );
}
