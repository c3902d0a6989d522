import { existsSync } from 'node:fs';
import { bindingPath } from './binding.ts';
import { fallbackPlace } from './fallback-runtime.ts';
import { findOfficialElectron } from './official-runtime.ts';
import { readVersions } from './probe.ts';

/** The Electron of this machine, ready to start. */
export type ElectronRuntime = {
  /** Absolute path of the program. Its first argument that is no switch is the folder of the app. */
  readonly executablePath: string;
  /** Electron's version, such as `45.4.1`. */
  readonly version: string;
  readonly chromium: string;
  readonly node: string;
  /** `fallback`: an older Electron from npm, for development and tests only; a package built from it is a test build. */
  readonly kind: 'official' | 'fallback';
  /**
   * The file to give to better-sqlite3 as `nativeBinding`, through the environment variable
   * `POS_MIGRAN_SQLITE_BINDING`. Only the fallback needs one.
   */
  readonly nativeBinding?: string;
};

/** Which Electron to take: `POS_MIGRAN_ELECTRON=fallback` or `official` decides, else the official one comes first. */
export function chosenKind(): ElectronRuntime['kind'] | null {
  const choice = process.env.POS_MIGRAN_ELECTRON;
  if (choice === undefined || choice === '') return null;
  if (choice === 'official' || choice === 'fallback') return choice;
  throw new Error(`POS_MIGRAN_ELECTRON is "${choice}"; it can be "official" or "fallback".`);
}

/**
 * Finds what the set-up has prepared; downloads and builds nothing.
 * @throws when there is no Electron yet, with the command that gets one
 */
export async function resolveElectron(): Promise<ElectronRuntime> {
  const choice = chosenKind();
  const official = choice === 'fallback' ? null : findOfficialElectron();
  if (official !== null) {
    return { ...official, ...(await readVersions(official.executablePath)), kind: 'official' };
  }
  const { executablePath } = fallbackPlace();
  const nativeBinding = bindingPath();
  if (choice === 'official' || !existsSync(executablePath) || !existsSync(nativeBinding)) {
    throw new Error('There is no Electron yet on this machine: type npm run setup.');
  }
  return { executablePath, ...(await readVersions(executablePath)), kind: 'fallback', nativeBinding };
}

/** The environment that the app needs on this runtime, to be merged into the one it gets. */
export function runtimeEnvironment(runtime: ElectronRuntime): Record<string, string> {
  return runtime.nativeBinding === undefined ? {} : { POS_MIGRAN_SQLITE_BINDING: runtime.nativeBinding };
}

/** One line for reports. */
export function describeRuntime(runtime: ElectronRuntime): string {
  const kind =
    runtime.kind === 'official' ? 'official' : 'fallback from npm, for tests only, never for a release';
  return `Electron ${runtime.version} (${kind}), Chromium ${runtime.chromium}, Node ${runtime.node}`;
}
