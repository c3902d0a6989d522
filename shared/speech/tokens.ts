/**
 * How a text is cut into what can be said: words, single digits, single letters of a code. Both the maker of the clips and the
 * screen cut texts with this, so that they find each other.
 */

/** A ticket number or a passport: capitals and digits mixed. Said letter by letter. */
const CODE = /^(?=.*\d)(?=.*\p{Lu})[\p{Lu}\d]+$/u;

/** Lower-case words, one digit each, in the order of the text. Punctuation is silent. */
export function tokensOf(text: string): string[] {
  const runs =
    text
      .normalize('NFC')
      .replaceAll('’', "'")
      .match(/\p{L}[\p{L}\p{M}\d']*|\d[\p{L}\p{M}\d]*/gu) ?? [];
  return runs.flatMap((run) => {
    if (CODE.test(run)) return [...run.toLowerCase()];
    // "Rp332" is a word and a number.
    return run.toLowerCase().match(/[\p{L}\p{M}']+|\d/gu) ?? [];
  });
}

/** What two texts share when they sound the same. */
export function keyOf(text: string): string {
  return tokensOf(text).join(' ');
}
