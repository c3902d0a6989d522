import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { PORTRAIT, startDisplay } from '../../e2e/display.ts';
import {
  describeRuntime,
  type ElectronRuntime,
  resolveElectron,
  runtimeEnvironment,
} from '../electron-runtime/resolve.ts';
import type { Child } from '../lib/child.ts';
import { type Family, startFamily } from '../lib/family.ts';
import { projectFolder } from '../setup/processes.mjs';
import { hasDisplay } from '../setup/system-packages.mjs';
import { writeKioskConfig } from './kiosk-config.ts';

/** A cold start of the embedded PostgreSQL makes a database cluster first. */
const readyLimitMs = 120_000;

const print = (line: string) => console.log(line);
/** `--tour` walks the tour on a desktop too. */
const walksTour = !hasDisplay() || process.argv.includes('--tour');

/** Build, hub, printer, kiosk; then until somebody stops it, or until the tour has been walked. */
async function start(family: Family, electron: ElectronRuntime): Promise<void> {
  await runToEnd(family, 'build', ['scripts/build.ts']);

  // A tour shows a first day; a desktop keeps what was done yesterday.
  const data = join(projectFolder, '.data', walksTour ? 'tour' : 'start');
  const slips = join(projectFolder, 'out', 'printer');
  if (walksTour) for (const folder of [data, slips]) rmSync(folder, { recursive: true, force: true });
  const hub = await startNode(family, 'hub', ['hub/src/main.ts', '--demo', '--data', join(data, 'hub')], {
    HUB_LOG_LEVEL: 'warn',
  });
  const printer = await startNode(family, 'printer', [
    'simulator/printer/main.ts',
    ...['--port', '0', '--control', '0', '--out', slips],
  ]);
  const hubFacts = await unlessOver(family, hub.ready(readyLimitMs));
  const printerFacts = await unlessOver(family, printer.ready(readyLimitMs));
  const kioskData = join(data, 'kiosk');
  writeKioskConfig(kioskData, hubFacts, printerFacts);
  print(`Hub: ${String(hubFacts.url)} · printer: 127.0.0.1:${String(printerFacts.port)} · data: ${data}`);

  const kioskEnvironment = { ...runtimeEnvironment(electron), POS_MIGRAN_DATA: kioskData };
  if (walksTour) {
    await walkTour(family, {
      ...kioskEnvironment,
      POS_MIGRAN_TOUR_HUB: JSON.stringify(hubFacts),
      POS_MIGRAN_TOUR_PRINTER: JSON.stringify(printerFacts),
    });
    return;
  }
  const kiosk = await family.start({
    name: 'kiosk',
    command: electron.executablePath,
    args: [...sandboxSwitches(), projectFolder],
    cwd: projectFolder,
    // A window with a frame: nobody wants to be locked into a kiosk on a desk.
    env: { ...kioskEnvironment, POS_MIGRAN_WINDOW: 'desktop' },
  });
  family.runUntilEndOf(kiosk);
  print('The kiosk is open. Ctrl+C ends everything.');
}

async function walkTour(family: Family, env: Record<string, string>): Promise<void> {
  const isOwnDisplay = process.platform === 'linux';
  if (!hasDisplay())
    print('There is no display: the kiosk runs on a virtual one (Xvfb) and walks its tour by itself.');
  const display = isOwnDisplay ? await startDisplay(PORTRAIT) : null;
  if (display !== null) family.remember({ name: 'virtual display', pid: display.pid });
  try {
    await runToEnd(family, 'tour', ['e2e/tour.ts'], {
      ...env,
      ...(display === null ? {} : { DISPLAY: display.name }),
    });
    print(`The tour is in ${join(projectFolder, 'out', 'tour', 'index.html')}`);
  } finally {
    await display?.stop();
  }
}

function startNode(
  family: Family,
  name: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<Child> {
  return family.start({ name, command: process.execPath, args, cwd: projectFolder, env });
}

/** @throws when it fails, or when the whole run is over before it has finished */
async function runToEnd(
  family: Family,
  name: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<void> {
  const child = await startNode(family, name, args, env);
  family.allowEndOf(child);
  const outcome = await unlessOver(family, child.exited);
  if (outcome.code !== 0) throw new Error(`The ${name} failed; its last words are above.`);
}

/** Waits, but not longer than the run lasts. */
function unlessOver<T>(family: Family, waited: Promise<T>): Promise<T> {
  return Promise.race([
    waited,
    family.over.then(() => {
      throw new RunOver();
    }),
  ]);
}

/** The run has been stopped, or a program that it needs has ended: `family.over` knows why. */
class RunOver extends Error {}

/** Chromium refuses its sandbox to root. A kiosk in a post office does not run as root. */
function sandboxSwitches(): string[] {
  if (process.getuid?.() !== 0) return [];
  print('Running as root, so without the browser sandbox: for trying out only.');
  return ['--no-sandbox'];
}

const electron = await resolveElectron();
print(describeRuntime(electron));
const family = await startFamily(join(projectFolder, '.data', 'running.json'), print);
try {
  await start(family, electron);
  if (!walksTour) {
    const { because, wanted } = await family.over;
    print(wanted ? 'Closing.' : `Closing, because ${because}.`);
    process.exitCode = wanted ? 0 : 1;
  }
} catch (error) {
  const isStopped = error instanceof RunOver;
  const { because, wanted } = isStopped
    ? await family.over
    : { because: String((error as Error).message), wanted: false };
  print(wanted ? 'Closing.' : `Closing, because ${because}`);
  process.exitCode = wanted ? 130 : 1;
} finally {
  await family.endAll();
  process.disconnect?.();
}
