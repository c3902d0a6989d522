import type { Page } from 'playwright-core';

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
        return {
          name: name.trim(),
          isChosen: active instanceof HTMLInputElement && active.checked,
          hasRing: Number.parseFloat(getComputedStyle(seen).outlineWidth) > 3,
        };
      }),
  };
  return keypad;
}
