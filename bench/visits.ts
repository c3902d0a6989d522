import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { LANDSCAPE } from '../e2e/display.ts';
import type { Kiosk } from '../e2e/kiosk.ts';
import { untilReady } from '../e2e/kiosk-state.ts';
import { openLobby } from '../e2e/lobby.ts';
import { type Finger, raiseFinger } from '../e2e/touch.ts';
import { startWandering } from '../e2e/wanderer.ts';
import { id as words } from '../renderer/texts/id.ts';

interface Memory {
  /** Bytes that scripts of the page still reach, after a collection. */
  heap: number;
  nodes: number;
  listeners: number;
  /** Resident bytes of the page's process and of the main process. */
  pageProcess: number;
  mainProcess: number;
}

/** Said every so many visits: a leak climbs from line to line, a page that only warmed up does not. */
const SAMPLE_EVERY = 50;

/**
 * Memory over many visits of people who wander through the flows, each ended by leaving. On a small screen, because without a
 * graphics card most of a visit's time is painting.
 */
export async function benchVisits(visits: number, say: (line: string) => void): Promise<void> {
  const lobby = await openLobby({ size: LANDSCAPE, config: { trainingMode: true } });
  try {
    const kiosk = await lobby.startKiosk();
    await untilReady(kiosk.page);
    const finger = await raiseFinger(kiosk.page);
    // The first visits load what every later one uses again.
    for (let visit = 0; visit < FIRST_VISITS; visit++) await visitOnce(kiosk, finger, visit);
    say(`\nMemory over ${visits} visits`.padEnd(23) + COLUMNS.map((name) => name.padStart(16)).join(''));
    say(lineOfMemory(0, await memoryOf(kiosk)));
    const began = performance.now();
    for (let visit = 1; visit <= visits; visit++) {
      await visitOnce(kiosk, finger, FIRST_VISITS + visit);
      if (visit % SAMPLE_EVERY === 0 || visit === visits) say(lineOfMemory(visit, await memoryOf(kiosk)));
    }
    say(`  one visit took ${((performance.now() - began) / visits / 1000).toFixed(1)} s`);
  } finally {
    await lobby.close();
  }
}

const COLUMNS = ['heap, MB', 'nodes', 'listeners', 'page, MB', 'main, MB'];

function lineOfMemory(visits: number, { heap, nodes, listeners, pageProcess, mainProcess }: Memory): string {
  const mb = (bytes: number) => (bytes / 1_048_576).toFixed(1);
  const columns = [mb(heap), String(nodes), String(listeners), mb(pageProcess), mb(mainProcess)];
  return `  after ${visits}`.padEnd(22) + columns.map((text) => text.padStart(16)).join('');
}

/** Two of each flow. */
const FIRST_VISITS = 14;
const { home, corner, languageName } = words;
/** Every flow has its turn. */
const DOORS = [home.complaint, ...Object.values(home.tiles).map(({ name }) => name)];
const TOUCHES_A_VISIT = 5;

/** From the attract screen into a flow, some touches there, and away. Nothing is waited for but the kiosk itself. */
async function visitOnce({ page }: Kiosk, finger: Finger, visit: number): Promise<void> {
  await untilTouchable(page, 'lobby.attract');
  await finger.tap(page.locator('[data-screen="lobby.attract"] button').first());
  await untilTouchable(page, 'lobby.language');
  await finger.tap(buttonNamed(page, languageName));
  await untilTouchable(page, 'lobby.home');
  await finger.tap(buttonNamed(page, DOORS[visit % DOORS.length] ?? home.complaint));
  await page.locator('[data-screen="lobby.home"]').waitFor({ state: 'detached' });
  const wanderer = await startWandering(page, visit, finger);
  for (let touch = 0; touch < TOUCHES_A_VISIT; touch++) {
    if ((await wanderer.touchSomething()) === null) break;
    await untilPainted(page);
  }
  // A dialog may lie over the way out; more touches lead past it, as they do for anybody.
  let exit = await wayOut(page);
  while (exit === null) {
    await wanderer.touchSomething();
    exit = await wayOut(page);
  }
  await finger.tapAt(exit.x, exit.y);
}

/** The middle of the button that ends the visit; null where something else would catch the finger. */
async function wayOut(page: Page): Promise<{ x: number; y: number } | null> {
  await untilTouchable(page);
  return page.evaluate((name) => {
    const exits = [...document.querySelectorAll('nav button')].filter((one) => one.textContent === name);
    for (const exit of exits) {
      const box = exit.getBoundingClientRect();
      const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      if (exit.contains(document.elementFromPoint(at.x, at.y))) return at;
    }
    return null;
  }, corner.leave);
}

function buttonNamed(page: Page, name: string) {
  return page.locator('button', { hasText: name }).first();
}

/** This screen, or whichever shows, and past the moment in which a new screen takes no touch. */
async function untilTouchable(page: Page, screen?: string): Promise<void> {
  const wanted = screen === undefined ? '[data-screen]' : `[data-screen="${screen}"]`;
  await page.waitForFunction(
    (selector) =>
      document.querySelector(selector) !== null && document.querySelector('[data-touch-guard]') === null,
    wanted,
    { timeout: 120_000 },
  );
}

/** What a touch changed is on the glass after the second frame. */
async function untilPainted(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  );
}

async function memoryOf({ app, page }: Kiosk): Promise<Memory> {
  await wait(2_000);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('HeapProfiler.collectGarbage');
  await devtools.send('Performance.enable');
  const { metrics } = await devtools.send('Performance.getMetrics');
  const metric = (name: string) => metrics.find((one) => one.name === name)?.value ?? Number.NaN;
  const processes = await app.evaluate(({ app: electron }) =>
    electron.getAppMetrics().map(({ type, memory }) => ({ type, bytes: memory.workingSetSize * 1024 })),
  );
  const resident = (type: string) =>
    processes.filter((one) => one.type === type).reduce((sum, { bytes }) => sum + bytes, 0);
  return {
    heap: metric('JSHeapUsedSize'),
    nodes: metric('Nodes'),
    listeners: metric('JSEventListeners'),
    pageProcess: resident('Tab'),
    mainProcess: resident('Browser'),
  };
}
