import type { Country } from '../../../shared/contract/content.ts';
import type { Language } from '../../../shared/domain/language.ts';

/** The first letters that countries of the list have in this language, A to Z, without accents. */
export function firstLetters(countries: readonly Country[], language: Language): string[] {
  return [...new Set(countries.map((country) => letterOf(country, language)))].sort();
}

/** The countries under one letter, in the order of the alphabet. */
export function countriesUnder(letter: string, countries: readonly Country[], language: Language): Country[] {
  return countries
    .filter((country) => letterOf(country, language) === letter)
    .sort((a, b) => a.name[language].localeCompare(b.name[language], language));
}

export function letterOf({ name }: Country, language: Language): string {
  return name[language]
    .normalize('NFD')
    .replace(/[^\p{L}]/gu, '')
    .slice(0, 1)
    .toUpperCase();
}
