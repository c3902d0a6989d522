/** A text with its selection, in UTF-16 offsets as an input element counts them. `start` equals `end` for a caret. */
export interface Typed {
  text: string;
  start: number;
  end: number;
}

/** What a key does. */
export type KeyAction =
  | { kind: 'text'; text: string }
  | { kind: 'delete' }
  | { kind: 'move'; by: -1 | 1 }
  | { kind: 'enter' }
  | { kind: 'done' };

const segmenter = new Intl.Segmenter('id', { granularity: 'grapheme' });

/** Puts `piece` in place of the selection. What would pass `limit` (UTF-16 units) is not typed: nothing is cut silently. */
export function insertText(typed: Typed, piece: string, limit = Number.POSITIVE_INFINITY): Typed {
  const text = typed.text.slice(0, typed.start) + piece + typed.text.slice(typed.end);
  // A text that is already too long may still be shortened, never lengthened.
  if (text.length > limit && text.length > typed.text.length) return typed;
  const caret = typed.start + piece.length;
  return { text, start: caret, end: caret };
}

/** Deletes the selection, or the whole character a person sees before the caret (an emoji with its parts is one). */
export function deleteBack(typed: Typed): Typed {
  if (typed.start !== typed.end) return insertText(typed, '');
  const from = boundaryBefore(typed.text, typed.start);
  return { text: typed.text.slice(0, from) + typed.text.slice(typed.end), start: from, end: from };
}

/** Moves the caret by one visible character; a selection collapses to its side first. */
export function moveCaret(typed: Typed, by: -1 | 1): Typed {
  if (typed.start !== typed.end) {
    const side = by < 0 ? typed.start : typed.end;
    return { ...typed, start: side, end: side };
  }
  const caret = by < 0 ? boundaryBefore(typed.text, typed.start) : boundaryAfter(typed.text, typed.start);
  return { ...typed, start: caret, end: caret };
}

/**
 * Where a caret that stood behind `before` belongs in a text that a field shows in its own way: it took letters out, or put
 * hyphens and dots in between. Counted by what was typed, because such signs come and go on either side of the caret.
 */
export function caretIn(shown: string, before: string): number {
  let caret = 0;
  for (const typed of before) {
    let at = caret;
    while (/^[^\p{L}\p{N}]/u.test(shown.slice(at)) && !shown.startsWith(typed, at)) at += 1;
    if (isAlike(shown.slice(at, at + typed.length), typed)) caret = at + typed.length;
  }
  return caret;
}

const isAlike = (one: string, other: string) => one !== '' && one.toLowerCase() === other.toLowerCase();

export type Capitals = 'sentences' | 'words' | 'all' | 'none';

/** Whether the next letter is a capital, by what stands before the caret. */
export function wantsCapital(textBefore: string, capitals: Capitals): boolean {
  if (capitals === 'all') return true;
  if (capitals === 'none') return false;
  if (textBefore.trim() === '') return true;
  return capitals === 'words' ? /[\s\-'(]$/.test(textBefore) : /[.?!\n]\s*$/.test(textBefore);
}

function boundaryBefore(text: string, at: number): number {
  let boundary = 0;
  for (const { index } of segmenter.segment(text)) {
    if (index >= at) break;
    boundary = index;
  }
  return boundary;
}

function boundaryAfter(text: string, at: number): number {
  for (const { index } of segmenter.segment(text)) if (index > at) return index;
  return text.length;
}
