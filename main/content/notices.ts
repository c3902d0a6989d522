import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KioskContent } from '../../shared/contract/content.ts';
import { Notices } from '../../shared/contract/signed-document.ts';
import { writeDurably } from '../db/durable-file.ts';
import { codeOf } from '../db/trouble.ts';

const FILE = 'notices.json';
export const NO_NOTICES: Notices = { notices: [], withdrawn: [] };

/**
 * What was taken last, as a file beside the database: what is withdrawn stays withdrawn while the database is closed. A file that
 * cannot be read withdraws nothing; the document in the database writes it anew at the start.
 */
export function readNoticesFile(dataFolder: string): Notices {
  try {
    const parsed = Notices.safeParse(JSON.parse(readFileSync(join(dataFolder, FILE), 'utf8')));
    return parsed.success ? parsed.data : NO_NOTICES;
  } catch (error) {
    if (codeOf(error) === null && !(error instanceof SyntaxError)) throw error;
    return NO_NOTICES;
  }
}

/** Throws what the file system throws. */
export function writeNoticesFile(dataFolder: string, notices: Notices): void {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  writeDurably(join(dataFolder, FILE), JSON.stringify(notices));
}

/** Those that hold at this moment (Unix ms): urgent ones first, of each kind the newest first. */
export function currentNotices({ notices }: Notices, now: number): KioskContent['notices'] {
  const rank = { urgent: 0, information: 1 } as const;
  return notices
    .filter(({ from, until }) => from <= now && now < until)
    .toSorted((a, b) => rank[a.level] - rank[b.level] || b.from - a.from || (a.id < b.id ? -1 : 1));
}
