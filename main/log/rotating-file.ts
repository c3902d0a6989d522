import { closeSync, fstatSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

export interface RotatingFile {
  write(line: string): void;
  close(): void;
}

/**
 * `kiosk.log`, then `kiosk.1.log` and so on, the oldest dropped. Synchronous, because the line before a crash is the
 * one that is wanted. A log that cannot be written never stops the kiosk.
 */
export function openRotatingFile(
  folder: string,
  limits = { bytes: 2 * 1024 * 1024, files: 5 },
): RotatingFile {
  const nameOf = (n: number) => join(folder, n === 0 ? 'kiosk.log' : `kiosk.${n}.log`);
  let file: number | null = null;
  let size = 0;

  function open(): number {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const opened = openSync(nameOf(0), 'a', 0o600);
    size = fstatSync(opened).size;
    return opened;
  }

  function rotate(): void {
    close();
    rmSync(nameOf(limits.files - 1), { force: true });
    for (let n = limits.files - 2; n >= 0; n--) renameIfThere(nameOf(n), nameOf(n + 1));
  }

  function close(): void {
    if (file !== null) closeSync(file);
    file = null;
  }

  return {
    write(line) {
      try {
        file ??= open();
        const bytes = Buffer.from(line);
        if (size > 0 && size + bytes.length > limits.bytes) {
          rotate();
          file = open();
        }
        size += writeSync(file, bytes);
      } catch {
        file = null;
      }
    },
    close,
  };
}

function renameIfThere(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
}
