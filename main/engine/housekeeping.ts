import type { Intake } from '../intake/index.ts';

const DISK_EVERY_MS = 60_000;
const ERASE_EVERY_MS = 3_600_000;

/** What must be looked after without anybody asking: disk space every minute, retention at start and every hour. */
export function keepHouse(
  intake: Pick<Intake, 'eraseDue' | 'lookAfterDisk'>,
  onTrouble: (what: string, error: unknown) => void,
  onLooked: () => void,
): () => void {
  const guarded = (what: string, act: () => void) => () => {
    try {
      act();
    } catch (error) {
      onTrouble(what, error);
    }
    onLooked();
  };
  const disk = guarded('disk', () => intake.lookAfterDisk());
  const erase = guarded('retention', () => intake.eraseDue());
  disk();
  erase();
  const timers = [setInterval(disk, DISK_EVERY_MS), setInterval(erase, ERASE_EVERY_MS)];
  return () => {
    for (const timer of timers) clearInterval(timer);
  };
}
