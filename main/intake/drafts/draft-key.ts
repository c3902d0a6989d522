import { hkdfSync, randomInt, type ScryptOptions, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { DraftCode } from '../../../shared/domain/draft.ts';
import { TICKET_ALPHABET, type TicketSecret } from '../../../shared/domain/ticket.ts';
import type { KioskKey } from '../../trust/kiosk-key.ts';
import { PRODUCT_COST } from '../../trust/ticket-secret.ts';

/** What code and secret open: the name of the row and the key of what is in it. Neither gives the other. */
export interface DraftKey {
  /** 64 hex digits. */
  id: string;
  /** AES-256. */
  key: Buffer;
}

const slowHash = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);
const CODE_CHARS = 8;

/** Eight ticket characters, each with the same chance: 5 × 10^11 codes, a million secrets each. */
export function makeDraftCode(): DraftCode {
  const characters = Array.from(
    { length: CODE_CHARS },
    () => TICKET_ALPHABET[randomInt(TICKET_ALPHABET.length)],
  );
  return DraftCode.parse(`${characters.slice(0, 4).join('')}-${characters.slice(4).join('')}`);
}

/**
 * As slow as the hash of a ticket's secret, and salted by the key of this kiosk: who holds the table alone cannot even
 * begin to guess, and who holds the whole kiosk must pay for each of 5 × 10^17 guesses.
 */
export async function deriveDraftKey(
  kiosk: KioskKey,
  code: DraftCode,
  secret: TicketSecret,
): Promise<DraftKey> {
  const { logN, r, p } = PRODUCT_COST;
  const salt = kiosk.deriveSecret('draft-salt');
  const maxmem = 128 * r * (2 ** logN + p) + 1024 * 1024;
  const root = await slowHash(`${code} ${secret}`, salt, 32, { N: 2 ** logN, r, p, maxmem });
  const part = (purpose: string) =>
    Buffer.from(hkdfSync('sha256', root, '', `pos-migran-draft/1 ${purpose}`, 32));
  return { id: part('id').toString('hex'), key: part('key') };
}
