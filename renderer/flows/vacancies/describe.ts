import type { Country } from '../../../shared/contract/content.ts';
import type { Language } from '../../../shared/domain/language.ts';
import type { Vacancy, WageKind } from '../../../shared/domain/vacancy.ts';
import { periodText } from '../../../shared/domain/wage-text.ts';
import type { VacanciesTexts } from '../../texts/vacancies.id.ts';

/** The country's name; its code where the pack has no name for it. */
export function countryName(countries: readonly Country[], code: string, language: Language): string {
  return countries.find((country) => country.code === code)?.name[language] ?? code;
}

/** "Mulai SMA/SMK"; null: the source names no education. */
export function educationText(
  { educationFrom, educationTo }: Pick<Vacancy, 'educationFrom' | 'educationTo'>,
  words: VacanciesTexts,
): string | null {
  if (educationFrom === null) return educationTo && words.educationUpTo(words.education[educationTo]);
  const from = words.education[educationFrom];
  if (educationTo === null) return words.educationFrom(from);
  return educationTo === educationFrom ? from : words.educationBetween(from, words.education[educationTo]);
}

/** "TWD per bulan". */
export function wageKindText({ currency, per }: WageKind, words: VacanciesTexts, language: Language): string {
  return words.wage.kind(currency, periodText(per, language));
}
