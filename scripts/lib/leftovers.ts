import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** A started program; `born` tells it from a stranger that got the same process id later. */
type Started = { readonly name: string; readonly pid: number; readonly born: string };

/** Writes down that a program runs, before anything depends on it. */
export function rememberChild(recordFile: string, child: { name: string; pid: number }): void {
  const born = readBirth(child.pid);
  if (born === null) return;
  mkdirSync(dirname(recordFile), { recursive: true });
  writeFileSync(recordFile, JSON.stringify([...readRecord(recordFile), { ...child, born }]));
}

export function forgetChildren(recordFile: string): void {
  rmSync(recordFile, { force: true });
}

/**
 * Ends, by their ids and the last started first, the programs of a run that was killed before it could end them.
 * @returns their names
 */
export async function endLeftovers(recordFile: string, graceMs = 10_000): Promise<string[]> {
  const alive = readRecord(recordFile).filter(isSame).toReversed();
  for (const started of alive) {
    signal(started, 'SIGTERM');
    const deadline = Date.now() + graceMs;
    while (isSame(started) && Date.now() < deadline) await delay(50);
    if (isSame(started)) signal(started, 'SIGKILL');
  }
  forgetChildren(recordFile);
  return alive.map((started) => started.name);
}

function signal(started: Started, name: NodeJS.Signals): void {
  try {
    process.kill(started.pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function isSame(started: Started): boolean {
  return readBirth(started.pid) === started.born;
}

/**
 * What tells a process from a later one with the same id: on Linux its start in clock ticks, with the boot it belongs to;
 * on macOS its start as ps writes it. Null when it does not run. Windows does not tell: there nothing is remembered.
 */
function readBirth(pid: number): string | null {
  try {
    if (process.platform === 'win32') return null;
    if (process.platform !== 'linux') {
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null;
    }
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name and may hold blanks and brackets.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z') return null;
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}:${fields[19]}`;
  } catch {
    return null;
  }
}

function readRecord(recordFile: string): Started[] {
  try {
    const record: unknown = JSON.parse(readFileSync(recordFile, 'utf8'));
    return Array.isArray(record) ? record.filter(isStarted) : [];
  } catch {
    return [];
  }
}

function isStarted(value: unknown): value is Started {
  const { name, pid, born } = (value ?? {}) as Partial<Started>;
  return typeof name === 'string' && typeof pid === 'number' && pid > 1 && typeof born === 'string';
}
