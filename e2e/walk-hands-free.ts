import type { Page } from 'playwright-core';
import { type Look, type OpenGallery, openGallery } from './gallery.ts';
import { makeReading, type Reading } from './reading.ts';

export interface HandsFreeFault {
  example: string;
  rule: 'arrows-do-not-lead' | 'focus-not-seen' | 'focus-hidden' | 'reading';
  detail: string;
}

export interface HandsFreeWalk {
  size: { width: number; height: number };
  look?: Look;
  /** Which examples; all screens when left out. */
  pick?: (path: string, index: number) => boolean;
  onLooked?: (path: string, faults: readonly HandsFreeFault[]) => void;
}

/** More presses than two rounds of any screen take, with the keys that a field opens. */
const MOST_PRESSES = 200;

/**
 * Every screen of the gallery without eyes or without hands: right alone must lead to every control and the focus must be
 * seen on each; and what is read aloud must follow the page and say no number of hers.
 */
export async function walkHandsFree(
  walk: HandsFreeWalk,
): Promise<{ faults: HandsFreeFault[]; looked: number; controls: number }> {
  const gallery = await openGallery(walk.size);
  const reading = await makeReading();
  const faults: HandsFreeFault[] = [];
  let looked = 0;
  let controls = 0;
  try {
    const screens = gallery.examples.filter(({ isScreen }) => isScreen);
    for (const [index, { path }] of screens.entries()) {
      if (walk.pick && !walk.pick(path, index)) continue;
      await gallery.show(path, { motion: 'reduced', ...walk.look });
      const found = await lookAt(gallery, reading, path);
      faults.push(...found.faults);
      controls += found.controls;
      looked += 1;
      walk.onLooked?.(path, found.faults);
    }
  } finally {
    await gallery.close();
  }
  return { faults, looked, controls };
}

async function lookAt(gallery: OpenGallery, reading: Reading, example: string) {
  const { page } = gallery;
  const spoken = await reading.faults(page);
  const { controls, faults } = await goRound(page);
  return {
    controls,
    faults: [
      ...spoken.map((detail) => ({ example, rule: 'reading' as const, detail })),
      ...faults.map((fault) => ({ example, ...fault })),
    ],
  };
}

async function goRound(page: Page): Promise<{ controls: number; faults: Omit<HandsFreeFault, 'example'>[] }> {
  const faults: Omit<HandsFreeFault, 'example'>[] = [];
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  const wanted = await page.evaluate(markControls);
  const hadKeys = await page.evaluate(() => document.querySelector('[data-typing]') !== null);
  const reached = new Set<string>();
  let isStuck = false;
  let last: string | null = null;
  for (let press = 0; press < MOST_PRESSES && wanted.some(({ mark }) => !reached.has(mark)); press++) {
    // A field keeps left and right for its caret as long as that has letters there; down leads out of it.
    await page.keyboard.press(isStuck ? 'ArrowDown' : 'ArrowRight');
    const focus = await page.evaluate(lookAtFocus);
    isStuck = focus.isField && focus.mark === last;
    last = focus.mark;
    if (focus.mark !== null && !reached.has(focus.mark)) {
      reached.add(focus.mark);
      if (!focus.hasRing) faults.push({ rule: 'focus-not-seen', detail: focus.name });
      if (focus.isHidden) faults.push({ rule: 'focus-hidden', detail: focus.name });
    }
    // Keys that opened under her take the place of other things; she puts them away and goes on from there.
    if (focus.hasKeys && !hadKeys) {
      await page.keyboard.press('Escape');
      await page.evaluate(markControls);
    }
  }
  for (const { mark, name } of wanted)
    if (!reached.has(mark)) faults.push({ rule: 'arrows-do-not-lead', detail: name });
  return { controls: wanted.length, faults };
}

/**
 * Runs in the page. Every control that a finger could press now, marked by its name and how many before it have the same:
 * the page buttons that come and go with the keys do not change the mark of any other.
 */
function markControls(): { mark: string; name: string }[] {
  const sameBefore = new Map<string, number>();
  const layer =
    [...document.querySelectorAll('[role="dialog"], [role="alertdialog"]')].at(-1) ?? document.body;
  return [...layer.querySelectorAll<HTMLElement>('button, input, textarea, a[href]')]
    .filter((control) => {
      const { width, height } = (control.closest('label') ?? control).getBoundingClientRect();
      const isOff = control.matches(':disabled') || control.closest('[inert]') !== null;
      return !isOff && width > 1 && height > 1 && control.checkVisibility({ visibilityProperty: true });
    })
    .map((control) => {
      const name = (control.getAttribute('aria-label') ?? control.innerText ?? '')
        .replaceAll(/\s+/g, ' ')
        .trim()
        .slice(0, 60);
      const before = sameBefore.get(name) ?? 0;
      sameBefore.set(name, before + 1);
      const mark = `${name} ${before}`;
      control.dataset.markForTest = mark;
      return { mark, name };
    });
}

/** Runs in the page. */
function lookAtFocus(): {
  mark: string | null;
  name: string;
  isField: boolean;
  hasRing: boolean;
  isHidden: boolean;
  hasKeys: boolean;
} {
  const active = document.activeElement;
  const hasKeys = document.querySelector('[data-typing]') !== null;
  if (!(active instanceof HTMLElement) || active.dataset.markForTest === undefined)
    return { mark: null, name: '', isField: false, hasRing: false, isHidden: false, hasKeys };
  const seen = active.closest('label') ?? active;
  const { left, top, width, height } = seen.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2];
  const above = document.elementFromPoint(x, y);
  return {
    mark: active.dataset.markForTest,
    name: (active.getAttribute('aria-label') ?? active.innerText ?? '')
      .replaceAll(/\s+/g, ' ')
      .trim()
      .slice(0, 60),
    isField:
      active instanceof HTMLTextAreaElement ||
      (active instanceof HTMLInputElement && !['radio', 'checkbox'].includes(active.type)),
    // Where a whole screen is one button, the ring is round its words.
    hasRing: [seen, ...seen.querySelectorAll('*')].some(
      (part) => Number.parseFloat(getComputedStyle(part).outlineWidth) > 3,
    ),
    hasKeys,
    isHidden: above === null || !(seen.contains(above) || above.contains(seen)),
  };
}
