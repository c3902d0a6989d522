// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { audioId } from '../texts/audio.id.ts';
import { hearingFaults } from './testing.ts';

function page(html: string): Element {
  const root = document.createElement('div');
  root.innerHTML = html;
  document.body.replaceChildren(root);
  return root;
}

test.each([
  ['<h1>Apa yang terjadi?</h1><button>Lanjut</button>', []],
  ['<button>Lanjut</button><h1>Apa yang terjadi?</h1>', ['read after the first control: Apa yang terjadi?']],
  ['<label style="display: none">Lanjut</label>', ['never read aloud: lanjut']],
  ['<p>B4K3-BDBQ</p>', ['out of the loudspeaker: B4K3-BDBQ']],
  ['<p data-private>B4K3-BDBQ</p>', []],
])('of %s it is said what is wrong', (html, faults) => {
  expect(hearingFaults(page(html), audioId)).toEqual(faults);
});
