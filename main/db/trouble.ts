/** What went wrong with the file, in the few kinds that need different acts. */
export type DatabaseTrouble = 'damaged' | 'disk-full' | 'read-only' | 'busy' | 'unusable';

/** quick_check or the foreign keys found damage. */
export class DatabaseDamaged extends Error {
  override name = 'DatabaseDamaged';
}

/** The file was written by a newer app. It is left alone: an older app would spoil it. */
export class DatabaseFromFuture extends Error {
  override name = 'DatabaseFromFuture';
  readonly found: number;
  readonly known: number;

  constructor(found: number, known: number) {
    super(`the database has version ${found}, this app knows versions up to ${known}`);
    this.found = found;
    this.known = known;
  }
}

/** A setting that the durability of every record rests on did not take. The app must not run with it. */
export class DatabaseSettingRefused extends Error {
  override name = 'DatabaseSettingRefused';
}

/** Sorts an error of SQLite or the file system; null when it is none, and then it is a defect of ours. */
export function databaseTroubleOf(error: unknown): DatabaseTrouble | null {
  if (error instanceof DatabaseDamaged) return 'damaged';
  const code = codeOf(error);
  if (code === null) return null;
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) return 'damaged';
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') return 'disk-full';
  if (code.startsWith('SQLITE_READONLY') || code === 'EROFS' || code === 'EACCES' || code === 'EPERM') {
    return 'read-only';
  }
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return 'busy';
  if (code.startsWith('SQLITE_CONSTRAINT') || code === 'SQLITE_ERROR' || code === 'SQLITE_MISMATCH')
    return null;
  if (code.startsWith('SQLITE_') || /^E[A-Z]+$/.test(code)) return 'unusable';
  return null;
}

/** SQLite's or the system's own code of an error, for logs: `SQLITE_FULL`, `ENOSPC`. */
export function codeOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  return error.code;
}
