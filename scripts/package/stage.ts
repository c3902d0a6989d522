import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronRuntime } from '../electron-runtime/resolve.ts';
import { projectFolder } from '../setup/processes.mjs';

/** The parts that a build leaves in out/ and a kiosk needs; everything else there belongs to tests. */
const BUILT = ['main', 'preload', 'renderer', 'speech'] as const;
const PREBUILT = 'linux-x64.node';

/** Name of the package, also of its folder on the kiosk. A package of the fallback runtime says what it is wherever it is named. */
export function packageName(kind: ElectronRuntime['kind']): string {
  return kind === 'official' ? 'pos-migran-kiosk' : 'pos-migran-kiosk-test-build';
}

/**
 * Lays out exactly the files of the app: the built parts without their maps, the resources, and of all packages the one that stays
 * a package at run time, with the one compiled file that fits.
 */
export async function stageApp(
  runtime: ElectronRuntime,
  { folder, build }: { folder: string; build: number },
): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const part of BUILT) {
    await cp(join(projectFolder, 'out', part), join(folder, 'out', part), {
      recursive: true,
      filter: (path) => !path.endsWith('.map'),
    });
  }
  await cp(join(projectFolder, 'resources'), join(folder, 'resources'), { recursive: true });
  await stageSqlite(runtime, join(folder, 'node_modules', 'better-sqlite3'));
  await writeFile(
    join(folder, 'package.json'),
    JSON.stringify({ ...(await manifest(runtime)), buildNumber: build }, null, 2),
  );
}

async function stageSqlite(runtime: ElectronRuntime, to: string): Promise<void> {
  const from = join(projectFolder, 'node_modules', 'better-sqlite3');
  for (const part of ['lib', 'LICENSE', 'package.json']) {
    await cp(join(from, part), join(to, part), { recursive: true });
  }
  const compiled = runtime.nativeBinding ?? join(from, 'prebuilds', PREBUILT);
  await mkdir(join(to, 'prebuilds'), { recursive: true });
  await cp(compiled, join(to, 'prebuilds', PREBUILT));
}

async function manifest(runtime: ElectronRuntime): Promise<Record<string, unknown>> {
  const whole = JSON.parse(await readFile(join(projectFolder, 'package.json'), 'utf8'));
  return {
    name: packageName(runtime.kind),
    productName: 'pos-migran-kiosk',
    version: whole.version,
    description: whole.description,
    author: 'Pos Migran kiosk developers <kiosk@example.org>',
    homepage: 'https://example.org/pos-migran-kiosk',
    license: whole.license,
    private: true,
    main: whole.main,
    dependencies: { 'better-sqlite3': whole.dependencies['better-sqlite3'] },
    // Read by the kiosk itself: its desk says so, and no update of a release takes it for one.
    isTestBuild: runtime.kind !== 'official',
  };
}
