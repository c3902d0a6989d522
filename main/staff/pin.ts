import { type HashCost, hashTicketSecret, matchesTicketSecret } from '../trust/ticket-secret.ts';

/**
 * Four times what a ticket's secret costs: 64 MiB and about a quarter of a second on a small kiosk. A PIN lives for months, and
 * somebody who reads the disk has all the time there is.
 */
export const PIN_COST: HashCost = { logN: 16, r: 8, p: 1 };

const COST_OF_HASH = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$/;
/** 256 MiB. A document that asks for more would stop the kiosk. */
const DEAREST = { logN: 18, rTimesP: 8 } as const;

/** The text that stands in an account. */
export function hashPin(pin: string, cost: HashCost = PIN_COST): Promise<string> {
  return hashTicketSecret(pin, cost);
}

/** Null: not a hash that this kiosk would compute. */
export function costOfPin(stored: string): HashCost | null {
  const found = COST_OF_HASH.exec(stored);
  if (found === null) return null;
  const cost = { logN: Number(found[1]), r: Number(found[2]), p: Number(found[3]) };
  const isPossible = cost.logN >= 1 && cost.r >= 1 && cost.p >= 1;
  return isPossible && cost.logN <= DEAREST.logN && cost.r * cost.p <= DEAREST.rTimesP ? cost : null;
}

/**
 * Whether the PIN fits. `stored` null, or a hash that cannot be used: false after the same work, so that nobody learns from the time
 * whether a staff number exists.
 */
export async function matchesPin(pin: string, stored: string | null, otherwise: HashCost): Promise<boolean> {
  const cost = stored === null ? null : costOfPin(stored);
  if (stored === null || cost === null) {
    await hashPin(pin, otherwise);
    return false;
  }
  return matchesTicketSecret(pin, stored);
}
