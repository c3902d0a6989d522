import { readFileSync } from 'node:fs';
import { KioskKeyEntry } from '../../shared/contract/signed-document.ts';
import type { ReadableDB } from '../db/handles.ts';
import { codeOf } from '../db/trouble.ts';
import type { BlobStore } from './blob-store.ts';
import { heldContent } from './held.ts';

/** The keys of all kiosks, by kiosk code. Null: none have come, or their file cannot be read. */
export function readKioskKeys(
  db: ReadableDB,
  store: Pick<BlobStore, 'pathOf'>,
): Map<string, KioskKeyEntry> | null {
  const held = heldContent(db, 'kiosk-keys');
  if (held === null) return null;
  try {
    return parseKioskKeys(readFileSync(store.pathOf(held.file.sha256), 'utf8'), held.count);
  } catch (error) {
    if (codeOf(error) === null) throw error;
    return null;
  }
}

/** One line of JSON a kiosk. Null: a line is none, a kiosk stands twice, or there are not `count` of them. */
export function parseKioskKeys(text: string, count: number): Map<string, KioskKeyEntry> | null {
  const keys = new Map<string, KioskKeyEntry>();
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  for (const line of lines) {
    const entry = KioskKeyEntry.safeParse(parsed(line));
    if (!entry.success || keys.has(entry.data.kioskCode)) return null;
    keys.set(entry.data.kioskCode, entry.data);
  }
  return keys.size === count ? keys : null;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
