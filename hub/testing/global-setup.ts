import { chmodSync, mkdirSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { clusterFolderIn, readCluster } from '../src/database/embedded/cluster.ts';
import { stopPostmaster } from '../src/database/embedded/postmaster.ts';
import { findServer, isAlive } from '../src/database/embedded/running-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Data folder of the PostgreSQL that the hub's tests of this run share. */
    hubTestFolder: string;
  }
}

const PREFIX = 'pos-migran-hub-test-';
const IN_MEMORY = '/dev/shm';
const ROOM_BYTES = 1024 ** 3;

/**
 * Names a folder for this run; the first test file that needs PostgreSQL starts it there. Runs that were killed cannot
 * tidy up, so the next run does it for them.
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const parent = chooseParent();
  for (const name of readdirSync(parent)) {
    const pid = Number(name.startsWith(PREFIX) ? name.slice(PREFIX.length) : Number.NaN);
    if (Number.isInteger(pid) && !isAlive(pid)) await removeRun(join(parent, name));
  }
  const folder = join(parent, `${PREFIX}${process.pid}`);
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
  project.provide('hubTestFolder', folder);
  return () => removeRun(folder);
}

/** Where flushing costs nothing, if there is room: these tests kill processes, not the machine. */
function chooseParent(): string {
  try {
    const { bavail, bsize } = statfsSync(IN_MEMORY);
    return bavail * bsize > ROOM_BYTES ? IN_MEMORY : tmpdir();
  } catch {
    return tmpdir();
  }
}

async function removeRun(folder: string): Promise<void> {
  const cluster = readCluster(clusterFolderIn(folder));
  const server = cluster ? findServer(cluster.folder) : null;
  if (server?.state === 'running') await stopPostmaster(server.pid);
  rmSync(folder, { recursive: true, force: true });
}
