import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import type { Launch } from './account.ts';
import type { Binaries } from './binaries.ts';
import type { Cluster } from './cluster.ts';
import { isAlive } from './running-server.ts';

const START_PATIENCE_MS = 60_000;
const STOP_PATIENCE_MS = 30_000;
const LOOK_EVERY_MS = 50;

/** Starts the server and answers its pid as soon as the process exists; it may still be recovering. */
export function spawnPostmaster(
  cluster: Cluster,
  port: number,
  logFile: string,
  binaries: Binaries,
  launch: Launch,
): { pid: number; exited: Promise<void> } {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    // Statements of ours carry only sealed data, and their text still has no business in a log.
    log_min_error_statement: 'panic',
  };
  const [program, args] = launch.command(binaries.postgres, [
    '-D',
    cluster.folder,
    '-p',
    String(port),
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]);
  const log = openSync(logFile, 'a', 0o600);
  try {
    // Own session: a Ctrl-C in the terminal ends the hub first, and the hub then ends the server in order.
    const child = spawn(program, args, { ...launch.options, detached: true, stdio: ['ignore', log, log] });
    child.unref();
    if (child.pid === undefined) throw new Error('PostgreSQL could not be started');
    const exited = new Promise<void>((resolve) => {
      child.once('exit', () => resolve());
      child.once('error', () => resolve());
    });
    return { pid: child.pid, exited };
  } finally {
    closeSync(log);
  }
}

/** Resolves true when the server takes queries, false when the process has ended before. */
export async function waitUntilReady(pid: number, url: string): Promise<boolean> {
  const end = performance.now() + START_PATIENCE_MS;
  while (performance.now() < end) {
    if (await answers(url)) return true;
    if (!isAlive(pid)) return false;
    await wait(LOOK_EVERY_MS);
  }
  throw new Error(`PostgreSQL did not become ready in ${START_PATIENCE_MS / 1000} s`);
}

/** Ends the server in order (connections are cut, everything committed is kept), by force when it does not end. */
export async function stopPostmaster(pid: number): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (!send(pid, signal)) return;
    const end = performance.now() + STOP_PATIENCE_MS;
    while (performance.now() < end) {
      if (!isAlive(pid)) return;
      await wait(LOOK_EVERY_MS);
    }
  }
}

export async function findFreePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', resolve);
  });
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('the system gave no port');
  return address.port;
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

function send(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}
