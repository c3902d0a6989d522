import { runProgram } from '../../scripts/setup/processes.mjs';

const TRIED = [
  '--mount',
  '--pid',
  '--fork',
  '--propagation',
  'private',
  'sh',
  '-c',
  'mount -t tmpfs none /mnt',
];

/** This machine cannot show an installed kiosk; the sentence says why. A fault of the kiosk is never one of these. */
export class CannotShow extends Error {}

/** Makes sure that a bare system can be made in a folder and entered, and gets debootstrap where it lacks. Throws `CannotShow`. */
export async function expectAbleMachine({ hasBase }: { hasBase: boolean }): Promise<void> {
  if (process.platform !== 'linux') throw new CannotShow('only Linux has namespaces to install into');
  if (process.getuid?.() !== 0) throw new CannotShow('only root may install into a folder');
  const mounted = await runProgram('unshare', TRIED);
  if (mounted.code !== 0) throw new CannotShow(`nothing can be mounted here: ${lastLine(mounted.output)}`);
  if (hasBase || (await isThere())) return;
  const install = [
    'install',
    '-y',
    '-q',
    '--no-install-recommends',
    '-o',
    'DPkg::Lock::Timeout=300',
    'debootstrap',
  ];
  await runProgram('apt-get', install);
  if (await isThere()) return;
  // A fresh machine has no package lists.
  await runProgram('apt-get', ['update', '-q']);
  const { output } = await runProgram('apt-get', install);
  if (!(await isThere())) throw new CannotShow(`debootstrap cannot be installed: ${lastLine(output)}`);
}

/** debootstrap said this: whether it was the way to Debian's archive that failed. */
export function isWithoutArchive(output: string): boolean {
  return /Failed getting release file|Couldn't download|Invalid Release|couldn't resolve/i.test(output);
}

export function lastLine(output: string): string {
  return output.trim().split('\n').at(-1) ?? '';
}

async function isThere(): Promise<boolean> {
  return (await runProgram('debootstrap', ['--version'])).code === 0;
}
