import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { ElectronRuntime } from '../electron-runtime/resolve.ts';
import { projectFolder, runNpm } from '../setup/processes.mjs';

/** Where they lie in a package, below its folder; Electron's and Chromium's own texts lie beside the program. */
export const SBOM_FILE = join('resources', 'sbom.cdx.json');
export const NOTICES_FILE = join('resources', 'third-party-licences.txt');
export const RUNTIME_NOTICES = ['LICENSE.electron.txt', 'LICENSES.chromium.html'] as const;

/** In the package without being in a bundle's map: the native module and the fonts. */
const STAGED = ['better-sqlite3', '@fontsource-variable/noto-sans', '@fontsource-variable/plus-jakarta-sans'];
const PARTS = ['main', 'preload', join('renderer', 'assets')];
/** Licences that would ask for more than a notice. */
const UNFIT = /\b(A?GPL|SSPL|BUSL|CC-BY-NC)/;

const Component = z.looseObject({
  'bom-ref': z.string(),
  name: z.string(),
  version: z.string(),
  licenses: z.array(z.looseObject({})).optional(),
  properties: z.array(z.looseObject({ name: z.string() })).optional(),
});
/** How npm marks what only developers need. */
const DEVELOPMENT = 'cdx:npm:package:development';
const Sbom = z.looseObject({
  bomFormat: z.literal('CycloneDX'),
  specVersion: z.string(),
  metadata: z.looseObject({}),
  components: z.array(Component),
  dependencies: z.array(z.looseObject({ ref: z.string(), dependsOn: z.array(z.string()).default([]) })),
});
export type Sbom = z.infer<typeof Sbom>;

/** The packages whose code is in the bundles, by the maps that the build leaves beside them. */
export async function listBundled(out: string): Promise<string[]> {
  const names = new Set(STAGED);
  for (const part of PARTS) {
    const maps = (await readdir(join(out, part))).filter((name) => name.endsWith('.map'));
    for (const map of maps) {
      const { sources } = JSON.parse(await readFile(join(out, part, map), 'utf8')) as { sources: string[] };
      for (const source of sources) {
        const name = packageOf(source);
        if (name) names.add(name);
      }
    }
  }
  return [...names].sort();
}

/** `@scope/name` of a file in `node_modules`. Null: it is in none. */
export function packageOf(path: string): string | null {
  const at = path.lastIndexOf('node_modules/');
  if (at < 0) return null;
  const [first = '', second = ''] = path.slice(at + 'node_modules/'.length).split('/');
  return first.startsWith('@') ? `${first}/${second}` : first;
}

/**
 * What a package is made of, in CycloneDX: npm's list of the lock file, less what is not in the bundles, and the runtime. The same
 * lock gives the same text: no time and no random number is in it.
 */
export async function makeSbom(
  bundled: readonly string[],
  runtime: Pick<ElectronRuntime, 'version'>,
): Promise<Sbom> {
  // Not with `--omit dev`: npm 11 then leaves out too what a tool for developers asks for as well, react among them.
  const asked = ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx'];
  const { code, output } = await runNpm(asked);
  if (code !== 0) throw new Error(`npm sbom: ${output.trim()}`);
  return keepBundled(
    Sbom.parse(JSON.parse(output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1))),
    bundled,
    runtime,
  );
}

export function keepBundled(
  whole: Sbom,
  bundled: readonly string[],
  { version }: Pick<ElectronRuntime, 'version'>,
): Sbom {
  const { serialNumber: _, ...rest } = whole;
  const { timestamp: __, ...metadata } = whole.metadata;
  const electron = {
    'bom-ref': `electron@${version}`,
    type: 'framework',
    name: 'electron',
    version,
    purl: `pkg:npm/electron@${version}`,
    licenses: [{ license: { id: 'MIT' } }],
  };
  const components = whole.components.filter(
    ({ name, properties = [] }) =>
      bundled.includes(name) && !properties.some((property) => property.name === DEVELOPMENT),
  );
  const refs = new Set(components.map((one) => one['bom-ref']));
  return {
    ...rest,
    metadata,
    components: [...components, electron],
    dependencies: whole.dependencies
      .filter(({ ref }) => refs.has(ref))
      .map((one) => ({ ...one, dependsOn: one.dependsOn.filter((ref) => refs.has(ref)) })),
  };
}

/** What is wrong with the list, in sentences: a package that is missing from it, or whose licence asks for more than a notice. */
export function faultsOfSbom(sbom: Pick<Sbom, 'components'>, bundled: readonly string[]): string[] {
  const named = new Set(sbom.components.map(({ name }) => name));
  const missing = bundled.filter((name) => !named.has(name));
  const unfit = sbom.components.filter(({ licenses = [] }) => !licenses.every(mayBeTaken));
  return [
    ...missing.map((name) => `${name} is in a bundle and not in the list of parts`),
    ...unfit.map(({ name }) => `${name} has a licence that asks for more than a notice`),
  ];
}

/** One text with the licence of everything that is bundled; the runtime brings its own. */
export async function makeNotices(
  sbom: Pick<Sbom, 'components'>,
  bundled: readonly string[],
): Promise<string> {
  const head =
    'Pos Migran kiosk: licences of the software of others that is in this package.\n' +
    `Electron and Chromium: ${RUNTIME_NOTICES.join(' and ')} beside the program. SQLite is in the public domain.\n`;
  const parts = await Promise.all(bundled.map((name) => noticeOf(name, sbom)));
  return [head, ...parts].join(`\n${'-'.repeat(80)}\n\n`);
}

async function noticeOf(name: string, sbom: Pick<Sbom, 'components'>): Promise<string> {
  const folder = join(projectFolder, 'node_modules', name);
  const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string };
  const known = sbom.components.find((one) => one.name === name)?.licenses ?? [];
  const ids = known.map((one) => idOf(one)).join(', ') || 'not stated';
  const files = (await readdir(folder))
    .filter((file) => /^(licen[cs]e|copying|notice|ofl)/i.test(file))
    .sort();
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  const text = texts.length > 0 ? texts.join('\n') : 'The package carries no text of its licence.\n';
  return `${name} ${version} (${ids})\n\n${text}`;
}

/** Where the licence offers a choice, such as `(MIT OR GPL-2.0)`, one fit offer is enough. */
function mayBeTaken(licence: Record<string, unknown>): boolean {
  return idOf(licence)
    .split(/\s+or\s+/i)
    .some((offer) => !UNFIT.test(offer));
}

function idOf(licence: Record<string, unknown>): string {
  const { license, expression } = licence as {
    license?: { id?: string; name?: string };
    expression?: string;
  };
  return expression ?? license?.id ?? license?.name ?? 'not stated';
}
