import { chmodSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const IN_MEMORY = '/dev/shm';
const ROOM_BYTES = 3 * 1024 ** 3;

/**
 * A folder for one proof, removed at the end of the process. `in-memory`: where flushing costs nothing, if there is room, for proofs
 * that end processes and cut no power.
 */
export function makeWorkFolder(name: string, where: 'in-memory' | 'on-disk'): string {
  const folder = mkdtempSync(
    join(where === 'in-memory' && hasRoom() ? IN_MEMORY : tmpdir(), `pos-migran-${name}-`),
  );
  // PostgreSQL may run as another user and must reach its own folder in it.
  chmodSync(folder, 0o755);
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
  return folder;
}

function hasRoom(): boolean {
  try {
    const { bavail, bsize } = statfsSync(IN_MEMORY);
    return bavail * bsize > ROOM_BYTES;
  } catch {
    return false;
  }
}
