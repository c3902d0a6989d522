/** From so many letters on, a word may stand inside another one: "rawat" in "perawat". */
const LEAST_INSIDE = 3;
/** From so many letters on, one wrong letter is forgiven. */
const LEAST_FORGIVEN = 4;
const MOST_INSTEAD = 6;

/** Every word that occurs in the index, sorted. */
export class Vocabulary {
  private readonly words: readonly string[];

  constructor(words: Iterable<string>) {
    this.words = [...new Set(words)].sort();
  }

  /** Whether any word begins like this. */
  hasBeginning(beginning: string): boolean {
    let low = 0;
    let high = this.words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.words[middle] ?? '') < beginning) low = middle + 1;
      else high = middle;
    }
    return this.words[low]?.startsWith(beginning) ?? false;
  }

  /**
   * Words to look for instead of one that no word begins like: those that hold it, or else those that begin like it but
   * for one letter too many, too few, wrong, or two changed over.
   */
  insteadOf(typed: string): string[] {
    if (typed.length < LEAST_INSIDE) return [];
    const holding = this.words.filter((word) => word.includes(typed));
    if (holding.length > 0) return holding.slice(0, MOST_INSTEAD);
    if (typed.length < LEAST_FORGIVEN) return [];
    return this.words.filter((word) => beginsNearly(word, typed)).slice(0, MOST_INSTEAD);
  }
}

/** Whether some beginning of `word` becomes `typed` by one change at most. */
export function beginsNearly(word: string, typed: string): boolean {
  let same = 0;
  while (same < typed.length && word[same] === typed[same]) same++;
  if (same === typed.length) return true;
  const rest = typed.slice(same);
  const after = word.slice(same);
  return (
    after.slice(1).startsWith(rest.slice(1)) ||
    after.startsWith(rest.slice(1)) ||
    after.slice(1).startsWith(rest) ||
    (after[0] === rest[1] && after[1] === rest[0] && after.slice(2).startsWith(rest.slice(2)))
  );
}
