// Completes package-lock.json after `npm install` against a registry that does not carry every platform's binaries:
// npm leaves those out of the lock file and `npm ci` then refuses it, everywhere. The entries added here name the exact
// version and the platform, so that other platforms skip them and the right one fetches them from its own registry.
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/**
 * @typedef {object} Entry
 * @property {string} [version]
 * @property {boolean} [dev]
 * @property {boolean} [optional]
 * @property {string[]} [os]
 * @property {string[]} [cpu]
 * @property {string[]} [libc]
 * @property {Record<string, string>} [optionalDependencies]
 */

const systems = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
  'windows',
];
const processors = ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64'];

/**
 * @param {Record<string, Entry>} packages the `packages` of a lock file; completed in place
 * @returns {string[]} the names that were added
 */
export function completeLock(packages) {
  /** @type {string[]} */
  const added = [];
  for (const [path, entry] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const known = `node_modules/${name}` in packages || `${path}/node_modules/${name}` in packages;
      const platform = readPlatform(name);
      if (known || platform === null || !/^\d+\.\d+\.\d+/.test(version)) continue;
      packages[`node_modules/${name}`] = {
        version,
        ...(entry.dev ? { dev: true } : {}),
        optional: true,
        ...platform,
      };
      added.push(name);
    }
  }
  return added;
}

/**
 * Reads the platform out of a name such as `@biomejs/cli-linux-arm64-musl`.
 * @param {string} name
 * @returns {{ os: string[], cpu: string[], libc?: string[] } | null} null when the name does not tell
 */
function readPlatform(name) {
  const words = name.split(/[/-]/);
  const system = systems.find((word) => words.includes(word));
  const processor = processors.find((word) => words.includes(word));
  if (system === undefined || processor === undefined) return null;
  const platform = { os: [system === 'windows' ? 'win32' : system], cpu: [processor] };
  if (words.some((word) => word.startsWith('musl'))) return { ...platform, libc: ['musl'] };
  if (words.some((word) => word.startsWith('gnu'))) return { ...platform, libc: ['glibc'] };
  return platform;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const path = 'package-lock.json';
  const lock = JSON.parse(readFileSync(path, 'utf8'));
  const added = completeLock(lock.packages);
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
  if (added.length > 0) writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(added.length === 0 ? `${path} was complete.` : `Added to ${path}: ${added.join(', ')}`);
}
