/** A name may be one word, have titles, apostrophes or any script. Only what is surely a slip of the finger is doubted. */
export type NameDoubt = 'name.digits' | 'name.symbols' | 'name.short' | 'name.repeated';

export function doubtsOfName(typed: string): NameDoubt[] {
  const name = typed.trim();
  const doubts: NameDoubt[] = [];
  if (/\p{Nd}/u.test(name)) doubts.push('name.digits');
  if (/[^\p{L}\p{M}\p{Nd}\s.,'’ʼ`/()-]/u.test(name)) doubts.push('name.symbols');
  if ((name.match(/\p{L}/gu) ?? []).length < 2) doubts.push('name.short');
  if (/(\p{L})\1{3}/iu.test(name)) doubts.push('name.repeated');
  return doubts;
}

/**
 * As much of a name as may lie on a counter: `Siti R***`. Of a single word only its first letter is left, because it would be
 * the whole name; a word with a digit in it is no name and may be a number of a card, so nothing of it is left.
 */
export function maskName(typed: string): string {
  const words = typed
    .trim()
    .split(/\s+/u)
    .filter((word) => /\p{L}/u.test(word) && !/\p{Nd}/u.test(word));
  const [first, second] = words;
  if (first === undefined) return '***';
  if (second === undefined || first.length > 24) return `${firstLetterOf(first)}***`;
  return `${first} ${firstLetterOf(second)}***`;
}

/** With the marks that belong to it; capital, as names are written. */
function firstLetterOf(word: string): string {
  // One sign may have a capital of two letters: `ß` begins with `S`.
  return (/\p{L}\p{M}*/u.exec(word.toUpperCase())?.[0] ?? '').slice(0, 4);
}
