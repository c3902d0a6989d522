import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { prepareLaunch } from './account.ts';
import { findBinaries } from './binaries.ts';
import {
  type Cluster,
  clusterFolderIn,
  createCluster,
  readCluster,
  removeUnfinishedClusters,
} from './cluster.ts';
import { findFreePort, spawnPostmaster, stopPostmaster, waitUntilReady } from './postmaster.ts';
import { findServer, removeStalePidFile } from './running-server.ts';

const DATABASE = 'hub';
/** Held shared by every process that uses the server, and taken alone by the last one before it stops the server. */
const PRESENCE_LOCK = 7_012_027;
const TRIES = 40;
const TRIES_ON_LAST_PORT = 3;
const BETWEEN_TRIES_MS = 500;

export interface EmbeddedPostgres {
  databaseUrl: string;
  /** Process id of the running server. */
  pid(): number;
  /** Stops the server when no other process uses it. */
  close(): Promise<void>;
}

interface Running {
  pid: number;
  port: number;
}

/**
 * A real PostgreSQL on loopback with its files in `dataFolder`, made on first use. Several processes may open the same
 * folder: the first starts the server, all watch it and start it again when it dies, the last to close stops it. A
 * server whose hub was killed is simply used again.
 */
export async function openEmbeddedPostgres(
  dataFolder: string,
  note: (event: string) => void = () => {},
): Promise<EmbeddedPostgres> {
  mkdirSync(dataFolder, { recursive: true });
  const folder = clusterFolderIn(dataFolder);
  const binaries = findBinaries();
  const launch = prepareLaunch([dirname(binaries.postgres), dataFolder]);
  const cluster = readCluster(folder) ?? createCluster(folder, binaries, launch);
  removeUnfinishedClusters(cluster);
  const portFile = join(dataFolder, 'postgres-port');
  const logFile = join(dataFolder, 'postgres.log');

  let closing = false;
  let reviving: Promise<void> = Promise.resolve();
  let running: Running;
  let presence: pg.Client;
  [running, presence] = await enter();

  async function run(port: 'any-port' | 'same-port'): Promise<Running> {
    for (let attempt = 1; attempt <= TRIES && !closing; attempt++) {
      const server = findServer(cluster.folder);
      if (server.state === 'unproven') {
        throw new Error(
          `process ${server.pid} may be a PostgreSQL server on ${cluster.folder}: end it, or remove postmaster.pid when it is another program`,
        );
      }
      if (server.state === 'running' && server.port !== null) {
        const found = { pid: server.pid, port: server.port };
        if (await waitUntilReady(found.pid, urlOf(cluster, found.port, 'postgres'))) return found;
      }
      if (server.state === 'stale') removeStalePidFile(cluster.folder);
      if (server.state === 'stale' || server.state === 'none') {
        const chosen = port === 'same-port' ? running.port : await choosePort(portFile, attempt);
        const { pid } = spawnPostmaster(cluster, chosen, logFile, binaries, launch);
        note(`PostgreSQL starts on port ${chosen}`);
        if (await waitUntilReady(pid, urlOf(cluster, chosen, 'postgres'))) {
          writeFileSync(portFile, String(chosen));
          return { pid, port: chosen };
        }
      }
      // Another process was faster, the port was taken, or the children of a killed server have not ended yet.
      await wait(BETWEEN_TRIES_MS);
    }
    throw new Error(`PostgreSQL does not start; its reasons are in ${logFile}`);
  }

  /** Somebody who closes as the last may stop the server between the look at it and our coming in: then it is started again. */
  async function enter(): Promise<[Running, pg.Client]> {
    for (let attempt = 1; ; attempt++) {
      const found = await run('any-port');
      try {
        return [found, await announce(found)];
      } catch (error) {
        if (attempt === TRIES || !isServerGoing(error)) throw error;
        note('PostgreSQL was stopped by its last user while this one came in');
        await wait(BETWEEN_TRIES_MS);
      }
    }
  }

  async function announce(at: Running): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: urlOf(cluster, at.port, 'postgres'),
      keepAlive: true,
    });
    // A connection that fails while it is made is the caller's to try again; only one that stood calls for a revival.
    let isStanding = false;
    const onLost = () => {
      if (!isStanding || closing) return;
      isStanding = false;
      reviving = revive();
    };
    client.on('error', onLost);
    client.on('end', onLost);
    try {
      await client.connect();
      await client.query('SELECT pg_advisory_lock_shared($1)', [PRESENCE_LOCK]);
      const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
      if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`).catch(ignoreDuplicate);
    } catch (error) {
      await client.end().catch(() => {});
      throw error;
    }
    isStanding = true;
    return client;
  }

  /** The server died under us. It comes back on the same port, because the pools of all processes point there. */
  async function revive(): Promise<void> {
    note('PostgreSQL went away');
    for (let pause = 100; !closing; pause = Math.min(pause * 2, 10_000)) {
      try {
        running = await run('same-port');
        presence = await announce(running);
        note('PostgreSQL is back');
        return;
      } catch (error) {
        note(`PostgreSQL is not back yet: ${error instanceof Error ? error.message : String(error)}`);
        await wait(pause);
      }
    }
  }

  return {
    databaseUrl: urlOf(cluster, running.port, DATABASE),
    pid: () => running.pid,
    async close() {
      closing = true;
      await reviving;
      if (await isLast(presence)) await stopPostmaster(running.pid);
      await presence.end().catch(() => {});
    },
  };
}

async function isLast(presence: pg.Client): Promise<boolean> {
  try {
    await presence.query('SELECT pg_advisory_unlock_shared($1)', [PRESENCE_LOCK]);
    const { rows } = await presence.query<{ last: boolean }>('SELECT pg_try_advisory_lock($1) AS last', [
      PRESENCE_LOCK,
    ]);
    return rows[0]?.last === true;
  } catch {
    // It is down already; there is nothing to stop.
    return false;
  }
}

/** The port of last time first, because other processes may still point there. */
async function choosePort(portFile: string, attempt: number): Promise<number> {
  const last = readPort(portFile);
  return last !== null && attempt <= TRIES_ON_LAST_PORT ? last : findFreePort();
}

function readPort(portFile: string): number | null {
  try {
    const port = Number(readFileSync(portFile, 'utf8'));
    return Number.isInteger(port) && port > 0 && port < 65_536 ? port : null;
  } catch {
    return null;
  }
}

function urlOf(cluster: Cluster, port: number, database: string): string {
  return `postgresql://hub:${cluster.password}@127.0.0.1:${port}/${database}`;
}

/**
 * The database is there already: duplicate_database, or unique_violation when another process creates it in this very
 * moment (https://www.postgresql.org/docs/current/errcodes-appendix.html).
 */
const ALREADY_THERE = ['42P04', '23505'];

function ignoreDuplicate(error: unknown): void {
  if (!ALREADY_THERE.includes((error as { code?: string }).code ?? '')) throw error;
}

/** The server refuses or drops connections because it is being stopped: admin_shutdown, cannot_connect_now, or nobody there. */
const GOING = ['57P01', '57P03', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE'];

function isServerGoing(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string };
  return GOING.includes(code ?? '') || message === 'Connection terminated unexpectedly';
}
