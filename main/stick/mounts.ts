import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { promisify } from 'node:util';

/** A stick as the operating system shows it. */
export interface Mount {
  folder: string;
  /** What people call it. */
  label: string;
}

const run = promisify(execFile);

/**
 * USB sticks that are mounted now, and folders that the configuration names as sticks (a kiosk image may mount them itself). Mounting is
 * the operating system's work: read-only for import, without links that lead out, and only while a technician is signed in.
 */
export async function listMounts(configured: readonly string[]): Promise<Mount[]> {
  const named = configured
    .filter((folder) => existsSync(folder))
    .map((folder) => ({ folder, label: basename(folder) }));
  const found =
    process.platform === 'win32' ? await drivesOfWindows() : mountsOfLinux(readOr('/proc/self/mounts'));
  const all = [...named, ...found];
  return all.filter(({ folder }, index) => all.findIndex((other) => other.folder === folder) === index);
}

/** Lines of `/proc/self/mounts` (fstab(5)) whose device is a removable disk. */
export function mountsOfLinux(
  mounts: string,
  isRemovable: (device: string) => boolean = isRemovableDisk,
): Mount[] {
  return mounts.split('\n').flatMap((line) => {
    const [device = '', where = ''] = line.split(' ');
    if (!/^\/dev\/[a-z0-9]+$/.test(device) || !isRemovable(basename(device))) return [];
    const folder = where.replace(/\\([0-7]{3})/g, (_, octal: string) =>
      String.fromCharCode(Number.parseInt(octal, 8)),
    );
    return [{ folder, label: basename(folder) }];
  });
}

/** `sdb1` belongs to `sdb`, and the kernel knows of the disk whether it is removable or hangs at USB. */
function isRemovableDisk(device: string): boolean {
  const disk = device.replace(/p?\d+$/, '');
  if (readOr(`/sys/block/${disk}/removable`).trim() === '1') return true;
  return readOr(`/sys/block/${disk}/device/uevent`).includes('usb');
}

/** Drives of type 2 (Win32_LogicalDisk: removable). None when Windows does not answer in time. */
async function drivesOfWindows(): Promise<Mount[]> {
  const question =
    "Get-CimInstance Win32_LogicalDisk -Filter 'DriveType=2' | ForEach-Object { $_.DeviceID + '|' + $_.VolumeName }";
  try {
    const { stdout } = await run('powershell.exe', ['-NoProfile', '-NonInteractive', '-Command', question], {
      timeout: 5_000,
    });
    return stdout.split(/\r?\n/).flatMap((line) => {
      const [drive = '', label = ''] = line.split('|');
      return /^[A-Z]:$/.test(drive) ? [{ folder: `${drive}\\`, label: label.trim() || drive }] : [];
    });
  } catch {
    return [];
  }
}

function readOr(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
