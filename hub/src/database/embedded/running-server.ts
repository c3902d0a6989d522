import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** What `postmaster.pid` says, as far as it could be read. */
interface PidFile {
  pid: number | null;
  port: number | null;
}

export type ServerState =
  | { state: 'none' }
  /** The file is there and it is certain that no server runs on this cluster. */
  | { state: 'stale' }
  | { state: 'running'; pid: number; port: number | null }
  /** A process has the number and nothing tells whether it is ours. */
  | { state: 'unproven'; pid: number };

/** Looks whether a server runs on the cluster. `folder` is a real path, as it stands in the server's command line. */
export function findServer(folder: string): ServerState {
  const file = readPidFile(folder);
  const served = process.platform === 'linux' ? findPostmaster(folder) : null;
  if (served !== null) return { state: 'running', pid: served, port: file?.port ?? null };
  if (!file) return { state: 'none' };
  if (file.pid === null) return process.platform === 'linux' ? { state: 'stale' } : { state: 'none' };
  if (!isAlive(file.pid)) return { state: 'stale' };
  // Alive, visible and not our server: the number was given to another program after a cut, or is a zombie.
  if (existsSync(`/proc/${file.pid}/cmdline`)) return { state: 'stale' };
  // It may have ended between the two looks.
  if (!isAlive(file.pid)) return { state: 'stale' };
  return { state: 'unproven', pid: file.pid };
}

/** Removes the pid file of a server that is proven not to run, and nothing else. */
export function removeStalePidFile(folder: string): void {
  if (findServer(folder).state !== 'stale') return;
  rmSync(join(folder, 'postmaster.pid'), { force: true });
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' && !isZombie(pid);
  }
}

function readPidFile(folder: string): PidFile | null {
  try {
    const lines = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: positive(lines[0]), port: positive(lines[3]) };
  } catch {
    return null;
  }
}

/** The main process of the server that was started on the folder: the only one whose command line names it. */
function findPostmaster(folder: string): number | null {
  for (const name of readdirSync('/proc')) {
    const pid = positive(name);
    if (pid === null) continue;
    const words = read(`/proc/${pid}/cmdline`).split('\0');
    const place = words.indexOf('-D');
    if (place > 0 && words[place + 1] === folder && /postgres$/.test(words[0] ?? '') && !isZombie(pid)) {
      return pid;
    }
  }
  return null;
}

function isZombie(pid: number): boolean {
  // The name in brackets may itself hold brackets and blanks; the state is the first letter after the last one.
  const stat = read(`/proc/${pid}/stat`);
  return stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z');
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function positive(text: string | undefined): number | null {
  const value = Number(text?.trim());
  return Number.isInteger(value) && value > 0 ? value : null;
}
