import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { failed, type Result, succeeded } from '../../shared/lib/result.ts';
import { isUsableCopy, listCopies } from './copies.ts';
import { flushFile, renameDurably, writeDurably } from './durable-file.ts';
import type { OpenOptions } from './open.ts';
import { codeOf } from './trouble.ts';

const FILE = 'restore-wanted.json';
const DATABASE_FILE = 'kiosk.db';
const SUFFIXES = ['', '-wal', '-shm'] as const;

const Wanted = z.strictObject({
  format: z.literal(1),
  /** Name of a file in `copies`. */
  copyId: z.string().regex(/^kiosk-\d{6}-v\d{1,4}\.db$/),
  /** Folder in `replaced` to which the present files go. Chosen before anything moves, so that a cut on the way is taken up again. */
  movedTo: z.string().regex(/^[0-9A-Za-z-]{1,40}$/),
});

export interface StagedRestore {
  copyId: string;
  /** Where the files lie now that were in the database's place. */
  movedTo: string;
}

/**
 * Asks for a copy to take the database's place at the next start, because a database that is open cannot be replaced under those who
 * use it. The copy is tried first. `onSound` hears that it will be asked for, before anything is written: a line in the audit log is
 * never missing for what a power cut no longer stops.
 */
export function stageRestore(
  folder: string,
  copyId: string,
  now: number,
  options: OpenOptions,
  onSound: () => void = () => {},
): Result<void, 'desk.not-found' | 'desk.copy-unsound'> {
  const copy = listCopies(folder).find((one) => basename(one.path) === copyId);
  if (copy === undefined) return failed({ code: 'desk.not-found' });
  const tried = join(folder, `${DATABASE_FILE}.trying`);
  try {
    copyFileSync(copy.path, tried);
    if (!isUsableCopy(tried, options)) return failed({ code: 'desk.copy-unsound' });
  } finally {
    for (const suffix of SUFFIXES) rmSync(tried + suffix, { force: true });
  }
  const movedTo = freeName(folder, new Date(now).toISOString().replace(/[:.]/g, '-'));
  onSound();
  writeDurably(join(folder, FILE), JSON.stringify({ format: 1, copyId, movedTo }));
  return succeeded(undefined);
}

function freeName(folder: string, stamp: string): string {
  for (let n = 1; ; n++) {
    const name = n === 1 ? stamp : `${stamp}-${n}`;
    if (!existsSync(join(folder, 'replaced', name))) return name;
  }
}

/**
 * Before the database is opened: puts the wanted copy in its place. May be cut off anywhere and is then taken up again. Null: nothing
 * is wanted, or the copy turned bad since; then the present file stays. Whoever opens the database carries over what is newer in
 * `movedTo` and then calls `finishRestore`.
 */
export function applyStagedRestore(folder: string, options: OpenOptions): StagedRestore | null {
  const wanted = readWanted(folder);
  if (wanted === null) return null;
  const path = join(folder, DATABASE_FILE);
  const movedTo = join(folder, 'replaced', wanted.movedTo);
  const staged = { copyId: wanted.copyId, movedTo };
  const wasMoved = existsSync(join(movedTo, DATABASE_FILE));
  // The old file is away and there is one in its place: only what comes after the opening is left to do.
  if (wasMoved && existsSync(path)) return staged;
  const ready = `${path}.restoring`;
  for (const suffix of SUFFIXES) rmSync(ready + suffix, { force: true });
  if (!prepare(join(folder, 'copies', wanted.copyId), ready, options)) {
    if (wasMoved) putBack(path, movedTo);
    finishRestore(folder);
    return null;
  }
  moveAside(path, movedTo);
  renameDurably(ready, path);
  forgetOlder(folder, wanted.movedTo);
  return staged;
}

/** What was replaced holds sealed records that the retention rule wants gone: the last one is enough to go back to. */
function forgetOlder(folder: string, kept: string): void {
  const place = join(folder, 'replaced');
  for (const name of readdirSync(place)) {
    if (name !== kept) rmSync(join(place, name), { recursive: true, force: true });
  }
}

/** The copy is in place and everything newer was carried over. */
export function finishRestore(folder: string): void {
  rmSync(join(folder, FILE), { force: true });
}

function readWanted(folder: string): z.infer<typeof Wanted> | null {
  try {
    const parsed = Wanted.safeParse(JSON.parse(readFileSync(join(folder, FILE), 'utf8')));
    if (parsed.success) return parsed.data;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    if (!(error instanceof SyntaxError)) throw error;
  }
  // Written by nobody we know: the present file stays.
  finishRestore(folder);
  return null;
}

/** False: it is not there, not sound, or there is no room for it. */
function prepare(from: string, to: string, options: OpenOptions): boolean {
  try {
    copyFileSync(from, to);
    const isUsable = isUsableCopy(to, options);
    for (const suffix of isUsable ? (['-wal', '-shm'] as const) : SUFFIXES) {
      rmSync(to + suffix, { force: true });
    }
    if (isUsable) flushFile(to);
    return isUsable;
  } catch (error) {
    if (codeOf(error) === null) throw error;
    rmSync(to, { force: true });
    return false;
  }
}

/** The file first: its log belongs to it, and must never lie beside the copy. */
function moveAside(path: string, movedTo: string): void {
  mkdirSync(movedTo, { recursive: true, mode: 0o700 });
  for (const suffix of SUFFIXES) {
    if (existsSync(path + suffix)) renameDurably(path + suffix, join(movedTo, DATABASE_FILE + suffix));
  }
}

function putBack(path: string, movedTo: string): void {
  for (const suffix of [...SUFFIXES].reverse()) {
    const from = join(movedTo, DATABASE_FILE + suffix);
    if (existsSync(from)) renameDurably(from, path + suffix);
  }
}
