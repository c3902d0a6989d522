import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/** Cost of one guess. Memory is 128 * r * 2^logN bytes. */
export interface HashCost {
  logN: number;
  r: number;
  p: number;
}

/** What kiosks hash the secrets of tickets with. */
export const TICKET_COST: HashCost = { logN: 14, r: 8, p: 1 };
/** Four times as dear, 64 MiB: a PIN lives for months, and lies on every disk of its office. */
export const PIN_COST: HashCost = { logN: 16, r: 8, p: 1 };

const SALT_BYTES = 16;
const HASH_BYTES = 32;
const STORED = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]{1,64})\$([A-Za-z0-9+/]{43})$/;

const slowHash = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

/** `$scrypt$ln=14,r=8,p=1$salt$hash`, unpadded base64: as kiosks write and read it. */
export async function hashSecret(secret: string, cost: HashCost): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const hash = await hashOf(secret, salt, cost);
  return `$scrypt$ln=${cost.logN},r=${cost.r},p=${cost.p}$${unpadded(salt)}$${unpadded(hash)}`;
}

/**
 * Whether a hash that somebody sent may be computed here: one that asks for gigabytes would stop the hub, and a kiosk can lie.
 */
export function isBearable(stored: string): boolean {
  const cost = costIn(stored);
  return (
    cost !== null && cost.logN >= 1 && cost.logN <= TICKET_COST.logN && cost.r * cost.p <= 8 && cost.p >= 1
  );
}

/** Throws when the stored text is not ours. */
export async function matchesSecret(secret: string, stored: string): Promise<boolean> {
  const cost = costIn(stored);
  const [, , , salt, hash] = stored.split('$');
  if (cost === null || salt === undefined || hash === undefined)
    throw new Error('a stored hash is malformed');
  const expected = Buffer.from(hash, 'base64');
  const found = await hashOf(secret, Buffer.from(salt, 'base64'), cost);
  return expected.length === found.length && timingSafeEqual(expected, found);
}

function costIn(stored: string): HashCost | null {
  const match = STORED.exec(stored);
  return match && { logN: Number(match[1]), r: Number(match[2]), p: Number(match[3]) };
}

function hashOf(secret: string, salt: Buffer, { logN, r, p }: HashCost): Promise<Buffer> {
  const maxmem = 128 * r * (2 ** logN + p) + 1024 * 1024;
  return slowHash(secret, salt, HASH_BYTES, { N: 2 ** logN, r, p, maxmem });
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
