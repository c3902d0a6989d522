import type { Answer } from './answer-card.tsx';

/** Rem, standing and lying. */
interface Heights {
  portrait: number;
  landscape: number;
}

/** So few that large cards with large words still leave air. */
export const FEW = 4;

/** The least height of a row: hints need a taller card. */
export function rowHeightFor(answers: readonly Answer<string>[]): Heights {
  if (answers.some(({ hint }) => hint !== undefined))
    return { portrait: answers.length <= FEW ? 11 : 9, landscape: 7 };
  return answers.length <= FEW ? { portrait: 11, landscape: 7 } : { portrait: 7, landscape: 5.5 };
}

/** Rows grow into free room up to this, so that few answers are easy to hit and no card looks like a poster. */
export function tallestRowFor(answers: readonly Answer<string>[]): Heights {
  const count = answers.length;
  if (count <= 2) return { portrait: 19, landscape: 13 };
  if (count === 3) return { portrait: 17, landscape: 11 };
  if (count === FEW) return { portrait: 14, landscape: 8.5 };
  const { portrait, landscape } = rowHeightFor(answers);
  return { portrait: portrait + 2.25, landscape: landscape + 1.5 };
}
