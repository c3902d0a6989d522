import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, inject, test, vi } from 'vitest';
import { clusterFolderIn, readCluster, removeUnfinishedClusters } from './cluster.ts';
import { type EmbeddedPostgres, openEmbeddedPostgres } from './open-embedded-postgres.ts';
import { findServer, isAlive } from './running-server.ts';

let dataFolder: string;
let opened: EmbeddedPostgres[] = [];

beforeAll(() => {
  dataFolder = mkdtempSync(join(inject('hubTestFolder'), 'postgres-'));
});
afterEach(async () => {
  for (const one of opened) await one.close();
  opened = [];
});
afterAll(() => rmSync(dataFolder, { recursive: true, force: true }));

async function open(): Promise<EmbeddedPostgres> {
  const postgres = await openEmbeddedPostgres(dataFolder);
  opened.push(postgres);
  return postgres;
}

function pidFile(): string {
  return join(clusterFolderIn(dataFolder), 'postmaster.pid');
}

function clusterFolder(): string {
  const cluster = readCluster(clusterFolderIn(dataFolder));
  if (!cluster) throw new Error('there is no cluster');
  return cluster.folder;
}

async function ask(databaseUrl: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

test('what an interrupted first start left is removed, and the server starts', async () => {
  const leftover = `${clusterFolderIn(dataFolder)}.unfinished-0123456789ab`;
  mkdirSync(leftover, { recursive: true });
  writeFileSync(join(leftover, 'PG_VERSION'), '18');
  const postgres = await open();
  expect(await ask(postgres.databaseUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  expect(readdirSync(dataFolder).filter((name) => name.includes('unfinished'))).toEqual([]);
});

test('the server listens on loopback only and wants a password', async () => {
  const postgres = await open();
  expect(await ask(postgres.databaseUrl, 'SHOW listen_addresses')).toEqual([
    { listen_addresses: '127.0.0.1' },
  ]);
  const stranger = postgres.databaseUrl.replace(/:[^:@]+@/, ':wrong@');
  await expect(ask(stranger, 'SELECT 1')).rejects.toThrow('password authentication failed');
});

/** Opens the folder in a process of its own, as a second hub would, stays a moment and closes. Answers how it ended. */
function openInAnotherProcess(folder: string): Promise<{ code: number | null; said: string }> {
  const module = join(import.meta.dirname, 'open-embedded-postgres.ts');
  const script = `const { openEmbeddedPostgres } = await import(${JSON.stringify(module)});
    const postgres = await openEmbeddedPostgres(${JSON.stringify(folder)});
    await new Promise((resolve) => setTimeout(resolve, 300));
    await postgres.close();`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (piece: Buffer) => {
    said += piece.toString();
  });
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said })));
}

test('processes that open an empty folder at the same moment all get a database', async () => {
  const folder = mkdtempSync(join(inject('hubTestFolder'), 'at-once-'));
  expect(await Promise.all([1, 2, 3].map(() => openInAnotherProcess(folder)))).toEqual(
    Array(3).fill({ code: 0, said: '' }),
  );
});

test('a first start that is still being made by another process stops nobody who clears up', async () => {
  const folder = mkdtempSync(join(inject('hubTestFolder'), 'clear-up-'));
  const cluster = { folder: clusterFolderIn(folder), password: 'unused' };
  const unfinished = `${cluster.folder}.unfinished-0123456789ab`;
  const script = `const { mkdirSync, writeFileSync } = require('node:fs');
    for (let n = 0; ; n++) try {
      mkdirSync(${JSON.stringify(unfinished)}, { recursive: true });
      writeFileSync(${JSON.stringify(unfinished)} + '/' + n % 500, '');
    } catch {}`;
  const writer = spawn(process.execPath, ['--eval', script], { stdio: 'ignore' });
  try {
    await vi.waitFor(() => expect(existsSync(unfinished)).toBe(true), { timeout: 10_000 });
    for (let round = 0; round < 300; round++) removeUnfinishedClusters(cluster);
  } finally {
    writer.kill('SIGKILL');
    await new Promise((resolve) => writer.once('exit', resolve));
  }
  removeUnfinishedClusters(cluster);
  expect(readdirSync(folder)).toEqual([]);
});

test('one that comes in while the last one leaves gets a database all the same', async () => {
  for (let round = 0; round < 12; round++) {
    const leaving = await openEmbeddedPostgres(dataFolder);
    const left = leaving.close();
    // A little later each time, to meet the stop at every step.
    await new Promise((resolve) => setTimeout(resolve, round * 2));
    const coming = await open();
    await left;
    expect(await ask(coming.databaseUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await coming.close();
    opened = [];
  }
}, 60_000);

test('the last one to close stops the server, not the first', async () => {
  const [first, second] = [await open(), await open()];
  const pid = first.pid();
  expect(second.pid()).toBe(pid);
  await first.close();
  expect(isAlive(pid)).toBe(true);
  await second.close();
  expect(isAlive(pid)).toBe(false);
  opened = [];
});

test.each([
  [
    'names a program that is no server',
    () => `${process.pid}\n${clusterFolder()}\n1\n5432\n\n127.0.0.1\n1 2\nready\n`,
  ],
  ['is empty', () => ''],
  ['holds nonsense', () => 'nonsense'],
])('a pid file that %s does not stop the start', async (_what, content) => {
  writeFileSync(pidFile(), content());
  expect(findServer(clusterFolder()).state).toBe('stale');
  const postgres = await open();
  expect(await ask(postgres.databaseUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('the pid file of a server that runs is left alone and the server is used', async () => {
  const first = await open();
  const before = readFileSync(pidFile(), 'utf8').split('\n')[0];
  expect(findServer(clusterFolder())).toMatchObject({ state: 'running', pid: first.pid() });
  const second = await open();
  expect(second.databaseUrl).toBe(first.databaseUrl);
  expect(readFileSync(pidFile(), 'utf8').split('\n')[0]).toBe(before);
});

test('a killed server comes back by itself at the same address, again and again', async () => {
  const postgres = await open();
  await ask(postgres.databaseUrl, 'CREATE TABLE kept AS SELECT 7 AS value');
  for (let times = 0; times < 2; times++) {
    const killed = postgres.pid();
    process.kill(killed, 'SIGKILL');
    await vi.waitFor(
      async () => {
        expect(postgres.pid()).not.toBe(killed);
        expect(await ask(postgres.databaseUrl, 'SELECT value FROM kept')).toEqual([{ value: 7 }]);
      },
      { timeout: 20_000, interval: 100 },
    );
  }
  expect(existsSync(pidFile())).toBe(true);
}, 60_000);
