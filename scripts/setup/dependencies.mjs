import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lastLines, projectFolder, runNpm } from './processes.mjs';
import { SetupProblem } from './steps.mjs';

/**
 * @typedef {object} LockedPackage
 * @property {string} [version]
 * @property {string} [integrity]
 * @property {boolean} [link]
 * @property {boolean} [optional]
 * @property {boolean} [devOptional]
 * @property {string[]} [os]
 * @property {string[]} [cpu]
 * @property {string[]} [libc]
 *
 * @typedef {{ packages: Record<string, LockedPackage> }} LockFile
 */

/** @type {import('./steps.mjs').Step} */
export const dependencies = {
  name: 'npm packages',
  async run(note) {
    const missing = findFirstDifference(projectFolder);
    if (missing === null) return { changed: false };
    note(`${missing}: running npm ci --ignore-scripts`);
    const { code, output } = await runNpm(['ci', '--ignore-scripts', '--no-audit', '--no-fund']);
    if (code !== 0) {
      throw new SetupProblem(
        `The npm packages could not be installed. Check the connection to the npm registry, then repeat; npm said:\n${lastLines(output, 12)}`,
      );
    }
    const left = findFirstDifference(projectFolder);
    if (left !== null)
      throw new SetupProblem(`npm ci ended well, but ${left}. Delete node_modules and repeat.`);
    return { changed: true };
  },
};

/**
 * Compares node_modules with package-lock.json. npm writes its own record into node_modules at the very end of an
 * installation, and `npm ci` deletes it at the very start: an interrupted installation has none.
 * @param {string} folder
 * @returns {string | null} the first difference in words, null when everything is as locked
 */
export function findFirstDifference(folder) {
  const installed = readLock(join(folder, 'node_modules', '.package-lock.json'));
  if (installed === null) return 'node_modules is missing or unfinished';
  const wanted = readLock(join(folder, 'package-lock.json'));
  if (wanted === null) return 'package-lock.json cannot be read';
  for (const [path, locked] of Object.entries(wanted.packages)) {
    if (path === '' || !path.startsWith('node_modules/')) continue;
    const present = installed.packages[path];
    if (present === undefined && (locked.optional || locked.devOptional)) continue;
    const name = path.slice('node_modules/'.length);
    if (present?.version !== locked.version || present?.integrity !== locked.integrity) {
      return `${name} is not the one in package-lock.json`;
    }
    if (!existsSync(join(folder, path, 'package.json'))) return `${name} is missing`;
  }
  return null;
}

/**
 * @param {string} path
 * @returns {LockFile | null}
 */
function readLock(path) {
  try {
    const lock = JSON.parse(readFileSync(path, 'utf8'));
    return typeof lock.packages === 'object' && lock.packages !== null ? lock : null;
  } catch {
    return null;
  }
}
