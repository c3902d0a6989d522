import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { NOTICES_FILE, RUNTIME_NOTICES, SBOM_FILE } from './notices.ts';

/** Fuses as a kiosk must have them: nothing but the app in its archive runs, and no switch or variable turns it into a Node. */
const WANTED: readonly (readonly [FuseV1Options, FuseState])[] = [
  [FuseV1Options.RunAsNode, FuseState.DISABLE],
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable, FuseState.DISABLE],
  [FuseV1Options.EnableNodeCliInspectArguments, FuseState.DISABLE],
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation, FuseState.ENABLE],
  [FuseV1Options.OnlyLoadAppFromAsar, FuseState.ENABLE],
  [FuseV1Options.GrantFileProtocolExtraPrivileges, FuseState.DISABLE],
];

/** What a package may hold; a file that fits none of these came in by mistake. */
const ALLOWED = [
  /^package\.json$/,
  /^out\/(main|preload)\/index\.cjs$/,
  /^out\/renderer\/(index\.html|assets\/[\w.-]+\.(js|css|woff2?|png|webp|svg))$/,
  /^out\/speech\/[\w./-]+\.(opus|json)$/,
  /^resources\/(content|printers|wilayah)\/[\w./-]+$/,
  /^node_modules\/better-sqlite3\/(LICENSE|package\.json|lib\/[\w/-]+\.js|prebuilds\/linux-x64\.node)$/,
];

/** What is wrong with a built application folder, in sentences; empty when all is as it must be. */
export async function checkPackage(folder: string, executable: string): Promise<string[]> {
  const wire = await getCurrentFuseWire(join(folder, executable));
  const fuses = WANTED.filter(([fuse, state]) => wire[fuse] !== state).map(
    ([fuse]) => `the fuse ${FuseV1Options[fuse]} is not as it must be`,
  );
  const notices = [SBOM_FILE, NOTICES_FILE, ...RUNTIME_NOTICES]
    .filter((path) => !existsSync(join(folder, path)))
    .map((path) => `${path} is missing: nobody may be given software without its licences`);
  return [...fuses, ...notices, ...foreignFiles(fileList(folder))];
}

/** Paths inside the archive, sorted; folders are left out. */
export function fileList(folder: string): string[] {
  const all = listPackage(join(folder, 'resources', 'app.asar'), { isPack: false }).map((path) =>
    path.replaceAll('\\', '/').replace(/^\//, ''),
  );
  const folders = new Set(all.map((path) => path.slice(0, path.lastIndexOf('/'))));
  return all.filter((path) => !folders.has(path)).sort();
}

/** Files that no rule lets in, and parts that are missing. */
export function foreignFiles(paths: readonly string[]): string[] {
  const foreign = paths.filter((path) => !ALLOWED.some((rule) => rule.test(path)));
  const missing = ['out/main/index.cjs', 'out/preload/index.cjs', 'out/renderer/index.html'].filter(
    (path) => !paths.includes(path),
  );
  return [
    ...foreign.map((path) => `${path} does not belong into a package`),
    ...missing.map((path) => `${path} is missing`),
  ];
}
