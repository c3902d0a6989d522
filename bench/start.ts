import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { electronSwitches, makeDataFolder, removeDataFolder, startKiosk } from '../e2e/kiosk.ts';
import { resolveElectron } from '../scripts/electron-runtime/resolve.ts';
import { headOf, lineOf } from './figures.ts';

const emptyApp = join(import.meta.dirname, 'empty-app');

interface Start {
  /** From the start of the process to the first content on the screen, on the runtime's own clocks. */
  painted: number;
  /** From the launch to the first screen that a test can touch; the test driver's own time is in it. */
  touchable: number;
}

/**
 * Start of the kiosk beside an empty window of the same runtime with the same switches, turn by turn: first with a new data
 * folder, then again with the same one. The kiosk has no hub: starting must not need one.
 */
export async function benchStart(display: string, times: number): Promise<string[]> {
  const found = { emptyCold: [], kioskCold: [], emptyWarm: [], kioskWarm: [] } as Record<string, Start[]>;
  for (let turn = 0; turn < times; turn++) {
    const empty = makeDataFolder();
    const kiosk = makeDataFolder();
    try {
      found.emptyCold?.push(await startEmpty(display, empty));
      found.kioskCold?.push(await startTheKiosk(display, kiosk));
      found.emptyWarm?.push(await startEmpty(display, empty));
      found.kioskWarm?.push(await startTheKiosk(display, kiosk));
    } finally {
      removeDataFolder(empty);
      removeDataFolder(kiosk);
    }
  }
  const of = (name: string, what: keyof Start) => (found[name] ?? []).map((start) => start[what]);
  const table = (title: string, state: 'Cold' | 'Warm') => [
    headOf(title, times),
    lineOf('floor: empty window, first content painted', of(`empty${state}`, 'painted')),
    lineOf('kiosk, first content painted', of(`kiosk${state}`, 'painted'), of(`empty${state}`, 'painted')),
    lineOf('floor: empty window, page there', of(`empty${state}`, 'touchable')),
    lineOf(
      'kiosk, first screen to touch',
      of(`kiosk${state}`, 'touchable'),
      of(`empty${state}`, 'touchable'),
    ),
  ];
  return [
    ...table('Start with a new data folder', 'Cold'),
    '',
    ...table('Start with its data folder', 'Warm'),
  ];
}

async function startTheKiosk(display: string, dataFolder: string): Promise<Start> {
  const kiosk = await startKiosk({ display, config: {}, dataFolder });
  try {
    return { painted: await paintedAfter(kiosk.app, kiosk.page), touchable: kiosk.startedInMs };
  } finally {
    await kiosk.close();
  }
}

async function startEmpty(display: string, profile: string): Promise<Start> {
  const { executablePath } = await resolveElectron();
  const began = performance.now();
  const app = await _electron.launch({
    executablePath,
    args: [...electronSwitches(), `--user-data-dir=${profile}`, emptyApp],
    env: { ...(process.env as Record<string, string>), DISPLAY: display },
  });
  try {
    const page = await app.firstWindow();
    await page.locator('[data-screen]').first().waitFor();
    const touchable = performance.now() - began;
    return { painted: await paintedAfter(app, page), touchable };
  } finally {
    await app.close();
  }
}

async function paintedAfter(app: ElectronApplication, page: Page): Promise<number> {
  const created = await app.evaluate(() => process.getCreationTime());
  const painted = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const [entry] = list.getEntriesByName('first-contentful-paint');
          if (entry) resolve(performance.timeOrigin + entry.startTime);
        }).observe({ type: 'paint', buffered: true });
      }),
  );
  if (created === null) throw new Error('this system does not tell when a process was started');
  return painted - created;
}
