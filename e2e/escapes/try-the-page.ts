import type { Page } from 'playwright-core';
import { PAGE_ATTEMPTS } from './page-attempts.ts';
import { listXWindows } from './x-windows.ts';

export interface Attempted {
  name: string;
  /** Null: it held. */
  escaped: string | null;
}

export interface TriedPage {
  page: Page;
  /** How many pages the program has open, this one among them. */
  openPages(): number;
  /** Of the X server, such as `:99`. */
  display: string;
  /** Of the screen, pixels. */
  size: { width: number; height: number };
  /** What was written where a download would land. */
  files(): string[];
  note(one: Attempted): void;
}

const SETTLE_MS = 150;
/** Not the page's own, which dies with it. */
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Every way out that somebody at the screen, or a script in the page, might try, one after the other. */
export async function tryThePage({ note, ...tried }: TriedPage): Promise<void> {
  const { page, display, files } = tried;
  const session = await page.context().newCDPSession(page);
  const address = page.url();
  await page.evaluate(() => Object.assign(window, { stillHere: true }));
  let windows = (await listXWindows(display)).length;
  for (const { name, act } of PAGE_ATTEMPTS) {
    const error = await Promise.race([
      act(page, session).then(
        () => null,
        () => null,
      ),
      pause(5_000).then(() => 'the page does not answer any more'),
    ]);
    await pause(SETTLE_MS);
    // A dialog of the system is no page: only the display knows of it.
    const now = (await listXWindows(display)).length;
    const opened = now > windows ? 'a window of the system opened' : null;
    windows = now;
    const left = opened ?? error ?? (await whatChanged(tried, address).catch(() => 'the page was left'));
    const isBack = left !== null && (await broughtBack(page, address).catch(() => false));
    const written = files().length > 0 ? 'a file was written' : null;
    note({
      name: isBack ? `${name} (left, and back by itself)` : name,
      escaped: opened ?? (isBack ? written : (left ?? written)),
    });
  }
}

/** A page that was left comes back by itself, at once on a machine that has nothing else to do. */
const BACK_WITHIN_MS = 20_000;

async function broughtBack(page: Page, address: string): Promise<boolean> {
  const screen = page.locator('[data-screen]').first();
  const isBack = await screen.waitFor({ timeout: BACK_WITHIN_MS }).then(
    () => page.url() === address,
    () => false,
  );
  if (!isBack) await page.goto(address).catch(() => {});
  await page.evaluate(() => Object.assign(window, { stillHere: true }));
  return isBack;
}

/** Null: it is the same page, at the same address, as large as before, alone, and it answers. */
async function whatChanged(
  { page, openPages, size }: Pick<TriedPage, 'page' | 'openPages' | 'size'>,
  address: string,
): Promise<string | null> {
  if (openPages() !== 1) return `${openPages()} pages are open`;
  if (page.url() !== address) return `the page is at ${page.url()}`;
  const seen = await page.evaluate(() => ({
    isHere: 'stillHere' in window,
    scale: window.visualViewport?.scale,
    ratio: window.devicePixelRatio,
    width: window.innerWidth,
    hasScreen: document.querySelector('[data-screen]') !== null,
    selected: String(window.getSelection() ?? '').length,
  }));
  if (!seen.isHere) return 'the page was loaded again';
  if (!seen.hasScreen) return 'no screen is shown';
  if (seen.scale !== 1 || seen.ratio !== 1 || seen.width !== size.width) return 'the page has another size';
  return seen.selected > 0 ? 'text was selected' : null;
}
