import { ChevronDown, X } from 'lucide-react';
import { Button } from 'react-aria-components';
import { amountText } from '../../../shared/domain/wage-text.ts';
import { useLanguage } from '../../texts/texts.tsx';
import { countryName } from './describe.ts';
import styles from './filter-chips.module.css';
import type { FilterName } from './vacancies.types.ts';
import type { VacanciesScreenProps } from './vacancies-flow.tsx';
import { useVacanciesWords } from './words.ts';

/** One chip for each filter; one that narrows says by what, in colour, words and shape. */
export function FilterChips({ snapshot, send, content }: VacanciesScreenProps) {
  const words = useVacanciesWords();
  const language = useLanguage();
  const { country, sector, education, scheme, wage } = snapshot.context.chosen;
  const chips: { filter: FilterName; value: string | undefined }[] = [
    { filter: 'country', value: country && countryName(content.countries, country, language) },
    { filter: 'sector', value: sector },
    { filter: 'education', value: education && words.education[education] },
    { filter: 'wage', value: wage && `${wage.currency} ${amountText(wage.atLeast, language)}+` },
    { filter: 'scheme', value: scheme && words.scheme[scheme].label },
  ];
  return (
    <fieldset className={styles.chips}>
      <legend className={styles.legend}>{words.chips.label}</legend>
      {chips.map(({ filter, value }) => (
        <Button
          key={filter}
          className={styles.chip ?? ''}
          data-chosen={value !== undefined || undefined}
          aria-label={
            value === undefined ? words.chips[filter] : words.chips.chosen(words.chips[filter], value)
          }
          onPress={() => send({ type: 'filter.opened', filter })}
        >
          <span className={styles.name}>{value ?? words.chips[filter]}</span>
          <ChevronDown aria-hidden="true" />
        </Button>
      ))}
      {snapshot.can({ type: 'filters.cleared' }) ? (
        <Button
          className={styles.clear ?? ''}
          aria-label={words.chips.clear}
          onPress={() => send({ type: 'filters.cleared' })}
        >
          <X aria-hidden="true" />
          <span className={styles.clearWords}>{words.chips.clear}</span>
        </Button>
      ) : null}
    </fieldset>
  );
}
