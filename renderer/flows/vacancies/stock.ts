import { VACANCIES_PER_PAGE, type Vacancy } from '../../../shared/domain/vacancy.ts';

/** What has come from the engine so far for one question, in pieces of 50 by number. */
export type Stock = Readonly<Record<number, readonly Vacancy[]>>;

/** What stands on the screen: from one place up to but not including another. */
export interface Span {
  from: number;
  to: number;
}

/** The vacancy at a place of the list; undefined: it has not come yet. */
export function vacancyAt(stock: Stock, place: number): Vacancy | undefined {
  return stock[Math.floor(place / VACANCIES_PER_PAGE)]?.[place % VACANCIES_PER_PAGE];
}

/**
 * The next piece to ask for: one that is on the screen, or else one of the page behind it, so that the next page is there
 * before anybody presses. Null: all is there.
 */
export function missingPiece(stock: Stock, { from, to }: Span, total: number): number | null {
  const end = Math.min(total, to + (to - from));
  for (let piece = Math.floor(from / VACANCIES_PER_PAGE); piece * VACANCIES_PER_PAGE < end; piece++) {
    if (!stock[piece]) return piece;
  }
  return null;
}
