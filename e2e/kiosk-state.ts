import type { Page } from 'playwright-core';
import type { KioskState } from '../shared/contract/kiosk-state.ts';
import type { Result } from '../shared/lib/result.ts';

/** What the kiosk says of itself, asked the way its screens ask. */
export async function readKioskState(page: Page): Promise<KioskState> {
  const answer = await page.evaluate(() =>
    (window as unknown as { kiosk: { call(name: string, input: object): Promise<unknown> } }).kiosk.call(
      'kiosk.read',
      {},
    ),
  );
  const result = answer as Result<KioskState>;
  if (!result.ok) throw new Error(`kiosk.read: ${result.problem.code}`);
  return result.value;
}

const PATIENCE_MS = 120_000;

/** Waits until the kiosk can take complaints; a first start has to enrol before. */
export function untilReady(page: Page): Promise<void> {
  return until(page, (state) => state.mode === 'ready');
}

/** Waits until nothing waits to be sent. */
export function untilSent(page: Page): Promise<void> {
  return until(page, (state) => state.waiting === 0);
}

async function until(page: Page, isSo: (state: KioskState) => boolean): Promise<void> {
  const began = performance.now();
  for (;;) {
    const state = await readKioskState(page);
    if (isSo(state)) return;
    if (performance.now() - began > PATIENCE_MS)
      throw new Error(`the kiosk stays at ${JSON.stringify(state)}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
