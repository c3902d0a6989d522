import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { audioId } from '../../renderer/texts/audio.id.ts';
import { openSpeechPack, SpeechIndex } from '../../shared/speech/pack.ts';
import type { Kiosk } from '../kiosk.ts';
import { untilReady } from '../kiosk-state.ts';
import { type Lobby, openLobby } from '../lobby.ts';
import { Visitor } from '../visitor.ts';

const pack = openSpeechPack(
  SpeechIndex.parse(
    JSON.parse(readFileSync(join(import.meta.dirname, '../../out/speech/id/index.json'), 'utf8')),
  ),
);

let lobby: Lobby;
let kiosk: Kiosk;
beforeAll(async () => {
  lobby = await openLobby();
});
afterEach(() => kiosk.close());
afterAll(() => lobby.close());

interface Ear {
  /** Names of the clips that began to sound. */
  heard: string[];
  /** Whether each passage stood behind the one before it on the page. */
  isInOrder: boolean;
}

/** Notes what sounds and what is marked meanwhile. Clips sound at four times their pace, so that a test need not wait. */
async function listen(page: Page): Promise<void> {
  await page.evaluate(() => {
    const ear: Ear = { heard: [], isInOrder: true };
    Object.assign(window, { ear });
    const play = HTMLMediaElement.prototype.play;
    HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
      ear.heard.push(/([0-9a-f]{16})\.opus$/.exec(this.src)?.[1] ?? this.src);
      this.playbackRate = 4;
      return play.call(this);
    };
    let last: Element | null = null;
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        if (!(target instanceof Element) || !target.hasAttribute('data-spoken')) continue;
        const isBehind =
          last === null ||
          !last.isConnected ||
          (last.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_PRECEDING) === 0;
        ear.isInOrder &&= isBehind;
        last = target;
      }
    }).observe(document.body, { subtree: true, attributeFilter: ['data-spoken'] });
  });
}
const ear = (page: Page) => page.evaluate(() => (window as unknown as { ear: Ear }).ear);

test('a visitor who presses Listen hears each screen in its order, until she presses again', async () => {
  kiosk = await lobby.startKiosk({ config: { ...lobby.config, audio: 'speaker' } });
  await untilReady(kiosk.page);
  const visitor = await Visitor.at(kiosk.page);
  await visitor.begin();
  await listen(kiosk.page);
  await visitor.press(audioId.listen);
  const [button] = pack.say(audioId.button).clips;
  expect(button).toBeDefined();
  await vi.waitFor(
    async () =>
      expect((await ear(kiosk.page)).heard.filter((clip) => clip === button).length).toBeGreaterThan(3),
    {
      timeout: 30_000,
    },
  );
  expect((await ear(kiosk.page)).isInOrder).toBe(true);

  await visitor.press(audioId.stop);
  await kiosk.page.waitForTimeout(500);
  const { heard } = await ear(kiosk.page);
  await kiosk.page.waitForTimeout(1_500);
  expect((await ear(kiosk.page)).heard).toEqual(heard);
});

test('what a visitor has typed does not come out of the loudspeaker, and her silence ends with her visit', async () => {
  kiosk = await lobby.startKiosk({ config: { ...lobby.config, audio: 'speaker' } });
  await untilReady(kiosk.page);
  const visitor = await Visitor.at(kiosk.page);
  await visitor.begin();
  await visitor.press(visitor.words.home.tiles.lookUp.name);
  await visitor.sees('look-up.number');
  await visitor.type('2345');
  await listen(kiosk.page);
  await visitor.press(audioId.listen);
  const [field] = pack.say(audioId.field).clips;
  await vi.waitFor(async () => expect((await ear(kiosk.page)).heard).toContain(field), { timeout: 30_000 });
  await vi.waitFor(async () => expect(await kiosk.page.locator('[data-spoken]').count()).toBe(0), {
    timeout: 60_000,
  });
  const { heard } = await ear(kiosk.page);
  const digits = ['2', '3', '4', '5'].flatMap((digit) => pack.say(digit).clips);
  expect(digits).toHaveLength(4);
  expect(heard.join(' ')).not.toContain(digits.join(' '));

  await visitor.press(visitor.words.corner.leave);
  await visitor.begin();
  expect(await kiosk.page.getByRole('button', { name: audioId.listen }).getAttribute('aria-pressed')).toBe(
    'false',
  );
});

test('a kiosk without loudspeaker and earphones offers no voice', async () => {
  kiosk = await lobby.startKiosk();
  await untilReady(kiosk.page);
  const visitor = await Visitor.at(kiosk.page);
  await visitor.begin();
  expect(await kiosk.page.getByRole('button', { name: audioId.listen }).count()).toBe(0);
});
