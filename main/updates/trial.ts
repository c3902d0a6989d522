import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { flushFolder, writeDurably } from '../db/durable-file.ts';
import type { UpdatePlaces } from './places.ts';
import { readRootState } from './root-state.ts';

/** The folder of updates below the data folder. */
export const UPDATES_FOLDER = 'updates';
const HEALTHY = 'healthy';

/**
 * This start is a trial: nothing is taken in, nothing sent, nothing printed, because its database may be put back. It ends with the
 * mark and a start anew, or without it.
 */
export function isOnTrial(places: UpdatePlaces | null): boolean {
  return places !== null && readRootState(places.state).trial?.name === places.own;
}

/** On the disk before it returns: from here on nobody puts the database back. Throws what the file system throws. */
export function markHealthy(dataFolder: string, { own }: UpdatePlaces): void {
  const folder = join(dataFolder, UPDATES_FOLDER);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  flushFolder(dataFolder);
  writeDurably(join(folder, HEALTHY), `${own}\n`);
}
