import { createRequire } from 'node:module';
import { lastLines, runProgram } from '../setup/processes.mjs';
import { SetupProblem } from '../setup/steps.mjs';

/** A first start from a cold disk reads 200 MB. */
const startLimitMs = 60_000;

/**
 * Starts the program as plain Node, which needs all its system libraries but no display, and asks for its versions.
 * @throws SetupProblem when it does not start
 */
export async function readVersions(
  executablePath: string,
): Promise<{ version: string; chromium: string; node: string }> {
  const answer = await runInside(executablePath, 'JSON.stringify(process.versions)');
  const versions = JSON.parse(answer) as Record<string, string>;
  const { electron, chrome, node } = versions;
  if (!electron || !chrome || !node) throw new SetupProblem(`${executablePath} is not an Electron.`);
  return { version: electron, chromium: chrome, node };
}

/**
 * Opens a database inside the program and reads SQLite's version back: proves that program and binding fit together.
 * A binding that does not fit may end the process without a word.
 */
export async function readSqliteVersion(
  executablePath: string,
  nativeBinding: string | undefined,
): Promise<string> {
  const library = createRequire(import.meta.url).resolve('better-sqlite3');
  const options = JSON.stringify(nativeBinding === undefined ? {} : { nativeBinding });
  const open = `new (require(${JSON.stringify(library)}))(':memory:', ${options})`;
  return runInside(executablePath, `${open}.prepare('SELECT sqlite_version()').pluck().get()`);
}

async function runInside(executablePath: string, expression: string): Promise<string> {
  const { code, output } = await runProgram(executablePath, ['-p', expression], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    timeoutMs: startLimitMs,
  });
  if (code !== 0) {
    const reason = lastLines(output, 4) || `it ended with code ${code}`;
    throw new SetupProblem(`Electron at ${executablePath} does not work: ${reason}`);
  }
  return output.trim();
}
