import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { electronSwitches, makeDataFolder, removeDataFolder } from '../e2e/kiosk.ts';
import { resolveElectron, runtimeEnvironment } from '../scripts/electron-runtime/resolve.ts';

/** The floor of what is measured: an empty window of the same runtime with the same switches, closed when the work is done. */
export async function withEmptyWindow<T>(
  display: string,
  work: (app: ElectronApplication, page: Page) => Promise<T>,
): Promise<T> {
  const electron = await resolveElectron();
  const profile = makeDataFolder();
  const app = await _electron.launch({
    executablePath: electron.executablePath,
    args: [...electronSwitches(), `--user-data-dir=${profile}`, join(import.meta.dirname, 'empty-app')],
    env: { ...(process.env as Record<string, string>), ...runtimeEnvironment(electron), DISPLAY: display },
  });
  try {
    return await work(app, await app.firstWindow());
  } finally {
    await app.close();
    removeDataFolder(profile);
  }
}
