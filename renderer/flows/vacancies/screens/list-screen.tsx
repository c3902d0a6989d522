import { ChevronRight, MapPin, Search, X } from 'lucide-react';
import { use, useCallback, useMemo } from 'react';
import { Button } from 'react-aria-components';
import type { Vacancy } from '../../../../shared/domain/vacancy.ts';
import { amountText, wageText } from '../../../../shared/domain/wage-text.ts';
import { BigButton } from '../../../components/big-button/big-button.tsx';
import { Notice } from '../../../components/notice/notice.tsx';
import { PagedGrid } from '../../../components/paged-grid/paged-grid.tsx';
import { Screen } from '../../../components/screen/screen.tsx';
import { TextField } from '../../../components/text-field/text-field.tsx';
import { TypingContext } from '../../../components/text-field/typing-context.ts';
import { formatIsoDate } from '../../../texts/format.ts';
import { useLanguage } from '../../../texts/texts.tsx';
import { Bands } from '../bands.tsx';
import { countryName, educationText } from '../describe.ts';
import { FilterChips } from '../filter-chips.tsx';
import { vacancyAt } from '../stock.ts';
import type { VacanciesScreenProps } from '../vacancies-flow.tsx';
import { useVacanciesWords } from '../words.ts';
import styles from './list-screen.module.css';

/** As much as the call takes. */
const TEXT_LIMIT = 80;

/** Search, filters and results on one screen: what she types or chooses changes what stands below at once. */
export function ListScreen(props: VacanciesScreenProps) {
  const { snapshot, send } = props;
  const words = useVacanciesWords();
  const language = useLanguage();
  const { answer, text } = snapshot.context;
  if (!answer?.snapshot) return null;
  const { source, takenOn } = answer.snapshot;
  return (
    <Screen
      name="vacancies.list"
      isWide
      question={{
        title: words.list.title,
        tools: (
          <div className={styles.panel}>
            <div className={styles.field}>
              <TextField
                id="vacancy-words"
                label={words.list.search}
                value={text}
                onChange={(typed) => send({ type: 'text.typed', text: typed })}
                limit={TEXT_LIMIT}
                capitals="none"
              />
              {text === '' ? (
                <Search className={styles.glass} aria-hidden="true" />
              ) : (
                <Button
                  className={styles.clear ?? ''}
                  aria-label={words.list.clear}
                  onPress={() => send({ type: 'text.typed', text: '' })}
                >
                  <X aria-hidden="true" />
                </Button>
              )}
            </div>
            <p className={styles.count} role="status">
              {snapshot.hasTag('busy')
                ? words.list.waiting
                : words.list.count(amountText(answer.total, language))}
            </p>
            <p className={styles.source}>{words.list.source(source, formatIsoDate(takenOn, language))}</p>
            {answer.insteadWords.length > 0 && answer.total > 0 ? (
              <p className={styles.instead}>{words.list.instead(answer.insteadWords.join(', '))}</p>
            ) : null}
          </div>
        ),
      }}
      back={{ onPress: () => send({ type: 'back.pressed' }) }}
      secondary={{ label: words.list.check, onPress: () => send({ type: 'check.pressed' }) }}
    >
      <Bands snapshot={answer.snapshot} hasExamples={answer.vacancies.some(({ isExample }) => isExample)} />
      <div className={styles.chips}>
        <FilterChips {...props} />
      </div>
      <div className={styles.results} data-busy={snapshot.hasTag('busy') || undefined}>
        {answer.total > 0 ? <Results {...props} /> : <NothingFound {...props} takenOn={takenOn} />}
      </div>
    </Screen>
  );
}

/** So many stand above the keyboard, without page buttons. */
const WHILE_TYPING = 2;

function Results({ snapshot, send, content }: VacanciesScreenProps) {
  const isTyping = use(TypingContext)?.target != null;
  const { answer, stock, span, round } = snapshot.context;
  const total = answer?.total ?? 0;
  const places = useMemo(() => Array.from({ length: total }, (_, place) => place), [total]);
  const tellShown = useCallback((from: number, to: number) => send({ type: 'rows.shown', from, to }), [send]);
  const render = (place: number) => {
    const vacancy = vacancyAt(stock, place);
    if (!vacancy) return <div className={styles.coming} />;
    return (
      <ResultCard
        vacancy={vacancy}
        countries={content.countries}
        onPress={() => send({ type: 'vacancy.pressed', vacancy })}
      />
    );
  };
  if (isTyping) {
    return (
      <ul className={styles.preview}>
        {places.slice(0, WHILE_TYPING).map((place) => (
          <li key={place}>{render(place)}</li>
        ))}
      </ul>
    );
  }
  return (
    <PagedGrid
      // A new answer begins at its first page; coming back from a vacancy begins where she left.
      key={round}
      items={places}
      keyOf={String}
      startAt={span.from}
      onShown={tellShown}
      rowHeight={{ portrait: 11.5, landscape: 7.25 }}
      render={render}
    />
  );
}

interface ResultCardProps {
  vacancy: Vacancy;
  countries: VacanciesScreenProps['content']['countries'];
  onPress(): void;
}

function ResultCard({ vacancy, countries, onPress }: ResultCardProps) {
  const words = useVacanciesWords();
  const language = useLanguage();
  const education = educationText(vacancy, words);
  return (
    <Button className={styles.card ?? ''} onPress={onPress}>
      <span className={styles.words}>
        <span className={styles.main}>
          <span className={styles.position}>{vacancy.position}</span>
          <span className={styles.place}>
            <MapPin aria-hidden="true" />
            <span>
              {countryName(countries, vacancy.country, language)} · {vacancy.sector}
            </span>
          </span>
          <span className={styles.wage} data-missing={vacancy.wage === null || undefined}>
            {vacancy.wage ? wageText(vacancy.wage, language) : words.card.noWage}
          </span>
        </span>
        <span className={styles.more}>
          <span>{words.card.validUntil(formatIsoDate(vacancy.validUntil, language))}</span>
          <span>
            {words.scheme[vacancy.scheme].label}
            {education === null ? '' : ` · ${education}`}
          </span>
          <span>{vacancy.placementCompany ?? words.card.noCompany}</span>
        </span>
      </span>
      <ChevronRight className={styles.arrow} aria-hidden="true" />
    </Button>
  );
}

/** Nothing found proves nothing: neither that an offer is fake nor that it is true. */
function NothingFound({ snapshot, send, takenOn }: VacanciesScreenProps & { takenOn: string }) {
  const words = useVacanciesWords();
  const language = useLanguage();
  return (
    <div className={styles.nothing}>
      <h2 className={styles.nothingTitle}>{words.nothing.title}</h2>
      <p className={styles.nothingText}>{words.nothing.widen}</p>
      {snapshot.can({ type: 'filters.cleared' }) ? (
        <BigButton tone="quiet" onPress={() => send({ type: 'filters.cleared' })}>
          {words.chips.clear}
        </BigButton>
      ) : null}
      <Notice tone="info" title={words.nothing.notFake(formatIsoDate(takenOn, language))}>
        {words.nothing.meaning}
      </Notice>
    </div>
  );
}
