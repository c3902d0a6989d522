import type { Answer } from './answer-card.tsx';

/** Rows in rem: few answers are roomy, and hints need a taller card. */
export function rowHeightFor(answers: readonly Answer<string>[]): { portrait: number; landscape: number } {
  if (answers.some(({ hint }) => hint !== undefined))
    return { portrait: answers.length <= 4 ? 10 : 9, landscape: 7 };
  return answers.length <= 4 ? { portrait: 10, landscape: 7 } : { portrait: 7, landscape: 5.5 };
}
