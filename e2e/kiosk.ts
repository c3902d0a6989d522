import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { resolveElectron, runtimeEnvironment } from '../scripts/electron-runtime/resolve.ts';

const projectFolder = join(import.meta.dirname, '..');

export interface KioskOptions {
  /** DISPLAY to appear on. */
  display: string;
  /** Content of config.json; written as it is, so that bad configurations can be tried. */
  config: unknown;
  /** Kept from an earlier start, to see what survived. */
  dataFolder?: string;
  env?: Record<string, string>;
  /** More switches for Chromium. */
  args?: string[];
}

/** The real application, in its own data folder, driven through its own window. */
export interface Kiosk {
  app: ElectronApplication;
  page: Page;
  pid: number;
  dataFolder: string;
  /** Milliseconds from the start of the process to the first screen that can be touched. */
  startedInMs: number;
  /** An orderly end. */
  close(): Promise<void>;
  /** What a power switch does to the process: no chance to tidy up. */
  kill(): Promise<void>;
}

/** A data folder that no other test uses. */
export function makeDataFolder(): string {
  return mkdtempSync(join(tmpdir(), 'kiosk-data-'));
}

export function removeDataFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

export function writeConfig(dataFolder: string, config: unknown): void {
  mkdirSync(dataFolder, { recursive: true });
  writeFileSync(
    join(dataFolder, 'config.json'),
    typeof config === 'string' ? config : JSON.stringify(config, null, 2),
  );
}

/** For Chromium under tests and measures. */
export function electronSwitches(): string[] {
  // Chromium's sandbox cannot start for root; tests may run as root, the product never does.
  const forRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return [...forRoot, '--disable-gpu', '--touch-events=enabled'];
}

/** Starts the built app (`npm run build` first) and waits until its first screen takes touches. */
export async function startKiosk(options: KioskOptions): Promise<Kiosk> {
  const dataFolder = options.dataFolder ?? makeDataFolder();
  writeConfig(dataFolder, options.config);
  const electron = await resolveElectron();
  const began = performance.now();
  const app = await _electron.launch({
    executablePath: electron.executablePath,
    args: [...electronSwitches(), ...(options.args ?? []), projectFolder],
    cwd: projectFolder,
    env: {
      ...(process.env as Record<string, string>),
      ...runtimeEnvironment(electron),
      DISPLAY: options.display,
      POS_MIGRAN_DATA: dataFolder,
      TZ: 'Asia/Jakarta',
      ...options.env,
    },
    timeout: 60_000,
  });
  const page = await app.firstWindow({ timeout: 60_000 });
  await page.locator('[data-screen]').first().waitFor({ timeout: 60_000 });
  const process_ = app.process();
  return {
    app,
    page,
    pid: process_.pid ?? 0,
    dataFolder,
    startedInMs: performance.now() - began,
    async close() {
      await app.close();
    },
    async kill() {
      const gone = new Promise<void>((resolve) => process_.once('exit', () => resolve()));
      process_.kill('SIGKILL');
      await gone;
      await app.close().catch(() => {});
    },
  };
}
