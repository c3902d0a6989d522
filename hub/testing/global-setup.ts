import { chmodSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
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

/**
 * Names a folder for this run; the first test file that needs PostgreSQL starts it there. Runs that were killed cannot
 * tidy up, so the next run does it for them.
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(name.startsWith(PREFIX) ? name.slice(PREFIX.length) : Number.NaN);
    if (Number.isInteger(pid) && !isAlive(pid)) await removeRun(join(tmpdir(), name));
  }
  const folder = join(tmpdir(), `${PREFIX}${process.pid}`);
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
  project.provide('hubTestFolder', folder);
  return () => removeRun(folder);
}

async function removeRun(folder: string): Promise<void> {
  const cluster = readCluster(clusterFolderIn(folder));
  const server = cluster ? findServer(cluster.folder) : null;
  if (server?.state === 'running') await stopPostmaster(server.pid);
  rmSync(folder, { recursive: true, force: true });
}
