import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * A disk whose power can be cut: an ext4 image on a loop device and the file system's own shutdown call, which drops
 * everything that was not flushed. SIGKILL alone cannot find a missing flush, because the kernel still writes later.
 * It does not model a drive that lies about flushing.
 */
export interface CuttableDisk {
  /** Folder where the disk is mounted; the same after every `powerOn`. */
  folder: string;
  /**
   * From now on nothing reaches the disk and every access fails, as when the power goes. The call is not one moment: a
   * flush that is under way while it works may answer success for what is dropped (seen with a bare file and
   * fsync, nothing else). So only what was told before the call counts as told.
   */
  cut(): void;
  /** Unmounts what is left and mounts the disk again: the file system replays its journal as at a boot. */
  powerOn(): Promise<void>;
  destroy(): Promise<void>;
}

/** `_IOR('X', 125, u32)` of ext4, and "do not flush the journal". */
const SHUTDOWN_CALL = 0x8004587d;
const NO_LOG_FLUSH = 2;
const MARKER = '.power';

const CUT_SCRIPT = `open(my $disk, '<', $ARGV[0]) or die "open: $!";
my $how = pack('I', ${NO_LOG_FLUSH});
ioctl($disk, ${SHUTDOWN_CALL}, $how) or die "ioctl: $!";`;

/** Why this machine cannot cut power; null when it can. Tries it on a small disk. */
export async function whyNoPowerCuts(): Promise<string | null> {
  if (process.platform !== 'linux') return 'power cuts need Linux with ext4';
  if (process.getuid?.() !== 0) return 'power cuts need root, for loop devices';
  for (const tool of ['perl', 'mount', 'umount', 'mkfs.ext4']) {
    if (spawnSync('sh', ['-c', `command -v ${tool}`]).status !== 0) return `${tool} is not installed`;
  }
  try {
    const disk = await createDisk(16);
    try {
      disk.cut();
      await disk.powerOn();
    } finally {
      await disk.destroy();
    }
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Throws with the tool's own words when a step is not allowed here. */
export async function createDisk(megabytes: number): Promise<CuttableDisk> {
  const place = mkdtempSync(join(tmpdir(), 'pos-migran-disk-'));
  const image = join(place, 'disk.img');
  const folder = join(place, 'mount');
  mkdirSync(folder);
  // PostgreSQL runs as another user and must reach its folder.
  chmodSync(place, 0o755);
  const mount = () => run('mount', ['-o', 'loop', image, folder]);
  try {
    run('truncate', ['-s', `${megabytes}M`, image]);
    run('mkfs.ext4', ['-q', '-F', '-E', 'lazy_itable_init=0,lazy_journal_init=0', image]);
    mount();
  } catch (error) {
    rmSync(place, { recursive: true, force: true });
    throw error;
  }
  writeFileSync(join(folder, MARKER), 'the call needs any file of this disk');
  run('sync', ['-f', folder]);
  /** For an end that leaves no time to wait: the mount goes when its last user does. */
  const letGo = () => {
    spawnSync('umount', ['--lazy', folder]);
    rmSync(place, { recursive: true, force: true });
  };
  process.once('exit', letGo);
  return {
    folder,
    cut: () => run('perl', ['-e', CUT_SCRIPT, join(folder, MARKER)]),
    async powerOn() {
      await unmount(folder);
      mount();
    },
    async destroy() {
      await unmount(folder);
      process.off('exit', letGo);
      rmSync(place, { recursive: true, force: true });
    },
  };
}

/** Processes that were killed a moment ago may still hold the disk. */
async function unmount(folder: string): Promise<void> {
  for (let attempt = 0; attempt < 40; attempt++) {
    if (spawnSync('umount', [folder]).status === 0) return;
    await wait(100);
  }
  throw new Error('the disk could not be unmounted: something still uses it');
}

function run(command: string, args: readonly string[]): void {
  const done = spawnSync(command, args, { encoding: 'utf8' });
  if (done.status !== 0)
    throw new Error(`${command}: ${done.stderr?.trim() || done.error?.message || 'failed'}`);
}
