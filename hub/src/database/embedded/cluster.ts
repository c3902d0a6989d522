import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Launch } from './account.ts';
import type { Binaries } from './binaries.ts';
import { syncFolder } from './sync-folder.ts';

const PASSWORD_FILE = 'hub-password';
const UNFINISHED = '.unfinished-';

/** A PostgreSQL data folder that initdb has finished. */
export interface Cluster {
  folder: string;
  password: string;
}

export function clusterFolderIn(dataFolder: string): string {
  return join(dataFolder, 'postgres');
}

/** The cluster in the folder, or null where none was made yet. */
export function readCluster(folder: string): Cluster | null {
  if (!isCluster(folder)) return null;
  return { folder: realpathSync(folder), password: readFileSync(join(folder, PASSWORD_FILE), 'utf8').trim() };
}

/**
 * Makes the cluster beside its place and moves it there when it is whole, so that a kill in the middle leaves nothing
 * that looks like a cluster. When two processes do it at once, one of the two stays.
 */
export function createCluster(folder: string, binaries: Binaries, launch: Launch): Cluster {
  const unfinished = `${folder}${UNFINISHED}${randomBytes(6).toString('hex')}`;
  const password = randomBytes(24).toString('base64url');
  const passwordFile = `${unfinished}.password`;
  try {
    mkdirSync(unfinished, { recursive: true, mode: 0o700 });
    // Flushed: a cluster whose password did not survive a power cut can never be opened again.
    writeFileSync(passwordFile, password, { mode: 0o600, flush: true });
    own(unfinished, launch);
    own(passwordFile, launch);
    const [program, args] = launch.command(binaries.initdb, [
      `--pgdata=${unfinished}`,
      '--username=hub',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
    ]);
    const made = spawnSync(program, args, { ...launch.options, encoding: 'utf8' });
    if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr || made.error?.message}`);
    moveIntoPlace(unfinished, passwordFile, folder);
  } catch (error) {
    // Another process was faster: its cluster stays, and at any step it may have cleared ours away under our hands.
    if (!isCluster(folder)) throw error;
  } finally {
    removeLeftover(unfinished);
    removeLeftover(passwordFile);
  }
  const cluster = readCluster(folder);
  if (!cluster) throw new Error(`${folder} exists and is not a PostgreSQL data folder`);
  return cluster;
}

/** Removes what an interrupted `createCluster` left, once a finished cluster stands: one still at work then uses that. */
export function removeUnfinishedClusters({ folder }: Cluster): void {
  const parent = dirname(folder);
  for (const name of readdirSync(parent)) {
    if (join(parent, name).startsWith(`${folder}${UNFINISHED}`)) {
      removeLeftover(join(parent, name));
    }
  }
}

/** What somebody is still writing into cannot be removed now; the next opening clears it away. */
function removeLeftover(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch (error) {
    if (!['ENOTEMPTY', 'EBUSY', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}

function moveIntoPlace(from: string, passwordFile: string, to: string): void {
  renameSync(passwordFile, join(from, PASSWORD_FILE));
  syncFolder(from);
  renameSync(from, to);
  syncFolder(dirname(to));
}

function isCluster(folder: string): boolean {
  return existsSync(join(folder, 'PG_VERSION'));
}

function own(path: string, { account }: Launch): void {
  if (account) chownSync(path, account.uid, account.gid);
}
