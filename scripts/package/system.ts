import { cp, mkdir, readFile, rm, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { projectFolder } from '../setup/processes.mjs';

/** Below /opt of an installed kiosk; the same words stand in build/linux. */
const HOUSE = 'opt/pos-migran';
const PARTS = ['libexec', 'bin', 'system', 'install.sh', 'kiosk.conf'] as const;
const GUIDES = ['installation.md', 'technician.md', 'kioskctl.md', 'hardware.md', 'updates.md'] as const;

/**
 * Lays out what the deb brings besides the app: programs that run before and around it, what install.sh puts into the system, the
 * links, the guides. `name`: of the version's folder.
 */
export async function stageSystem(folder: string, name: string): Promise<{ arguments: string[] }> {
  await rm(folder, { recursive: true, force: true });
  const house = join(folder, HOUSE);
  await mkdir(house, { recursive: true });
  for (const part of PARTS) {
    await cp(join(projectFolder, 'build', 'linux', part), join(house, part), { recursive: true });
  }
  await symlink(`versions/${name}`, join(house, 'base'));
  await link('/opt/pos-migran/bin/kioskctl', join(folder, 'usr', 'bin', 'kioskctl'));
  const guides = join(folder, 'usr', 'share', 'doc', 'pos-migran-kiosk');
  for (const guide of GUIDES) await copyGuide(guide, guides);
  return {
    arguments: [
      ...['--before-remove', join(projectFolder, 'build', 'linux', 'deb', 'prerm')],
      ...['--app-folder', `/${HOUSE}/versions/${name}`],
      `${folder}/=/`,
    ],
  };
}

/** A guide with the pictures that it shows. */
async function copyGuide(guide: string, to: string): Promise<void> {
  const docs = join(projectFolder, 'docs');
  await cp(join(docs, guide), join(to, guide));
  const text = await readFile(join(docs, guide), 'utf8');
  for (const [, picture = ''] of text.matchAll(/\]\((images\/[\w-]+\.png)\)/g)) {
    await cp(join(docs, picture), join(to, picture));
  }
}

async function link(target: string, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await symlink(target, path);
}
