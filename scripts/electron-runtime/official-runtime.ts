import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder, runProgram } from '../setup/processes.mjs';

const folder = join(projectFolder, 'node_modules', 'electron');

/** Long enough for 120 MB over a slow line. Without a route to the download host the attempt ends within seconds. */
const downloadLimitMs = 20 * 60_000;

/**
 * The Electron that the product is made for, when it is downloaded and complete.
 * `ELECTRON_OVERRIDE_DIST_PATH` names another unpacked Electron, as it does for the electron package itself.
 */
export function findOfficialElectron(): { executablePath: string } | null {
  const other = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const dist = other || join(folder, 'dist');
  const executablePath = join(dist, executableName());
  if (!existsSync(executablePath)) return null;
  // The downloader writes path.txt last: without it the unpacking was interrupted.
  if (!other && !existsSync(join(folder, 'path.txt'))) return null;
  if (!other && readText(join(dist, 'version')).replace(/^v/, '') !== wantedVersion()) return null;
  return { executablePath };
}

/**
 * Downloads Electron with its own installer, which knows mirrors (`ELECTRON_MIRROR`), proxies and its own cache, and
 * checks the hash.
 * @returns the reason why there is none, or null when it is there
 */
export async function downloadOfficialElectron(): Promise<string | null> {
  const { code, output } = await runProgram(process.execPath, [join(folder, 'install.js')], {
    cwd: folder,
    timeoutMs: downloadLimitMs,
  });
  if (code === 0 && findOfficialElectron() !== null) return null;
  return explain(output);
}

export function wantedVersion(): string {
  const manifest: { version: string } = JSON.parse(readText(join(folder, 'package.json')));
  return manifest.version;
}

/** The line that names the cause: the installer prints a whole stack. */
function explain(output: string): string {
  const cause = /\b(?:E[A-Z]{3,}|UND_ERR_\w+|HTTPError|checksum)\b.*/i.exec(output)?.[0];
  const first = output
    .trim()
    .split('\n')[0]
    ?.replace(/^TypeError: /, '');
  return (cause ?? first ?? '').slice(0, 160) || 'the installer gave no reason';
}

function executableName(): string {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

function readText(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : '';
}
