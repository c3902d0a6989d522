import { createHash } from 'node:crypto';
import type { PrintMark } from '../../shared/domain/slip.ts';
import { TICKET_ALPHABET } from '../../shared/domain/ticket.ts';

/** The mark of one attempt to print one slip: the same attempt has the same mark, another attempt has another. */
export function printMarkOf(slipId: string, attempt: number): PrintMark {
  const digest = createHash('sha256').update(`${slipId}#${attempt}`).digest();
  let mark = '';
  for (let i = 0; i < 4; i++)
    mark += TICKET_ALPHABET.charAt(digest.readUInt32BE(i * 4) % TICKET_ALPHABET.length);
  return mark;
}
