import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { syncFolder } from '../database/embedded/sync-folder.ts';

export interface SealingKey {
  /** "AGE-SECRET-KEY-1…": never in the database, never in a log. */
  identity: string;
  recipient: string;
}

/** Reads the private half of the hub's sealing key. Null when the file is not there. */
export async function readSealingKey(file: string): Promise<SealingKey | null> {
  const text = readIfThere(file);
  if (text === null) return null;
  const identity = text.split('\n').find((line) => line.startsWith('AGE-SECRET-KEY-'));
  if (identity === undefined) throw new Error(`${file} holds no age identity`);
  return { identity: identity.trim(), recipient: await identityToRecipient(identity.trim()) };
}

/**
 * Makes the key, or takes the one that is there. The file is on the disk before anything is sealed to the key: losing
 * it makes every complaint unreadable for ever.
 */
export async function ensureSealingKey(file: string, now: Date): Promise<SealingKey> {
  const existing = await readSealingKey(file);
  if (existing) return existing;
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  mkdirSync(dirname(file), { recursive: true });
  const handle = openSync(file, 'wx', 0o600);
  try {
    writeSync(handle, `# created: ${now.toISOString()}\n# public key: ${recipient}\n${identity}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  syncFolder(dirname(file));
  return { identity, recipient };
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
