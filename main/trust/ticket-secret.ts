import { randomBytes, randomInt, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import type { TicketSecret } from '../../shared/domain/ticket.ts';

/** Cost of one guess. N = 2^logN; memory is 128 * N * r bytes. */
export interface HashCost {
  logN: number;
  r: number;
  p: number;
}

/** About 16 MiB and some tens of milliseconds on a small kiosk: the visitor does not feel it, a million guesses do. */
export const PRODUCT_COST: HashCost = { logN: 14, r: 8, p: 1 };

const SALT_BYTES = 16;
const HASH_BYTES = 32;
const STORED = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

const slowHash = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

/** Six digits, each of the million with the same chance. */
export function makeTicketSecret(): TicketSecret {
  return String(randomInt(1_000_000)).padStart(6, '0');
}

/** The text to store: `$scrypt$ln=14,r=8,p=1$salt$hash`, unpadded base64. */
export async function hashTicketSecret(secret: TicketSecret, cost: HashCost = PRODUCT_COST): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const hash = await hashOf(secret, salt, cost);
  return `$scrypt$ln=${cost.logN},r=${cost.r},p=${cost.p}$${unpadded(salt)}$${unpadded(hash)}`;
}

/** Takes as long for a wrong secret as for the right one. Throws when the stored text is not ours. */
export async function matchesTicketSecret(secret: TicketSecret, stored: string): Promise<boolean> {
  const match = STORED.exec(stored);
  if (match === null) throw new Error('the stored hash of a ticket secret is malformed');
  const cost = { logN: Number(match[1]), r: Number(match[2]), p: Number(match[3]) };
  const expected = Buffer.from(match[5] ?? '', 'base64');
  const found = await hashOf(secret, Buffer.from(match[4] ?? '', 'base64'), cost);
  return expected.length === found.length && timingSafeEqual(expected, found);
}

function hashOf(secret: string, salt: Buffer, cost: HashCost): Promise<Buffer> {
  const memory = 128 * cost.r * (2 ** cost.logN + cost.p) + 1024 * 1024;
  return slowHash(secret, salt, HASH_BYTES, { N: 2 ** cost.logN, r: cost.r, p: cost.p, maxmem: memory });
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
