import { statfsSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, release, tmpdir, totalmem } from 'node:os';

/** Names of the file systems a kiosk or a developer's machine is likely to have, by the kernel's number. */
const FILE_SYSTEMS: Record<number, string> = {
  61267: 'ext4',
  16914836: 'tmpfs',
  1481003842: 'xfs',
  2435016766: 'btrfs',
  2035054128: 'overlayfs',
};

/** What a figure cannot be read without. */
export function describeMachine(): string {
  const { type } = statfsSync(tmpdir());
  return [
    `${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown'})`,
    `${(totalmem() / 1024 ** 3).toFixed(1)} GiB`,
    `${process.platform} ${release()}`,
    `data on ${FILE_SYSTEMS[type] ?? `file system ${type}`}`,
    `Node ${process.versions.node}`,
  ].join(', ');
}

/** Load of the last minute against the cores: above 1 the figures measure the neighbours too. */
export function describeLoad(): string {
  const load = loadavg()[0] ?? 0;
  return `load ${load.toFixed(1)} on ${availableParallelism()} cores`;
}
