import type { CDPSession, Page } from 'playwright-core';
import type { Finger } from '../touch.ts';

/** Which control to touch: by how its name begins, or by all of it. */
export interface Wanted {
  /** Null: whichever screen shows. */
  screen: string | null;
  /** Null: the first control of the screen. */
  name: string | null;
  /** The name is no more than this, capitals or not. */
  isWhole?: boolean;
}

/** How a touch and a number came, measured in the page on its own clock, milliseconds. */
export interface Times {
  /** From the finger leaving the glass to the frame that shows what it did, one for each touch. */
  touchToPaint: number[];
  /** From the touch of "send" to the ticket's number on the screen. */
  submitToNumber: number[];
}

/**
 * A finger as quick as the kiosk lets it be: it waits for the screen, past the moment in which a new screen takes no touch, and for
 * nothing else.
 */
export interface Hand extends Finger {
  touch(wanted: Wanted): Promise<void>;
  /** Whether the control is there, and can be reached, now. */
  has(wanted: Wanted): Promise<boolean>;
  type(text: string): Promise<void>;
  /** Waits until the screen, or any, can be touched. */
  sees(screen: string | null): Promise<void>;
  /** What was measured since it was last asked. */
  takeTimes(): Promise<Times>;
}

const PATIENCE_MS = 30_000;

export async function raiseHand(page: Page): Promise<Hand> {
  const session: CDPSession = await page.context().newCDPSession(page);
  await page.evaluate(watch);
  await page.evaluate(untilPainted);

  async function tapAt(x: number, y: number): Promise<void> {
    const down = session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
    const up = session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await Promise.all([down, up]);
  }

  async function touch(wanted: Wanted): Promise<void> {
    const at = await page.evaluate(waitFor, { ...wanted, patienceMs: PATIENCE_MS });
    if (!('x' in at)) throw new Error(`no "${wanted.name}" on ${wanted.screen}: ${at.instead} shows`);
    await tapAt(at.x, at.y);
  }

  const has = async (wanted: Wanted) => 'x' in (await page.evaluate(waitFor, { ...wanted, patienceMs: 0 }));

  return {
    tapAt,
    touch,
    has,
    async tap(target) {
      const box = await target.boundingBox();
      if (!box) throw new Error(`nothing to tap: ${target}`);
      await tapAt(box.x + box.width / 2, box.y + box.height / 2);
    },
    async type(text) {
      for (const name of text) await touch({ screen: null, name, isWhole: true });
    },
    async sees(screen) {
      const seen = await page.evaluate(waitFor, { screen, name: null, patienceMs: PATIENCE_MS });
      if (!('x' in seen)) throw new Error(`${screen} does not show, but ${seen.instead}`);
    },
    takeTimes: () => page.evaluate(takeTimes),
  };
}

interface SoakWatch extends Times {
  touches: Map<number, number>;
  lastTouchAt: number;
}

/** Runs in the page: Chromium drops what is touched before a page's first frame. */
async function untilPainted(): Promise<void> {
  for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
}

/** Runs in the page: Chromium's own event timing, which leaves out what took under 16 ms and counts in steps of 8. */
function watch(): void {
  const seen: SoakWatch = { touches: new Map(), lastTouchAt: 0, touchToPaint: [], submitToNumber: [] };
  Object.assign(window, { soakWatch: seen });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { interactionId?: number })[]) {
      const id = entry.interactionId ?? 0;
      if (id > 0) seen.touches.set(id, Math.max(seen.touches.get(id) ?? 0, entry.duration));
    }
  }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  window.addEventListener('pointerup', (event) => (seen.lastTouchAt = event.timeStamp), true);
}

/** Runs in the page. */
function takeTimes(): Times {
  const seen = (window as unknown as { soakWatch: SoakWatch }).soakWatch;
  const times = { touchToPaint: [...seen.touches.values()], submitToNumber: seen.submitToNumber };
  seen.touches.clear();
  seen.submitToNumber = [];
  return times;
}

/** Runs in the page: the middle of the control once a finger reaches it; or what shows instead when the patience is over. */
async function waitFor(
  wanted: Wanted & { patienceMs: number },
): Promise<{ x: number; y: number } | { instead: string }> {
  const look = (): { x: number; y: number } | null => {
    if (document.querySelector('[data-touch-guard]') !== null) return null;
    const place = wanted.screen === null ? '[data-screen]' : `[data-screen="${wanted.screen}"]`;
    if (document.querySelector(place) === null) return null;
    const roles = 'button, label, [role="radio"], [role="checkbox"]';
    const within = wanted.name === null ? [...document.querySelectorAll(`${place} button`)] : [];
    for (const control of wanted.name === null ? within : document.querySelectorAll(roles)) {
      const name = (control.getAttribute('aria-label') ?? control.textContent ?? '').trim().toLowerCase();
      const searched = wanted.name?.toLowerCase() ?? '';
      if (wanted.isWhole ? name !== searched : !name.startsWith(searched)) continue;
      const box = control.getBoundingClientRect();
      const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      const onTop = document.elementFromPoint(at.x, at.y);
      if (onTop !== null && (control.contains(onTop) || onTop.contains(control))) return at;
    }
    return null;
  };
  const began = performance.now();
  for (;;) {
    if (wanted.screen === 'complaint.ticket' && document.querySelector('[data-screen="complaint.ticket"]')) {
      const seen = (window as unknown as { soakWatch: SoakWatch }).soakWatch;
      if (seen.lastTouchAt > 0) seen.submitToNumber.push(performance.now() - seen.lastTouchAt);
      seen.lastTouchAt = 0;
    }
    const found = look();
    if (found) return found;
    if (performance.now() - began >= wanted.patienceMs) break;
    await new Promise((resolve) => setTimeout(resolve, 8));
  }
  return { instead: document.querySelector<HTMLElement>('[data-screen]')?.dataset.screen ?? 'nothing' };
}
