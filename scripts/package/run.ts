import { chmod, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { migrations } from '../../main/db/migrations/index.ts';
import { readRepairHotlines } from '../../main/repair/hotlines.ts';
import { repairText } from '../../main/repair/page.ts';
import { describeRuntime, resolveElectron } from '../electron-runtime/resolve.ts';
import { ABOUT_FILE, writeAbout } from '../release/about.ts';
import { lastLines, projectFolder, runProgram } from '../setup/processes.mjs';
import { checkPackage, fileList } from './check.ts';
import { faultsOfSbom, listBundled, makeNotices, makeSbom, NOTICES_FILE, SBOM_FILE } from './notices.ts';
import { packageName, stageApp } from './stage.ts';
import { stageSystem } from './system.ts';

/**
 * `npm run package`: everything that this machine can build of the kiosk, and one line about what it cannot and why. The result
 * lies in out/package; fuses and contents are read back from it.
 */
const place = join(projectFolder, 'out', 'package');
const dist = join(place, 'dist');
const runtime = await resolveElectron();
const name = packageName(runtime.kind);
/** Minutes since 1970: rises by itself, and two packages of one minute are one. Tests give their own. */
const build = Number(process.env.POS_MIGRAN_BUILD) || Math.floor(Date.now() / 60_000);
const { version } = JSON.parse(await readFile(join(projectFolder, 'package.json'), 'utf8')) as {
  version: string;
};
console.log(describeRuntime(runtime));
await rm(place, { recursive: true, force: true });

await mustRun('building the parts', process.execPath, ['scripts/build.ts']);
await mustRun('rendering the voice', process.execPath, ['scripts/speech/make.ts', ...process.argv.slice(2)]);
await stageApp(runtime, { folder: join(place, 'app'), build });
const builder = join(projectFolder, 'node_modules', 'electron-builder', 'cli.js');
const settings = [
  `-c.electronDist=${dirname(runtime.executablePath)}`,
  `-c.electronVersion=${runtime.version}`,
  `-c.artifactName=${name}-\${version}-\${arch}.\${ext}`,
];
await mustRun('packing the folder', process.execPath, [builder, '--linux', 'dir', '--x64', ...settings]);

const folder = join(dist, 'linux-unpacked');
// The fallback brings a starter for apps in folders; the archive makes it useless, and nothing useless is installed.
await rm(join(folder, 'resources', 'app'), { recursive: true, force: true });
await writeFile(
  join(folder, ABOUT_FILE),
  writeAbout({
    version,
    build,
    platform: 'linux',
    arch: 'x64',
    kind: runtime.kind === 'official' ? 'release' : 'test',
    database: migrations.length,
  }),
);
const content = join(projectFolder, 'resources', 'content');
await writeFile(join(folder, 'resources', 'repair.txt'), repairText(readRepairHotlines(content)));
const bundled = await listBundled(join(projectFolder, 'out'));
const sbom = await makeSbom(bundled, runtime);
await writeFile(join(folder, SBOM_FILE), `${JSON.stringify(sbom, null, 2)}\n`);
await writeFile(join(folder, NOTICES_FILE), await makeNotices(sbom, bundled));
for (const fault of faultsOfSbom(sbom, bundled)) {
  console.error(`package: ${fault}`);
  process.exit(1);
}
const faults = await checkPackage(folder, 'pos-migran-kiosk');
for (const fault of faults) console.error(`package: ${fault}`);
if (faults.length > 0) process.exit(1);
await writeFile(join(place, 'files.txt'), `${fileList(folder).join('\n')}\n`);
await tellOf(`${name}, as a folder`, folder);

console.log(
  `package · parts · ${sbom.components.length} in the list, licences of ${bundled.length} in one text`,
);

await buildArchive();
await buildDeb();
for (const [kind, why] of [
  ['AppImage', 'its runtime comes from a download'],
  ['nsis (Windows)', "Electron's Windows build and the installer's tools come from a download"],
] as const) {
  console.log(`package · ${kind} · not built here: ${why}; electron-builder.yml says how`);
}

async function buildArchive(): Promise<void> {
  const archive = join(dist, `${name}.tar.gz`);
  // The same files give the same archive: sorted names, no owner, no time.
  const plain = ['--sort=name', '--owner=0', '--group=0', '--numeric-owner', '--mtime=@0'];
  await mustRun('the archive', 'tar', [...plain, '-czf', archive, '-C', folder, '.']);
  await tellOf('tar.gz', archive);
}

/** electron-builder hands the making of a deb to a program called fpm; ours stands in for it over dpkg-deb. */
async function buildDeb(): Promise<void> {
  const bin = join(place, 'bin');
  await mkdir(bin, { recursive: true });
  const stand = join(bin, 'fpm');
  const system = await stageSystem(join(place, 'system'), `${version}-${build}`);
  const words = [process.execPath, join(import.meta.dirname, 'deb.ts'), '"$@"', ...system.arguments];
  const line = words.map((word) => (word === '"$@"' ? word : `'${word}'`)).join(' ');
  await writeFile(stand, `#!/bin/sh\nexec ${line}\n`);
  await chmod(stand, 0o755);
  const { code, output } = await runProgram(
    process.execPath,
    [builder, '--linux', 'deb', '--x64', '--prepackaged', folder, ...settings],
    { env: { ...process.env, USE_SYSTEM_FPM: 'true', PATH: `${bin}:${process.env.PATH ?? ''}` } },
  );
  if (code !== 0) {
    console.log(`package · deb · not built here: ${lastLines(output)}`);
    process.exitCode = 1;
    return;
  }
  const deb = (await readdir(dist)).find((file) => file.endsWith('.deb'));
  if (deb === undefined) throw new Error('no deb was made');
  await tellOf('deb', join(dist, deb));
}

async function mustRun(what: string, command: string, args: string[]): Promise<void> {
  const { code, output } = await runProgram(command, args);
  if (code === 0) return;
  console.error(`package: ${what} failed:\n${lastLines(output)}`);
  process.exit(1);
}

async function tellOf(what: string, path: string): Promise<void> {
  console.log(`package · ${what} · ${((await sizeOf(path)) / 1e6).toFixed(1)} MB`);
}

async function sizeOf(path: string): Promise<number> {
  const found = await stat(path);
  if (!found.isDirectory()) return found.size;
  const inside = await Promise.all((await readdir(path)).map((one) => sizeOf(join(path, one))));
  return inside.reduce((sum, size) => sum + size, 0);
}
