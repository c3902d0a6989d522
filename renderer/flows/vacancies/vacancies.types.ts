import type { CallInput, CallOutput } from '../../../shared/contract/ipc.ts';
import type { SlipState } from '../../../shared/contract/kiosk-state.ts';
import type { Vacancy, VacancyFilter, VacancyPage, WageKind } from '../../../shared/domain/vacancy.ts';
import type { Problem, Result } from '../../../shared/lib/result.ts';
import type { Span, Stock } from './stock.ts';

export type SearchInput = CallInput<'vacancies.search'>;
export type SearchAnswer = Result<VacancyPage>;
export type PrintAnswer = Result<CallOutput<'vacancy.print'>>;
export type FilterName = 'country' | 'sector' | 'education' | 'scheme' | 'wage';
/** Everything that filters but the words. */
export type Chosen = Omit<VacancyFilter, 'text'>;

export interface VacanciesContext {
  /** As typed. */
  text: string;
  chosen: Chosen;
  /** The last answer; its words and filters may be older than `text` and `chosen` while the next one is waited for. */
  answer: VacancyPage | null;
  stock: Stock;
  /** Goes up with every new answer: the list on the screen begins at its first page. */
  round: number;
  /** What stands on the screen. */
  span: Span;
  /** Chosen on the way to a least wage. */
  wageKind: WageKind | null;
  vacancy: Vacancy | null;
  /** Of the print that was asked for; the same one when it is asked again. */
  requestId: string | null;
  slip: SlipState | null;
  slipTaken: boolean | null;
  problem: Problem | null;
}

export type VacanciesEvent =
  | { type: 'text.typed'; text: string }
  | { type: 'rows.shown'; from: number; to: number }
  | { type: 'filter.opened'; filter: FilterName }
  | { type: 'filter.chosen'; change: Chosen }
  | { type: 'wageKind.chosen'; kind: WageKind }
  | { type: 'filters.cleared' }
  | { type: 'vacancy.pressed'; vacancy: Vacancy }
  | { type: 'demands.pressed' }
  | { type: 'takeHome.pressed' }
  | { type: 'print.pressed' }
  | { type: 'check.pressed' }
  | { type: 'complaint.pressed' }
  | { type: 'retry.pressed' }
  | { type: 'back.pressed' }
  | { type: 'finish.pressed' }
  | { type: 'slip.changed'; slip: SlipState }
  | { type: 'slip.taken' }
  | { type: 'slip.missing' }
  | { type: 'slip.retried' };

export interface VacanciesInput {
  /** Makes the id of a print. */
  makeId(): string;
}

/** How the flow ended. */
export interface VacanciesOutput {
  way: 'left' | 'finished' | 'complaint';
}
