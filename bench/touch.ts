import type { Page } from 'playwright-core';
import type { Kiosk } from '../e2e/kiosk.ts';
import { untilReady } from '../e2e/kiosk-state.ts';
import { openLobby } from '../e2e/lobby.ts';
import { raiseFinger } from '../e2e/touch.ts';
import { Visitor } from '../e2e/visitor.ts';
import { startWandering } from '../e2e/wanderer.ts';
import { withEmptyWindow } from './empty-window.ts';
import { headOf, lineOf, type Times } from './figures.ts';

/** A machine six times as slow as this one, as an old mini-PC is. */
const SLOWER = 6;
const SEED = 2026;

type Tile = keyof Visitor['words']['home']['tiles'];
const FLOWS: readonly { name: string; open: (visitor: Visitor) => string }[] = [
  { name: 'complaint', open: ({ words }) => words.home.complaint },
  ...(['registration', 'vacancies', 'information', 'services', 'showcase', 'lookUp'] satisfies Tile[]).map(
    (tile) => ({ name: tile, open: ({ words }: Visitor) => words.home.tiles[tile].name }),
  ),
];

/**
 * Touch to next paint in every flow with the processor slowed six times, as Chromium's own event timing sees it: from the finger
 * leaving the glass to the frame that shows what it did. The floor is one button in an empty window, slowed the same.
 */
export async function benchTouch(touches: number): Promise<string[]> {
  const lobby = await openLobby({ config: { trainingMode: true } });
  try {
    const floor = await timeEmptyWindow(lobby.display.name, touches);
    const kiosk = await lobby.startKiosk();
    await untilReady(kiosk.page);
    const lines = [
      headOf(`Touch to next paint, processor slowed ${SLOWER} times`, touches),
      lineOf('floor: one button in an empty window', floor, floor),
    ];
    for (const flow of FLOWS) {
      lines.push(lineOf(flow.name, await timeFlow(kiosk, flow.open, touches), floor));
    }
    return lines;
  } finally {
    await lobby.close();
  }
}

async function timeFlow(
  { page }: Kiosk,
  open: (visitor: Visitor) => string,
  touches: number,
): Promise<Times> {
  const visitor = await Visitor.at(page);
  await visitor.begin();
  await visitor.press(open(visitor));
  await page.waitForTimeout(800);
  await slow(page, SLOWER);
  await watchTouches(page);
  const wanderer = await startWandering(page, SEED);
  for (let touch = 0; touch < touches; touch++) {
    const touched = await wanderer.touchSomething();
    if (touched === null || touched.screen === 'lobby.attract') break;
    await page.waitForTimeout(600);
    if (touched.screen !== 'lobby.home' && (await page.locator('[data-screen="lobby.home"]').count()) > 0) {
      await visitor.press(open(visitor));
      await page.waitForTimeout(900);
    }
  }
  const times = await readTouches(page);
  await slow(page, 1);
  await visitor.goes();
  return times;
}

function timeEmptyWindow(display: string, touches: number): Promise<Times> {
  return withEmptyWindow(display, async (_app, page) => {
    await page.evaluate(() => {
      document.body.innerHTML = '<button style="width:300px;height:300px">0</button>';
      const button = document.querySelector('button');
      button?.addEventListener('click', () => {
        button.textContent = String(Number(button.textContent) + 1);
      });
    });
    const finger = await raiseFinger(page);
    await slow(page, SLOWER);
    await watchTouches(page);
    for (let touch = 0; touch < touches; touch++) {
      await finger.tap(page.locator('button'));
      await page.waitForTimeout(300);
    }
    return readTouches(page);
  });
}

async function slow(page: Page, rate: number): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate });
}

interface TouchWatch {
  touches: Map<number, number>;
}

/** One time per touch: the longest of its events. Chromium rounds to 8 ms and leaves out what took under 16. */
async function watchTouches(page: Page): Promise<void> {
  await page.evaluate(() => {
    const touches = new Map<number, number>();
    Object.assign(window, { touchWatch: { touches } satisfies TouchWatch });
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { interactionId?: number })[]) {
        const id = entry.interactionId ?? 0;
        if (id > 0) touches.set(id, Math.max(touches.get(id) ?? 0, entry.duration));
      }
    });
    observer.observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  });
}

async function readTouches(page: Page): Promise<Times> {
  await page.waitForTimeout(500);
  return page.evaluate(() => [
    ...(window as unknown as { touchWatch: TouchWatch }).touchWatch.touches.values(),
  ]);
}
