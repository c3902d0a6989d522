import type { CDPSession, Locator, Page } from 'playwright-core';

/** A finger. Chromium gets touch events, as from a touch panel; nothing is clicked with a mouse. */
export interface Finger {
  tap(target: Locator): Promise<void>;
  tapAt(x: number, y: number): Promise<void>;
}

/** How long a finger rests on the glass. */
const REST_MS = 40;

export async function raiseFinger(page: Page): Promise<Finger> {
  const session: CDPSession = await page.context().newCDPSession(page);

  async function tapAt(x: number, y: number): Promise<void> {
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
    await new Promise((resolve) => setTimeout(resolve, REST_MS));
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  }

  return {
    tapAt,
    async tap(target) {
      await target.waitFor({ state: 'visible' });
      const box = await target.boundingBox();
      if (!box) throw new Error(`nothing to tap: ${target}`);
      await tapAt(box.x + box.width / 2, box.y + box.height / 2);
    },
  };
}
