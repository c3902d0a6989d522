import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { basename, delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Root folder of the project. */
export const projectFolder = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/**
 * @typedef {object} Finished
 * @property {number} code exit code; 127 when the program does not exist, 128 when a signal ended it
 * @property {string} output standard output and standard error, in the order they came
 */

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/** Ends what is running, so that an interrupted set-up leaves nothing behind that still works. */
export function endRunningPrograms() {
  for (const child of running) child.kill('SIGTERM');
}

/**
 * Adds a child to those that end with the set-up.
 * @param {import('node:child_process').ChildProcess} child
 */
export function endWithSetup(child) {
  running.add(child);
  child.once('close', () => running.delete(child));
}

/**
 * Runs a program to its end, without standard input, and never throws: a missing program is an exit code too.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeoutMs?: number }} [options]
 * @returns {Promise<Finished>}
 */
export function runProgram(command, args, options = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd: options.cwd ?? projectFolder,
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: options.timeoutMs,
      shell: process.platform === 'win32' && command.endsWith('.cmd'),
    });
    endWithSetup(child);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (text) => {
        output += text;
      });
    }
    child.on('error', (error) => done({ code: 127, output: `${output}${error.message}` }));
    child.on('close', (code, signal) => done({ code: signal ? 128 : (code ?? 1), output }));
  });
}

/**
 * Runs npm with the Node that runs npm itself. The project's own Node must not be used for it: `npm ci` deletes
 * that Node while it works.
 * @param {string[]} args
 * @param {{ cwd?: string, timeoutMs?: number }} [options]
 */
export function runNpm(args, options = {}) {
  const env = { ...process.env, PATH: pathWithoutProjectBinaries() };
  const cli = process.env.npm_execpath;
  const node = process.env.npm_node_execpath;
  if (cli && node && basename(cli) === 'npm-cli.js' && existsSync(cli) && existsSync(node)) {
    return runProgram(node, [cli, ...args], { ...options, env });
  }
  return runProgram(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, { ...options, env });
}

function pathWithoutProjectBinaries() {
  const ours = join(projectFolder, 'node_modules', '.bin');
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => resolve(folder) !== ours)
    .join(delimiter);
}

/**
 * The last lines of what a program said, for an error message.
 * @param {string} output
 * @param {number} [lines]
 */
export function lastLines(output, lines = 6) {
  return output.trim().split('\n').slice(-lines).join('\n');
}
