import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SigningRole } from '../../../shared/contract/signed-document.ts';
import { syncFolder } from '../database/embedded/sync-folder.ts';

/** A key that signs. The private half lives in a file and in the process that signs, never in the database or a log. */
export interface SigningKey {
  role: SigningRole;
  privateKey: KeyObject;
  /** 32 bytes, base64. */
  publicKey: string;
  keyId: string;
}

const ROLE_LINE = /^# role: (root|operations|content|update)$/m;

/** Where the hub looks for the private half of a role, in the folder of the sealing key. */
export function keyFileIn(folder: string, role: SigningRole): string {
  return join(folder, `${role}-key.pem`);
}

/** Where the hub looks for the key that opens what comes by stick (age). */
export function stickKeyIn(folder: string): string {
  return join(folder, 'stick-key.txt');
}

/** How a key is named in a document: the first 16 hex digits of the SHA-256 of its 32 bytes. */
export function keyIdOf(publicKey: string): string {
  return createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex').slice(0, 16);
}

/** Null when the file is not there. Throws when it holds no key of ours. */
export function readSigningKey(file: string): SigningKey | null {
  const text = readIfThere(file);
  if (text === null) return null;
  const role = ROLE_LINE.exec(text)?.[1] as SigningRole | undefined;
  const begin = text.indexOf('-----BEGIN PRIVATE KEY-----');
  if (role === undefined || begin < 0) throw new Error(`${file} holds no signing key`);
  const privateKey = createPrivateKey(text.slice(begin));
  if (privateKey.asymmetricKeyType !== 'ed25519') throw new Error(`${file} holds no Ed25519 key`);
  return toSigningKey(role, privateKey);
}

/** Makes a key in a new file, mode 0600, flushed before anything is signed with it. Throws when the file is there. */
export function makeSigningKey(file: string, role: SigningRole, now: Date): SigningKey {
  const { privateKey } = generateKeyPairSync('ed25519');
  const key = toSigningKey(role, privateKey);
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
  mkdirSync(dirname(file), { recursive: true });
  const handle = openSync(file, 'wx', 0o600);
  try {
    writeSync(
      handle,
      `# role: ${role}\n# public key: ${key.publicKey}\n# created: ${now.toISOString()}\n${pem}`,
    );
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  syncFolder(dirname(file));
  return key;
}

function toSigningKey(role: SigningRole, privateKey: KeyObject): SigningKey {
  const spki = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
  const publicKey = spki.subarray(-32).toString('base64');
  return { role, privateKey, publicKey, keyId: keyIdOf(publicKey) };
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
