import type { Page } from 'playwright-core';
import { deskEn } from '../renderer/texts/desk.en.ts';
import { deskId } from '../renderer/texts/desk.id.ts';
import { type Finger, raiseFinger } from './touch.ts';

/** Somebody who touches whatever there is, always in the same way for the same seed. */
export interface Wanderer {
  /**
   * Touches one control of the screen that shows now, never the corner and never the staff door, which would lock after a few guesses.
   * Answers which one; null when there is none to touch.
   */
  touchSomething(): Promise<Touched | null>;
}

export interface Touched {
  screen: string;
  name: string;
}

const MOST_LOOKS = 160;
const BETWEEN_LOOKS_MS = 50;
const STAFF_DOOR = [deskId.door.enter, deskEn.door.enter];

interface Target extends Touched {
  x: number;
  y: number;
  weight: number;
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32, public domain). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** `finger`: one that is raised already; for many walks through one page. */
export async function startWandering(page: Page, seed: number, finger?: Finger): Promise<Wanderer> {
  const own = finger ?? (await raiseFinger(page));
  const random = randomFrom(seed);
  return {
    async touchSomething() {
      // A new screen or dialog takes no touch for a moment, and a busy one shows nothing to press.
      let targets: Target[] = [];
      for (let look = 0; look < MOST_LOOKS && targets.length === 0; look++) {
        if (look > 0) await page.waitForTimeout(BETWEEN_LOOKS_MS);
        targets = await page.evaluate(findTargets, STAFF_DOOR);
      }
      const chosen = choose(targets, random());
      if (chosen === null) return null;
      await own.tapAt(chosen.x, chosen.y);
      return { screen: chosen.screen, name: chosen.name };
    },
  };
}

function choose(targets: readonly Target[], at: number): Target | null {
  const all = targets.reduce((sum, { weight }) => sum + weight, 0);
  let rest = at * all;
  for (const target of targets) {
    rest -= target.weight;
    if (rest < 0) return target;
  }
  return targets.at(-1) ?? null;
}

/** Runs in the page: every control that a finger could reach now. Forward weighs more than back, so that a walk gets somewhere. */
function findTargets(leftOut: readonly string[]): Target[] {
  const screen = document.querySelector<HTMLElement>('[data-screen]')?.dataset.screen ?? '';
  const controls = document.querySelectorAll<HTMLElement>(
    'button, [role="radio"], [role="checkbox"], label, input, textarea',
  );
  return [...controls].flatMap((control) => {
    const box = control.getBoundingClientRect();
    const x = box.x + box.width / 2;
    const y = box.y + box.height / 2;
    const onTop = document.elementFromPoint(x, y);
    const isReachable =
      onTop !== null && (control === onTop || control.contains(onTop) || onTop.contains(control));
    const isOff =
      control.matches(':disabled, [data-disabled], [aria-disabled="true"]') ||
      control.closest('[inert]') !== null;
    if (box.width < 8 || box.height < 8 || !isReachable || isOff || control.closest('nav')) return [];
    const name = (control.getAttribute('aria-label') ?? control.textContent ?? '').trim().slice(0, 60);
    if (leftOut.includes(name)) return [];
    const isKey = control.closest('fieldset') !== null;
    const isBack = control.closest('[data-back]') !== null;
    const isForward = control.closest('[data-back] + *') !== null;
    return [{ screen, name, x, y, weight: isForward ? 12 : isBack ? 1 : isKey ? 0.5 : 4 }];
  });
}
