import { z } from 'zod';
import { TICKET_ALPHABET } from './ticket.ts';

/** Eight characters in two groups. The code is never stored: the key of the draft is made from it and the secret. */
export const DraftCode = z
  .string()
  .regex(
    new RegExp(`^[${TICKET_ALPHABET}]{4}-[${TICKET_ALPHABET}]{4}$`),
    'a draft code looks like D4K2-L7M9',
  );
export type DraftCode = z.infer<typeof DraftCode>;

/** How long an unfinished registration waits on its kiosk. */
export const DRAFT_DAYS = 7;
export const MAX_DRAFT_BYTES = 32 * 1024;
