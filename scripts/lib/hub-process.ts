import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { clusterFolderIn } from '../../hub/src/database/embedded/cluster.ts';
import { findServer } from '../../hub/src/database/embedded/running-server.ts';
import { startChild } from './child.ts';

const projectFolder = join(import.meta.dirname, '..', '..');
const READY_WITHIN_MS = 90_000;
const GONE_WITHIN_MS = 20_000;

const ReadyLine = z.object({ url: z.url(), enrolmentCode: z.string(), postgresPid: z.number().int() });

/** The real hub as its own process, with its PostgreSQL in the data folder. */
export interface HubProcess {
  url: string;
  enrolmentCode: string;
  /** Ends the hub alone, at once; its PostgreSQL goes on for the other processes. */
  killAlone(): Promise<void>;
  /** Ends hub and PostgreSQL as a missing power supply does: at once, whatever they were doing. */
  kill(): Promise<void>;
  /** An orderly end. */
  stop(): Promise<void>;
}

/** Twins and floods are asked for on purpose. */
const OPEN_DOORS = ['--kiosk-burst', '1000000', '--kiosk-per-second', '1000000'];

/**
 * `flags` of `serve`; a kiosk may ask as often as it likes unless they are given.
 * @throws with the hub's last words when it does not get ready
 */
export async function startHubProcess(
  dataFolder: string,
  flags: readonly string[] = OPEN_DOORS,
): Promise<HubProcess> {
  const words: string[] = [];
  const child = await startChild({
    name: 'hub',
    command: process.execPath,
    args: [...[join(projectFolder, 'hub/src/main.ts'), 'serve', '--demo', '--data', dataFolder], ...flags],
    cwd: projectFolder,
    env: { DATABASE_URL: '', HUB_OFFICER_TOKEN: '', HUB_LOG_LEVEL: 'warn' },
    print: (line) => words.push(line),
  });
  let ready: z.infer<typeof ReadyLine>;
  try {
    ready = ReadyLine.parse(await child.ready(READY_WITHIN_MS));
  } catch (error) {
    send(child.pid);
    await child.exited;
    await noServerOn(clusterFolderIn(dataFolder));
    throw new Error(`the hub did not start: ${words.slice(-3).join(' | ')}`, { cause: error });
  }
  const endAll = () => {
    send(child.pid);
    send(ready.postgresPid);
  };
  process.once('exit', endAll);
  return {
    url: ready.url,
    enrolmentCode: ready.enrolmentCode,
    async killAlone() {
      send(child.pid);
      await child.exited;
      process.off('exit', endAll);
    },
    async kill() {
      // The hub first, or it would start a PostgreSQL that is gone.
      send(child.pid);
      await child.exited;
      send(ready.postgresPid);
      await noServerOn(clusterFolderIn(dataFolder));
      process.off('exit', endAll);
    },
    async stop() {
      await child.end(60_000);
      process.off('exit', endAll);
    },
  };
}

/** Also ends a server that the hub had started anew after the cut. `cluster` is a path without links. */
async function noServerOn(cluster: string): Promise<void> {
  const end = performance.now() + GONE_WITHIN_MS;
  while (performance.now() < end) {
    const server = findServer(cluster);
    if (server.state !== 'running') return;
    send(server.pid);
    await wait(50);
  }
  throw new Error('PostgreSQL does not end');
}

function send(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
