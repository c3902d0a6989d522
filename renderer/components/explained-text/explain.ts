import type { GlossaryEntry } from '../../../shared/contract/content/services.ts';

/** A piece of a text; with an entry it is a word that can be explained. Joined, the pieces are the text again. */
export interface Piece {
  text: string;
  entry?: GlossaryEntry;
}

/** Entries made ready for searching, once for a whole visit. */
export interface Glossary {
  /** Null: nothing to find. */
  words: RegExp | null;
  entryOf: ReadonlyMap<string, GlossaryEntry>;
}

/** Longer forms first, so that "PMI Purna" is not read as "PMI". */
export function glossaryOf(entries: readonly GlossaryEntry[]): Glossary {
  const entryOf = new Map(entries.flatMap((entry) => entry.forms.map((form) => [form, entry] as const)));
  const forms = [...entryOf.keys()].sort((a, b) => b.length - a.length).map(literally);
  if (forms.length === 0) return { words: null, entryOf };
  // A letter or digit beside it makes it a part of another word: the P2MI in KemenP2MI is none.
  return { words: new RegExp(`(?<![\\p{L}\\p{N}])(?:${forms.join('|')})(?![\\p{L}\\p{N}])`, 'gu'), entryOf };
}

/**
 * The text in pieces. Each word is explained where it first stands, because the same mark again and again makes reading
 * harder. `except`: keys of what the page itself explains.
 */
export function piecesOf(
  text: string,
  { words, entryOf }: Glossary,
  except: readonly string[] = [],
): Piece[] {
  if (!words) return [{ text }];
  const pieces: Piece[] = [];
  const seen = new Set(except);
  let from = 0;
  for (const found of text.matchAll(words)) {
    const entry = entryOf.get(found[0]);
    if (!entry || seen.has(entry.key)) continue;
    seen.add(entry.key);
    if (found.index > from) pieces.push({ text: text.slice(from, found.index) });
    pieces.push({ text: found[0], entry });
    from = found.index + found[0].length;
  }
  if (from < text.length || pieces.length === 0) pieces.push({ text: text.slice(from) });
  return pieces;
}

function literally(form: string): string {
  return form.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
