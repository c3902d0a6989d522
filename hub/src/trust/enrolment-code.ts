import { createHash, randomInt } from 'node:crypto';
import { TICKET_ALPHABET } from '../../../shared/domain/ticket.ts';

const GROUPS = 3;
const GROUP_LENGTH = 4;

/** A fresh one-time code like `7HKM-QX2D-9TRB`: 58 bits, in letters that are not confused. */
export function makeEnrolmentCode(): string {
  const group = () =>
    Array.from({ length: GROUP_LENGTH }, () =>
      TICKET_ALPHABET.charAt(randomInt(TICKET_ALPHABET.length)),
    ).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}

/** What the database keeps of a code. A fast hash will do: the code is random, not chosen. */
export function hashEnrolmentCode(code: string): Buffer {
  return createHash('sha256').update(code.replaceAll('-', '')).digest();
}
