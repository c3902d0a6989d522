import { setTimeout as wait } from 'node:timers/promises';
import type { Kiosk } from '../e2e/kiosk.ts';
import { untilReady } from '../e2e/kiosk-state.ts';
import { openLobby } from '../e2e/lobby.ts';
import { Visitor } from '../e2e/visitor.ts';
import { startWandering } from '../e2e/wanderer.ts';

interface Memory {
  /** Bytes that scripts of the page still reach, after a collection. */
  heap: number;
  nodes: number;
  listeners: number;
  /** Resident bytes of the page's process and of the main process. */
  pageProcess: number;
  mainProcess: number;
}

/** Memory before and after many visits of people who wander through the flows, each ended by leaving. */
export async function benchVisits(visits: number): Promise<string[]> {
  const lobby = await openLobby({ config: { trainingMode: true } });
  try {
    const kiosk = await lobby.startKiosk();
    await untilReady(kiosk.page);
    // The first visits load what every later one uses again.
    for (let visit = 0; visit < 10; visit++) await visitOnce(kiosk, visit);
    const before = await memoryOf(kiosk);
    for (let visit = 0; visit < visits; visit++) await visitOnce(kiosk, 10 + visit);
    const after = await memoryOf(kiosk);
    const line = (what: string, from: number, to: number) =>
      `  ${what}`.padEnd(62) +
      from.toFixed(1).padStart(12) +
      to.toFixed(1).padStart(12) +
      `${(to / from).toFixed(2)} ×`.padStart(9);
    const mb = (bytes: number) => bytes / 1_048_576;
    return [
      `Memory, ${visits} visits`.padEnd(62) +
        'before'.padStart(12) +
        'after'.padStart(12) +
        'ratio'.padStart(9),
      line('heap of the page, MB', mb(before.heap), mb(after.heap)),
      line('nodes of the page', before.nodes, after.nodes),
      line('listeners of the page', before.listeners, after.listeners),
      line("page's process, resident MB", mb(before.pageProcess), mb(after.pageProcess)),
      line('main process, resident MB', mb(before.mainProcess), mb(after.mainProcess)),
    ];
  } finally {
    await lobby.close();
  }
}

const TOUCHES_A_VISIT = 8;

async function visitOnce(kiosk: Kiosk, seed: number): Promise<void> {
  const { page } = kiosk;
  const visitor = await Visitor.at(page);
  await visitor.begin();
  const wanderer = await startWandering(page, seed);
  for (let touch = 0; touch < TOUCHES_A_VISIT; touch++) {
    const touched = await wanderer.touchSomething();
    if (touched === null) break;
    await page.waitForTimeout(400);
  }
  if ((await page.locator('[data-screen="lobby.attract"]').count()) === 0) {
    await visitor.press(visitor.words.corner.leave);
  }
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
