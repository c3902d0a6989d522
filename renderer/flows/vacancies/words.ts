import type { Language } from '../../../shared/domain/language.ts';
import { useLanguage } from '../../texts/texts.tsx';
import { vacanciesEn } from '../../texts/vacancies.en.ts';
import { type VacanciesTexts, vacanciesId } from '../../texts/vacancies.id.ts';

export const vacanciesWords: Record<Language, VacanciesTexts> = { id: vacanciesId, en: vacanciesEn };

export function useVacanciesWords(): VacanciesTexts {
  return vacanciesWords[useLanguage()];
}
