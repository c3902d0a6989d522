import { chmodSync } from 'node:fs';
import { aFolder } from '../../main/db/testing.ts';

/** A folder for one test in which a PostgreSQL of another user can reach its own. */
export function aFolderForPostgres(): string {
  const folder = aFolder();
  chmodSync(folder, 0o755);
  return folder;
}
