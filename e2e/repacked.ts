import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPackageWithOptions, extractAll } from '@electron/asar';

/** As electron-builder.yml has it: a library for the system's loader has to be a file of its own. */
const UNPACKED = '**/better-sqlite3/prebuilds/**';

/**
 * A copy of a package in a new folder, with the files of its app changed: everything else is the package, to the byte. `change` gets
 * the folder of those files. For the same package with another word in it, in seconds where building takes a minute.
 */
export async function repacked(folder: string, change: (inside: string) => void): Promise<string> {
  const place = mkdtempSync(join(tmpdir(), 'repacked-'));
  await cp(folder, place, { recursive: true });
  // Others than its owner are to run it.
  chmodSync(place, 0o755);
  const archive = join(place, 'resources/app.asar');
  const inside = mkdtempSync(join(tmpdir(), 'repacked-app-'));
  extractAll(archive, inside);
  change(inside);
  for (const path of [archive, `${archive}.unpacked`]) rmSync(path, { recursive: true });
  await createPackageWithOptions(inside, archive, { unpack: UNPACKED });
  rmSync(inside, { recursive: true });
  return place;
}

/** Changes what the app says of itself in its package.json. */
export function changeManifest(inside: string, changes: Record<string, unknown>): void {
  const path = join(inside, 'package.json');
  writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), ...changes }, null, 2));
}
