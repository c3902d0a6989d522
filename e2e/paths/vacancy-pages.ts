import type { Page } from 'playwright-core';
import { firstPiece } from '../../renderer/flows/vacancies/vacancies.changes.ts';
import type { Chosen } from '../../renderer/flows/vacancies/vacancies.types.ts';
import { vacanciesId as words } from '../../renderer/texts/vacancies.id.ts';
import type { KioskContent } from '../../shared/contract/content.ts';
import type { VacancyPage } from '../../shared/domain/vacancy.ts';
import { ask } from './content.ts';

/** One search that a path may make, and what this kiosk answers to it. */
export interface VacancySearch {
  text: string;
  chosen: Chosen;
  /** The card that chooses it; empty where nothing is chosen. */
  label: string;
  answer: VacancyPage;
}

/** Letters that begin a word of the example vacancies, and letters that no word has. */
export const SEARCHED = { found: 'pera', nothing: 'zzz' } as const;

/** The searches that the paths make: all, two words, and one choice of each filter. */
export async function readVacancyPages(page: Page, { countries }: KioskContent): Promise<VacancySearch[]> {
  const search = async (text: string, chosen: Chosen, label: string): Promise<VacancySearch> => ({
    text,
    chosen,
    label,
    answer: await ask(page, 'vacancies.search', firstPiece({ text, chosen })),
  });
  const all = await search('', {}, '');
  const { facets } = all.answer;
  const searches = [all];
  for (const text of Object.values(SEARCHED)) searches.push(await search(text, {}, ''));
  for (const { value } of facets.countries.slice(0, 1))
    searches.push(
      await search('', { country: value }, countries.find(({ code }) => code === value)?.name.id ?? value),
    );
  for (const { value } of facets.sectors.slice(0, 1))
    searches.push(await search('', { sector: value }, value));
  for (const { value } of facets.educations.slice(0, 1))
    searches.push(await search('', { education: value }, words.education[value]));
  for (const { value } of facets.schemes.slice(0, 1))
    searches.push(await search('', { scheme: value }, words.scheme[value].label));
  for (const { currency, per, lowest } of facets.wages.slice(0, 1))
    searches.push(await search('', { wage: { atLeast: lowest, currency, per } }, currency));
  return searches;
}
