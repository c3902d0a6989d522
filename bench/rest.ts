import type { ElectronApplication, Page } from 'playwright-core';
import { untilReady } from '../e2e/kiosk-state.ts';
import { openLobby } from '../e2e/lobby.ts';
import { Visitor } from '../e2e/visitor.ts';
import { withEmptyWindow } from './empty-window.ts';

/** Long enough that what ran before is over: a screen that came, a round, a look at the printer. */
const SETTLE_MS = 3_000;

/**
 * What the kiosk takes of one processor core while nobody touches it, drawn without a graphics card as on a small PC: the
 * screen that waits for a visitor all day, and the one that asks for the language. The floor is an empty window.
 */
export async function benchRest(seconds: number): Promise<string[]> {
  const lobby = await openLobby();
  try {
    const floor = await withEmptyWindow(lobby.display.name, (app, page) => coreShare(app, page, seconds));
    const kiosk = await lobby.startKiosk();
    await untilReady(kiosk.page);
    const waiting = await coreShare(kiosk.app, kiosk.page, seconds);
    const visitor = await Visitor.at(kiosk.page);
    await visitor.tap(kiosk.page.locator('[data-screen="lobby.attract"] button').first());
    await visitor.sees('lobby.language');
    const asking = await coreShare(kiosk.app, kiosk.page, seconds);
    return [
      `Share of one core at rest, over ${seconds} s`.padEnd(62) + 'share'.padStart(12),
      rowOf('floor: an empty window', floor),
      rowOf('waiting for a visitor', waiting),
      rowOf('asking for the language', asking),
    ];
  } finally {
    await lobby.close();
  }
}

function rowOf(what: string, share: number): string {
  return `  ${what}`.padEnd(62) + `${(share * 100).toFixed(1)} %`.padStart(12);
}

/** Of all processes of the app together: 1 is one core, all the time. */
async function coreShare(app: ElectronApplication, page: Page, seconds: number): Promise<number> {
  const used = () =>
    app.evaluate(({ app }) =>
      app.getAppMetrics().reduce((total, { cpu }) => total + (cpu.cumulativeCPUUsage ?? 0), 0),
    );
  await page.waitForTimeout(SETTLE_MS);
  const [before, began] = [await used(), performance.now()];
  await page.waitForTimeout(seconds * 1000);
  return ((await used()) - before) / ((performance.now() - began) / 1000);
}
