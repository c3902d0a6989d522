/** More than this many words, or longer ones, say nothing that fewer do not. */
const MOST_WORDS = 8;
const LONGEST_WORD = 40;

/**
 * The words of a text as the index knows them: small letters without accents, and digits; everything else parts words.
 * Rows and questions go through this one function, so nothing that a visitor types is ever read as a query language.
 */
export function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return (plain.match(/[a-z0-9]+/g) ?? []).map((word) => word.slice(0, LONGEST_WORD));
}

/** What is looked for: each word once, as many as count. */
export function askedWords(text: string): string[] {
  return [...new Set(wordsOf(text))].slice(0, MOST_WORDS);
}
