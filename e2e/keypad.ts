import type { Locator, Page } from 'playwright-core';
import type { Finger } from './touch.ts';

/** Somebody with a keypad: arrows, Enter, and a key to go back. She touches nothing. */
export interface Keypad {
  press(
    key: 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight' | 'Enter' | 'Backspace' | 'Escape',
  ): Promise<void>;
  /** Goes right until the control whose name begins so has the focus. Throws when a whole round finds none. */
  goTo(name: string): Promise<void>;
  /** Goes there and presses it. */
  choose(name: string): Promise<void>;
  /** What has the focus: its name, as it is read out, and whether it is chosen. */
  focused(): Promise<{ name: string; isChosen: boolean; hasRing: boolean }>;
}

/** More controls than any screen has, keys included. */
const A_WHOLE_ROUND = 90;
const BETWEEN_KEYS_MS = 25;

export function takeKeypad(page: Page): Keypad {
  const keypad: Keypad = {
    async press(key) {
      await page.keyboard.press(key);
      await page.waitForTimeout(BETWEEN_KEYS_MS);
    },
    async goTo(name) {
      for (let step = 0; step < A_WHOLE_ROUND; step++) {
        const { name: found, isChosen } = await keypad.focused();
        if (found.startsWith(name) && !isChosen) return;
        await keypad.press('ArrowRight');
      }
      throw new Error(`arrows alone do not lead to "${name}"`);
    },
    async choose(name) {
      await keypad.goTo(name);
      await keypad.press('Enter');
    },
    focused: () =>
      page.evaluate(() => {
        const active = document.activeElement;
        if (!active || active === document.body) return { name: '', isChosen: false, hasRing: false };
        const seen = active.closest('label') ?? active;
        const name = active.getAttribute('aria-label') ?? seen.textContent ?? '';
        // Where a whole screen is one button, the ring is round its words.
        const hasRing = [seen, ...seen.querySelectorAll('*')].some(
          (part) => Number.parseFloat(getComputedStyle(part).outlineWidth) > 3,
        );
        return {
          name: name.trim(),
          isChosen: active instanceof HTMLInputElement && active.checked,
          hasRing,
        };
      }),
  };
  return keypad;
}

/** Presses of an arrow before somebody gives up; and of one control, before she tries the other arrows. */
const MOST_ARROWS = 120;
const SEEN_TOO_OFTEN = 2;

/**
 * The same hands as a finger, on a keypad: arrows to the control, by where it stands as an eye would, then Enter. It stops
 * where the arrows do not lead, and where nobody could see which control has the focus.
 */
export function fingerOnKeys(page: Page): Finger {
  const keypad = takeKeypad(page);
  return {
    async tap(target) {
      await target.waitFor({ state: 'visible' });
      const isField = await goTo(keypad, target);
      // A field opens its keys by having the focus.
      if (!isField) await keypad.press('Enter');
    },
    tapAt() {
      throw new Error('a keypad has no places, only controls');
    },
  };
}

async function goTo(keypad: Keypad, target: Locator): Promise<boolean> {
  const seen = new Map<string, number>();
  for (let step = 0; step < MOST_ARROWS; step++) {
    const look = await target.evaluate(lookFor, null);
    if (look.isThere) {
      if (!(await keypad.focused()).hasRing) throw new Error(`"${look.at}" has the focus and nobody sees it`);
      return look.isField;
    }
    const times = (seen.get(look.at) ?? 0) + 1;
    seen.set(look.at, times);
    // Left and right lead everywhere, up and down are shorter; out of a field only up and down lead.
    const isStuck = times > SEEN_TOO_OFTEN;
    await keypad.press(isStuck ? (look.isInField ? 'ArrowDown' : 'ArrowRight') : look.arrow);
  }
  const name = await target.evaluate((one) => one.getAttribute('aria-label') ?? one.textContent ?? '');
  throw new Error(`arrows alone do not lead to "${name.trim()}"`);
}

interface Look {
  isThere: boolean;
  isField: boolean;
  isInField: boolean;
  /** What has the focus now. */
  at: string;
  /** Towards the target. */
  arrow: 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight';
}

/** Runs in the page. */
function lookFor(target: Element): Look {
  const boxOf = (element: Element) => (element.closest('label') ?? element).getBoundingClientRect();
  const isTextField = (element: Element | null) =>
    element instanceof HTMLTextAreaElement ||
    (element instanceof HTMLInputElement && !['radio', 'checkbox'].includes(element.type));
  const active = document.activeElement;
  const control = target.matches('label') ? target.querySelector('input') : target;
  const isThere = active !== null && active === control;
  const from = active && active !== document.body ? boxOf(active) : null;
  const to = boxOf(target);
  const isLevel = from !== null && from.top < to.bottom - 4 && to.top < from.bottom - 4;
  const box = from ? [from.left, from.top].map(Math.round).join() : '';
  return {
    isThere,
    isField: isTextField(control),
    isInField: isTextField(active),
    at: `${active?.getAttribute('aria-label') ?? active?.textContent?.trim().slice(0, 40) ?? ''} ${box}`,
    arrow:
      from === null
        ? 'ArrowRight'
        : isLevel
          ? from.left < to.left
            ? 'ArrowRight'
            : 'ArrowLeft'
          : from.bottom <= to.top + 4
            ? 'ArrowDown'
            : 'ArrowUp',
  };
}
