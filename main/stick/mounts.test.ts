import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listMounts, mountsOfLinux } from './mounts.ts';

const MOUNTS = `proc /proc proc rw 0 0
/dev/sda2 / ext4 rw 0 0
/dev/sdb1 /media/kiosk/KERJA\\040LAPANGAN vfat rw,nosuid,nodev,noexec 0 0
/dev/nvme0n1p1 /boot ext4 rw 0 0
tmpfs /media/tmpfs tmpfs rw 0 0
`;

test('only removable disks are sticks, with their real name', () => {
  const sticks = mountsOfLinux(MOUNTS, (device) => device === 'sdb1');
  expect(sticks).toEqual([{ folder: '/media/kiosk/KERJA LAPANGAN', label: 'KERJA LAPANGAN' }]);
});

test('a folder that the configuration names is a stick while it is there', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'stick-'));
  const found = await listMounts([folder, join(folder, 'gone')]);
  expect(found.filter((mount) => mount.folder.startsWith(folder))).toEqual([
    { folder, label: folder.split('/').at(-1) },
  ]);
});
