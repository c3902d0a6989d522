import type { AudioTexts } from '../texts/audio.id.ts';
import { audible } from './guide.ts';
import { readingOf } from './reading-order.ts';

const wordsOf = (text: string) => text.toLowerCase().match(/\p{L}+/gu) ?? [];

/** What a person who sees reads on the page: its texts without those that are drawn for the eye only. */
function visibleWords(root: Element): Set<string> {
  const copy = root.cloneNode(true) as Element;
  for (const silent of copy.querySelectorAll(
    '[aria-hidden="true"], script, style, svg, fieldset[data-layout], [hidden], [inert]',
  ))
    silent.remove();
  const words = new Set<string>();
  const texts = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
  while (texts.nextNode() !== null) {
    for (const word of wordsOf(texts.currentNode.textContent ?? '')) words.add(word);
  }
  return words;
}

/** A ticket or a kept draft, as it is dictated or as it is written; and a secret of six digits, dictated. */
const OPENS_SOMETHING =
  /(?:[2-9B-Z] ){3}[2-9B-Z], (?:[2-9B-Z] ){3}[2-9B-Z]|\b(?=\S*\d)[2-9B-Z]{4}-[2-9B-Z]{4}\b|(?:\d ){2}\d, (?:\d ){2}\d/;

/** What is wrong with how a screen is read aloud: every word of it, the question first, and no number of hers out of a loudspeaker. */
export function hearingFaults(root: Element, texts: AudioTexts): string[] {
  const reading = readingOf(root, texts);
  const said = new Set(reading.flatMap(({ text }) => wordsOf(text)));
  const faults = [...visibleWords(root)]
    .filter((word) => !said.has(word))
    .map((word) => `never read aloud: ${word}`);
  const heading = [...root.querySelectorAll('h1')]
    .find((one) => one.closest('[aria-hidden="true"], [inert]') === null)
    ?.textContent?.trim();
  if (heading) {
    const at = reading.findIndex(({ text }) => text.includes(heading.slice(0, 20)));
    const firstControl = reading.findIndex(({ element }) => element.matches('button, label'));
    if (at < 0) faults.push(`the heading is never read: ${heading}`);
    else if (firstControl >= 0 && at > firstControl) faults.push(`read after the first control: ${heading}`);
  }
  const loud = audible(reading, 'speaker', texts).map(({ text }) => text);
  return [
    ...faults,
    ...loud.filter((text) => OPENS_SOMETHING.test(text)).map((text) => `out of the loudspeaker: ${text}`),
  ];
}
