import { ListChecks, PenLine, Search } from 'lucide-react';
import { useState } from 'react';
import { REGISTRATION_LIMITS } from '../../../../shared/domain/registration.ts';
import { BigButton } from '../../../components/big-button/big-button.tsx';
import { Notice } from '../../../components/notice/notice.tsx';
import { SingleChoice } from '../../../components/single-choice/single-choice.tsx';
import { TextField } from '../../../components/text-field/text-field.tsx';
import { ThreadLoading } from '../../../components/thread/thread-loading.tsx';
import { fieldId } from '../notices.ts';
import { searchRegions } from '../region-search.ts';
import { type Level, listedBelow, regionAt, regionDraft } from '../regions.ts';
import type { RegistrationScreenProps } from '../registration-flow.tsx';
import { useRegions } from '../use-regions.ts';
import { useRegistrationWords } from '../words.ts';
import styles from './registration.module.css';

/** So few that they stand beside the keyboard, also where the screen lies; another letter finds the others. */
const FOUND = 4;

type Way = 'list' | 'search' | 'write';

interface RegionQuestionProps extends RegistrationScreenProps {
  title: string;
  level: Level;
}

/** A region from the list, found by typing, or written by hand where no list has it. */
export function RegionQuestion({ title, level, snapshot, send, bridge }: RegionQuestionProps) {
  const words = useRegistrationWords().region;
  const { draft } = snapshot.context;
  const chosen = regionAt(level, draft);
  const list = useRegions(bridge, listedBelow(level, draft));
  const [way, setWay] = useState<Way>(chosen && chosen.code === undefined ? 'write' : 'list');
  const [typed, setTyped] = useState('');

  const write = (text: string) =>
    send({
      type: 'answer.edited',
      answer: { [level]: text === '' ? undefined : regionDraft(level, draft, { name: text }) },
    });

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
          id={fieldId(level)}
          label={words.written}
          value={chosen && chosen.code === undefined ? chosen.name : ''}
          onChange={write}
          limit={REGISTRATION_LIMITS.place}
          {...(list.state === 'unreadable' && listedBelow(level, draft) !== undefined
            ? { hint: words.unreadable }
            : {})}
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

  const found = way === 'search' ? searchRegions(list.regions, typed).slice(0, FOUND) : list.regions;
  const choice =
    found.length === 0 ? (
      <Notice tone="light">{words.nothingFound}</Notice>
    ) : (
      <SingleChoice
        key={`${way} ${typed}`}
        label={title}
        answers={found.map(({ code, name }) => ({ value: code, label: name }))}
        chosen={chosen?.code}
        onChoose={(code) => {
          const region = list.regions.find((one) => one.code === code);
          if (region) send({ type: 'answer.given', answer: { [level]: regionDraft(level, draft, region) } });
        }}
        columns={{ portrait: 2, landscape: way === 'search' ? 2 : 3 }}
        rowHeight={{ portrait: 6.5, landscape: way === 'search' ? 5 : 5.5 }}
      />
    );
  return (
    <>
      {way === 'search' ? (
        <div className={styles.search}>
          <TextField
            id={fieldId(`${level}-search`)}
            label={words.search}
            value={typed}
            onChange={setTyped}
            limit={REGISTRATION_LIMITS.place}
            hint={words.searchHint}
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
