// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { exhibits } from '../gallery/collect.ts';
import { show } from '../testing.tsx';
import { audioId } from '../texts/audio.id.ts';
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

test.each(exhibits.filter(({ isScreen }) => isScreen))(
  'every word of $path is read aloud, question first, and no number of hers out of a loudspeaker',
  ({ render }) => {
    const { baseElement } = show(render());
    const reading = readingOf(baseElement, audioId);
    const said = new Set(reading.flatMap(({ text }) => wordsOf(text)));
    expect([...visibleWords(baseElement)].filter((word) => !said.has(word))).toEqual([]);
    const heading = [...baseElement.querySelectorAll('h1')]
      .find((one) => one.closest('[aria-hidden="true"], [inert]') === null)
      ?.textContent?.trim();
    if (heading) {
      const at = reading.findIndex(({ text }) => text.includes(heading.slice(0, 20)));
      const firstControl = reading.findIndex(({ element }) => element.matches('button, label'));
      expect(at).toBeGreaterThanOrEqual(0);
      if (firstControl >= 0) expect(at).toBeLessThan(firstControl);
    }
    const loud = audible(reading, 'speaker', audioId).map(({ text }) => text);
    expect(loud.filter((text) => OPENS_SOMETHING.test(text))).toEqual([]);
  },
);
