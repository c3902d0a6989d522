import type { Intake } from '../intake/index.ts';

const DISK_EVERY_MS = 60_000;
const ERASE_EVERY_MS = 3_600_000;
const COPY_LOOK_EVERY_MS = 3_600_000;

/** What must be looked after without anybody asking: disk space every minute, retention and the daily copy at start and every hour. */
export function keepHouse(
  intake: Pick<Intake, 'eraseDue' | 'lookAfterDisk'>,
  copyDatabase: () => void,
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
  const copy = guarded('copy', copyDatabase);
  disk();
  erase();
  copy();
  const timers = [
    setInterval(disk, DISK_EVERY_MS),
    setInterval(erase, ERASE_EVERY_MS),
    setInterval(copy, COPY_LOOK_EVERY_MS),
  ];
  return () => {
    for (const timer of timers) clearInterval(timer);
  };
}
