import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { projectFolder, runProgram } from './processes.mjs';
import { SetupProblem } from './steps.mjs';

/** Type stripping without a flag, and Node-API 10 for better-sqlite3 (which ends older Nodes with a segmentation fault). */
const oldestMajor = 22;
const oldestMinor = 18;

/** @type {import('./steps.mjs').Step} */
export const nodeRuntime = {
  name: 'Node for the tools',
  async run() {
    const node = findModernNode();
    const { code, output } = await runProgram(node, ['--version']);
    if (code !== 0 || !isModern(output.trim())) {
      throw new SetupProblem(`${node} does not start. Delete node_modules and repeat.`);
    }
    return { changed: linkForScripts(node), detail: output.trim() };
  },
};

/**
 * The Node that runs build, tests and hub: the one from npm, else the one running now when it is new enough.
 * @returns {string} absolute path
 */
export function findModernNode() {
  const fromNpm = findNodeFromNpm();
  if (fromNpm !== null) return fromNpm;
  if (isModern(process.version)) return process.execPath;
  throw new SetupProblem(
    `npm carries no Node for ${process.platform} on ${process.arch}, and this is Node ${process.version}. Install Node 24 from nodejs.org and repeat.`,
  );
}

/** The package's own file, not node_modules/.bin: on Windows that one is a script. */
function findNodeFromNpm() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  for (const prefix of ['node', 'node-bin']) {
    const folder = join(projectFolder, 'node_modules', [prefix, platform, process.arch].join('-'));
    if (!existsSync(join(folder, 'package.json'))) continue;
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const executable = join(folder, manifest.bin.node);
    if (existsSync(executable)) return executable;
  }
  return null;
}

/**
 * Puts this Node first on the PATH of every npm script. npm does so itself, except npm 10: it deletes the link again
 * with the packages of the other platforms, whose program has the same name.
 * @param {string} node
 * @returns {boolean} whether the link had to be made
 */
function linkForScripts(node) {
  const folder = join(projectFolder, 'node_modules', '.bin');
  if (!node.startsWith(join(projectFolder, 'node_modules'))) return false;
  mkdirSync(folder, { recursive: true });
  if (process.platform === 'win32') {
    const script = join(folder, 'node.cmd');
    if (existsSync(script)) return false;
    writeFileSync(script, `@"%~dp0\\${relative(folder, node)}" %*\r\n`);
    return true;
  }
  const link = join(folder, 'node');
  if (existsSync(link) && realpathSync(link) === realpathSync(node)) return false;
  if (lstatSync(link, { throwIfNoEntry: false })) rmSync(link);
  symlinkSync(relative(folder, node), link);
  return true;
}

/** @param {string} version such as v24.21.0 */
function isModern(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
}
