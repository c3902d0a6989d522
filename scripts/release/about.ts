import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What the folder of a package says of itself, in lines of `name value`, for a shell that must read it without any program of ours. */
export interface AboutPackage {
  version: string;
  build: number;
  platform: 'linux' | 'win32';
  arch: 'x64' | 'arm64';
  kind: 'release' | 'test';
  /** Version of the database that it writes. */
  database: number;
}

export const ABOUT_FILE = join('resources', 'release');
const NAMES = ['version', 'build', 'platform', 'arch', 'kind', 'database'] as const;

export function writeAbout(about: AboutPackage): string {
  return NAMES.map((name) => `${name} ${about[name]}\n`).join('');
}

/** Throws when the folder holds no package of ours. */
export async function readAbout(folder: string): Promise<AboutPackage> {
  const lines = (await readFile(join(folder, ABOUT_FILE), 'utf8')).trim().split('\n');
  const found = Object.fromEntries(lines.map((line) => line.split(' ', 2) as [string, string]));
  return {
    version: String(found.version),
    build: Number(found.build),
    platform: found.platform === 'win32' ? 'win32' : 'linux',
    arch: found.arch === 'arm64' ? 'arm64' : 'x64',
    kind: found.kind === 'release' ? 'release' : 'test',
    database: Number(found.database),
  };
}
