import { VacancyEducation, VacancyScheme } from '../../../../shared/domain/vacancy.ts';
import { amountText } from '../../../../shared/domain/wage-text.ts';
import type { Answer } from '../../../components/answer-card/answer-card.tsx';
import { Notice } from '../../../components/notice/notice.tsx';
import { Screen } from '../../../components/screen/screen.tsx';
import { SingleChoice } from '../../../components/single-choice/single-choice.tsx';
import { useLanguage } from '../../../texts/texts.tsx';
import { countryName, wageKindText } from '../describe.ts';
import type { VacanciesScreenProps } from '../vacancies-flow.tsx';
import { wageSteps } from '../wage-steps.ts';
import { useVacanciesWords } from '../words.ts';

/** Stands for "does not narrow"; no value of a filter looks like it. */
const ALL = '*';

interface FilterQuestionProps extends VacanciesScreenProps {
  name: string;
  title: string;
  why?: string;
  answers: readonly Answer<string>[];
  chosen: string | undefined;
  onChoose(value: string): void;
  isNarrow?: boolean;
}

/** One question for each filter; what there would be stands with every answer. */
export function FilterScreen(props: VacanciesScreenProps) {
  const { snapshot } = props;
  if (snapshot.matches({ choosing: 'country' })) return <CountryFilter {...props} />;
  if (snapshot.matches({ choosing: 'sector' })) return <SectorFilter {...props} />;
  if (snapshot.matches({ choosing: 'education' })) return <EducationFilter {...props} />;
  if (snapshot.matches({ choosing: 'scheme' })) return <SchemeFilter {...props} />;
  if (snapshot.matches({ choosing: 'wage' })) return <WageFilter {...props} />;
  return <AtLeastFilter {...props} />;
}

function CountryFilter(props: VacanciesScreenProps) {
  const words = useVacanciesWords().filters;
  const language = useLanguage();
  const hint = useCountHint();
  const { chosen, answer } = props.snapshot.context;
  return (
    <FilterQuestion
      {...props}
      name="country"
      title={words.country.title}
      chosen={chosen.country ?? ALL}
      answers={[
        { value: ALL, label: words.country.all },
        ...(answer?.facets.countries ?? []).map(({ value, count }) => ({
          value,
          label: countryName(props.content.countries, value, language),
          hint: hint(count),
        })),
      ]}
      onChoose={(value) =>
        props.send({ type: 'filter.chosen', change: { country: value === ALL ? undefined : value } })
      }
    />
  );
}

function SectorFilter(props: VacanciesScreenProps) {
  const words = useVacanciesWords().filters;
  const hint = useCountHint();
  const { chosen, answer } = props.snapshot.context;
  return (
    <FilterQuestion
      {...props}
      name="sector"
      title={words.sector.title}
      chosen={chosen.sector ?? ALL}
      answers={[
        { value: ALL, label: words.sector.all },
        ...(answer?.facets.sectors ?? []).map(({ value, count }) => ({
          value,
          label: value,
          hint: hint(count),
        })),
      ]}
      onChoose={(value) =>
        props.send({ type: 'filter.chosen', change: { sector: value === ALL ? undefined : value } })
      }
    />
  );
}

function EducationFilter(props: VacanciesScreenProps) {
  const words = useVacanciesWords();
  const hint = useCountHint();
  const { chosen, answer } = props.snapshot.context;
  return (
    <FilterQuestion
      {...props}
      name="education"
      title={words.filters.education.title}
      why={words.filters.education.why}
      chosen={chosen.education ?? ALL}
      answers={[
        { value: ALL, label: words.filters.education.all },
        ...(answer?.facets.educations ?? []).map(({ value, count }) => ({
          value,
          label: words.education[value],
          hint: hint(count),
        })),
      ]}
      onChoose={(value) =>
        props.send({
          type: 'filter.chosen',
          change: { education: value === ALL ? undefined : VacancyEducation.parse(value) },
        })
      }
    />
  );
}

function SchemeFilter(props: VacanciesScreenProps) {
  const words = useVacanciesWords();
  const hint = useCountHint();
  const { chosen, answer } = props.snapshot.context;
  return (
    <FilterQuestion
      {...props}
      name="scheme"
      title={words.filters.scheme.title}
      chosen={chosen.scheme ?? ALL}
      isNarrow
      answers={[
        { value: ALL, label: words.filters.scheme.all },
        ...(answer?.facets.schemes ?? []).map(({ value, count }) => ({
          value,
          label: words.scheme[value].label,
          hint: `${words.scheme[value].hint} · ${hint(count)}`,
        })),
      ]}
      onChoose={(value) =>
        props.send({
          type: 'filter.chosen',
          change: { scheme: value === ALL ? undefined : VacancyScheme.parse(value) },
        })
      }
    />
  );
}

function WageFilter(props: VacanciesScreenProps) {
  const words = useVacanciesWords();
  const language = useLanguage();
  const hint = useCountHint();
  const { chosen, answer } = props.snapshot.context;
  const kinds = answer?.facets.wages ?? [];
  const keyOf = ({ currency, per }: { currency: string; per: string }) => `${currency} ${per}`;
  return (
    <FilterQuestion
      {...props}
      name="wage"
      title={words.filters.wage.title}
      why={words.filters.wage.why}
      chosen={chosen.wage ? keyOf(chosen.wage) : ALL}
      answers={[
        { value: ALL, label: words.filters.wage.all },
        ...kinds.map((kind) => ({
          value: keyOf(kind),
          label: wageKindText(kind, words, language),
          hint: hint(kind.count),
        })),
      ]}
      onChoose={(value) => {
        const kind = kinds.find((one) => keyOf(one) === value);
        if (kind) {
          props.send({ type: 'wageKind.chosen', kind: { currency: kind.currency, per: kind.per } });
        } else props.send({ type: 'filter.chosen', change: { wage: undefined } });
      }}
    />
  );
}

function AtLeastFilter(props: VacanciesScreenProps) {
  const words = useVacanciesWords();
  const language = useLanguage();
  const { chosen, answer, wageKind } = props.snapshot.context;
  const span = answer?.facets.wages.find(
    ({ currency, per }) => currency === wageKind?.currency && per === wageKind?.per,
  );
  if (!wageKind || !span) return null;
  const { currency, per } = wageKind;
  const isSame = chosen.wage?.currency === currency && chosen.wage.per === per;
  return (
    <FilterQuestion
      {...props}
      name="at-least"
      title={words.filters.atLeast.title}
      why={wageKindText(wageKind, words, language)}
      chosen={isSame ? String(chosen.wage?.atLeast) : undefined}
      answers={[
        // The least one that occurs: everything in this money.
        { value: String(span.lowest), label: words.filters.atLeast.all },
        ...wageSteps(span.lowest, span.highest).map((amount) => ({
          value: String(amount),
          label: words.wage.from(`${currency} ${amountText(amount, language)}`),
        })),
      ]}
      onChoose={(value) =>
        props.send({
          type: 'filter.chosen',
          change: { wage: { atLeast: Number(value), currency, per } },
        })
      }
    />
  );
}

function useCountHint(): (count: number) => string {
  const words = useVacanciesWords().filters;
  const language = useLanguage();
  return (count) => words.count(amountText(count, language));
}

function FilterQuestion({
  name,
  title,
  why,
  answers,
  chosen,
  onChoose,
  send,
  isNarrow,
}: FilterQuestionProps) {
  const words = useVacanciesWords();
  return (
    <Screen
      name={`vacancies.filter-${name}`}
      question={{ title, ...(why === undefined ? {} : { why }) }}
      back={{ onPress: () => send({ type: 'back.pressed' }) }}
    >
      {answers.length > 1 ? (
        <SingleChoice
          label={title}
          answers={answers}
          chosen={chosen}
          onChoose={onChoose}
          columns={isNarrow ? { portrait: 1, landscape: 1 } : { portrait: 2, landscape: 2 }}
        />
      ) : (
        <Notice tone="info">{words.filters.none}</Notice>
      )}
    </Screen>
  );
}
