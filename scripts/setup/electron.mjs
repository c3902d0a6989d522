import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { findModernNode } from './node-runtime.mjs';
import { endWithSetup, lastLines, projectFolder } from './processes.mjs';
import { SetupProblem } from './steps.mjs';

/**
 * What the TypeScript part of the set-up says: notes on the way, at the end one outcome or one problem.
 * @typedef {object} StageMessage
 * @property {string} [note]
 * @property {import('./steps.mjs').StepOutcome} [outcome]
 * @property {string} [problem]
 * @property {Needs} [needs]
 *
 * What the chosen Electron asks of the system.
 * @typedef {object} Needs
 * @property {string} executablePath
 * @property {boolean} buildTools
 */

/** @type {import('./steps.mjs').Step} */
export const electronRuntime = { name: 'Electron', run: (note) => runStage('download', note) };

/** @type {import('./steps.mjs').Step} */
export const electronBinding = { name: 'SQLite for this Electron', run: (note) => runStage('binding', note) };

/** @type {import('./steps.mjs').Step} */
export const electronCheck = { name: 'Electron starts', run: (note) => runStage('check', note) };

/** @returns {Promise<Needs>} valid once Electron is there */
export async function readNeeds() {
  const { needs } = await askStage('needs', () => {});
  if (needs === undefined) throw new Error('the needs stage gave no answer');
  return needs;
}

/**
 * @param {string} stage
 * @param {(note: string) => void} note
 * @returns {Promise<import('./steps.mjs').StepOutcome>}
 */
async function runStage(stage, note) {
  const { outcome } = await askStage(stage, note);
  if (outcome === undefined) throw new Error(`the ${stage} stage gave no outcome`);
  return outcome;
}

/**
 * @param {string} stage one of those in prepare.ts
 * @param {(note: string) => void} note
 * @returns {Promise<StageMessage>}
 */
function askStage(stage, note) {
  return new Promise((done, fail) => {
    const script = join(projectFolder, 'scripts', 'electron-runtime', 'prepare.ts');
    const child = spawn(findModernNode(), [script, stage], {
      cwd: projectFolder,
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    endWithSetup(child);
    let said = '';
    child.stderr?.setEncoding('utf8').on('data', (text) => {
      said += text;
    });
    /** @type {StageMessage} */
    let last = {};
    child.on('message', (/** @type {StageMessage} */ message) => {
      if (message.note) note(message.note);
      else last = message;
    });
    child.on('error', fail);
    child.on('close', (code) => {
      if (last.outcome || last.needs) done(last);
      else if (last.problem) fail(new SetupProblem(last.problem));
      else
        fail(new Error(`The ${stage} stage of the set-up ended with code ${code}: ${lastLines(said, 20)}`));
    });
  });
}
