import { TICKET_ALPHABET } from '../../../shared/domain/ticket.ts';
import { NUMBER_LENGTH } from './look-up.machine.ts';

/** Keeps what a ticket number can have, from keys or a physical keyboard, without the hyphen. */
export function typedTicketNumber(text: string): string {
  return [...text.toUpperCase()]
    .filter((character) => TICKET_ALPHABET.includes(character))
    .join('')
    .slice(0, NUMBER_LENGTH);
}

/** With the blank that the slip has a hyphen at, so that both look alike. */
export function showTicketNumber(typed: string): string {
  return typed.length > 4 ? `${typed.slice(0, 4)}-${typed.slice(4)}` : typed;
}
