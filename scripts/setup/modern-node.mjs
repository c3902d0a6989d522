import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { findModernNode } from './node-runtime.mjs';
import { projectFolder } from './processes.mjs';

/**
 * Runs a TypeScript file of this project to its end under the Node from npm; the one running now may be too old.
 * Signals are passed on, and the channel tells the other side when this process is gone.
 * @param {string} script path inside the project
 * @param {string[]} args
 * @returns {Promise<number>} its exit code
 */
export function runWithModernNode(script, args) {
  const child = spawn(findModernNode(), [join(projectFolder, script), ...args], {
    cwd: projectFolder,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal));
  }
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', (code, signal) => done(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}
