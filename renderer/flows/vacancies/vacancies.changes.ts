import type { SlipState } from '../../../shared/contract/kiosk-state.ts';
import { VACANCIES_PER_PAGE, type VacancyPage } from '../../../shared/domain/vacancy.ts';
import type { Chosen, SearchInput, VacanciesContext } from './vacancies.types.ts';

/** What is asked at first, and again after every change. */
export function firstPiece({ text, chosen }: Pick<VacanciesContext, 'text' | 'chosen'>): SearchInput {
  return { filter: { ...chosen, text }, offset: 0, limit: VACANCIES_PER_PAGE };
}

export function pieceNumber(context: VacanciesContext, piece: number): SearchInput {
  return { ...firstPiece(context), offset: piece * VACANCIES_PER_PAGE };
}

/** A new answer puts the list back to its begin. */
export function withAnswer({ round }: VacanciesContext, answer: VacancyPage): Partial<VacanciesContext> {
  return { answer, stock: { 0: answer.vacancies }, round: round + 1, problem: null };
}

export function withPiece(
  { stock }: VacanciesContext,
  piece: number,
  { vacancies }: VacancyPage,
): Partial<VacanciesContext> {
  return { stock: { ...stock, [piece]: vacancies } };
}

/** A choice that was taken back is left out; another country has other money, so a least wage goes with it. */
export function withChoice(before: Chosen, change: Chosen): Chosen {
  const changesCountry = 'country' in change && change.country !== before.country;
  const after = { ...before, ...(changesCountry ? { wage: undefined } : {}), ...change };
  return Object.fromEntries(Object.entries(after).filter(([, value]) => value !== undefined));
}

export const queuedSlip = (slipId: string): SlipState => ({ slipId, state: 'queued', trouble: null });
