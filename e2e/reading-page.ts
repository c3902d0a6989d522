import { audible } from '../renderer/audio/guide.ts';
import { type Passage, readingOf } from '../renderer/audio/reading-order.ts';
import { topmostScreen } from '../renderer/audio/use-guide.ts';
import { audioId } from '../renderer/texts/audio.id.ts';

/** Px that neighbours may reach into each other. */
const TOUCHING = 8;

/**
 * What is wrong with the reading of the screen that stands now. It must follow the page as an eye does: down, and from left
 * to right. Into a loudspeaker it must not say what she typed, nor a number that opens something. Bundled and run in the page.
 */
export function findReadingFaults(hers: readonly string[]): string[] {
  const top = topmostScreen();
  if (!top) return ['there is no screen to read'];
  const passages = readingOf(top, audioId);
  const spoken = audible(passages, 'speaker', audioId);
  if (spoken.length === 0) return ['nothing is read aloud'];
  return [...orderFaults(passages), ...spoken.flatMap(({ text }) => privateFaults(text, hers))];
}

function orderFaults(passages: readonly Passage[]): string[] {
  const faults: string[] = [];
  let last: Passage | null = null;
  for (const passage of passages) {
    const { width, height } = passage.element.getBoundingClientRect();
    // What only ears get has no place.
    if (width <= 1 || height <= 1 || isReadInItsTurn(passage.element)) continue;
    if (last && isBehind(last.element, passage.element))
      faults.push(`"${shorten(passage.text)}" is read after "${shorten(last.text)}" and stands before it`);
    last = passage;
  }
  return faults;
}

/** The question comes before the picture over it, and help in its corner after everything, wherever they stand. */
const isReadInItsTurn = (element: Element) =>
  element.closest('nav') !== null || element.closest('header[data-fades] > div + div') !== null;

function isBehind(first: Element, second: Element): boolean {
  if (first.contains(second) || second.contains(first)) return false;
  if ((first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING) === 0) return true;
  const a = first.getBoundingClientRect();
  const b = second.getBoundingClientRect();
  const isAbove = b.bottom <= a.top + TOUCHING;
  const isLevel = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > Math.min(a.height, b.height) / 2;
  // A column to the right begins at the top again.
  if (isAbove) return b.left < a.right - TOUCHING;
  return isLevel && b.right <= a.left + TOUCHING;
}

const TICKET = /(?:[2-9A-Z] ){3}[2-9A-Z], (?:[2-9A-Z] ){3}[2-9A-Z]|(?:\d ){2}\d, (?:\d ){2}\d/;
/** A shorter word may stand on a screen by itself: then only a passage of nothing else is hers. */
const TELLING = 6;

function privateFaults(text: string, hers: readonly string[]): string[] {
  const plain = plainOf(text);
  const said = hers
    .map(plainOf)
    .some((one) => (one.length >= TELLING ? plain.includes(one) : one !== '' && plain === one));
  return said || TICKET.test(text) ? [`"${shorten(text)}" is said for everybody to hear`] : [];
}

const plainOf = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
const shorten = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
