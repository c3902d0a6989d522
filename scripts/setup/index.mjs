import { pathToFileURL } from 'node:url';
import { dependencies } from './dependencies.mjs';
import { electronBinding, electronCheck, electronRuntime, readNeeds } from './electron.mjs';
import { nodeRuntime } from './node-runtime.mjs';
import { postgresLinks } from './postgres-links.mjs';
import { endRunningPrograms } from './processes.mjs';
import { runSteps, SetupProblem } from './steps.mjs';
import { systemPackages } from './system-packages.mjs';

/**
 * Makes this clone ready to start and to test. Every step looks first whether it is needed, so an interrupted set-up
 * is simply repeated and a finished one takes about a second.
 * @returns {Promise<boolean>} false when a step failed; the reason and the remedy are printed
 */
export async function runSetup() {
  console.log('Set-up');
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
  for (const signal of signals) process.on(signal, stop);
  try {
    await runSteps(
      [
        dependencies,
        nodeRuntime,
        postgresLinks,
        electronRuntime,
        systemPackages(readNeeds),
        electronBinding,
        electronCheck,
      ],
      (line) => console.log(line),
    );
    return true;
  } catch (error) {
    if (!(error instanceof SetupProblem)) throw error;
    console.error(`\n${error.message}`);
    return false;
  } finally {
    for (const signal of signals) process.off(signal, stop);
  }
}

function stop() {
  endRunningPrograms();
  console.error('\nStopped. The set-up can be repeated at any time; finished steps stay.');
  process.exit(130);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.exitCode = (await runSetup()) ? 0 : 1;
}
