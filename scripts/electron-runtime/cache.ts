import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** What is built once per machine and shared by every clone: outside the project, so that `npm ci` does not delete it. */
export function cacheFolder(): string {
  const base = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  return join(base, 'pos-migran-kiosk');
}

/** A short name for a recipe: another recipe, another folder, so that an old build is never taken for a new one. */
export function recipeKey(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 12);
}

/**
 * Builds a folder aside and moves it into its place in one step: after an interruption the place is either empty or
 * complete. When another set-up was faster, its result is kept.
 * @param place absolute path of the finished folder
 * @param build fills the empty folder that it is given
 */
export async function buildOnce(place: string, build: (folder: string) => Promise<void>): Promise<void> {
  await removeAbandoned();
  const aside = join(cacheFolder(), `${asidePrefix}${process.pid}-${Date.now()}`);
  await mkdir(aside, { recursive: true });
  try {
    const result = join(aside, 'result');
    await mkdir(result);
    await build(result);
    await rename(result, place).catch((error: unknown) => {
      if (!existsSync(place)) throw error;
    });
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

const asidePrefix = 'unfinished-';

async function removeAbandoned(): Promise<void> {
  const names = await readdir(cacheFolder()).catch(() => []);
  for (const name of names) {
    if (!name.startsWith(asidePrefix)) continue;
    const pid = Number(name.slice(asidePrefix.length).split('-')[0]);
    if (!isAlive(pid)) await rm(join(cacheFolder(), name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
