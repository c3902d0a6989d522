import { z } from 'zod';

/**
 * A ticket number is `KKKC-CCCX`, eight characters in two groups of four: kiosk code (3), counter (4), check (1).
 *
 * The alphabet has no 0/O/1/I, and no vowels, so that a counter never spells a word. It has 29 characters because 29 is
 * prime: with weights 1..8 modulo a prime, the check character catches every single wrong character and every swap
 * of two neighbours. 29^3 = 24,389 kiosks, 29^4 = 707,281 tickets each.
 */
export const TICKET_ALPHABET = '23456789BCDFGHJKLMNPQRSTVWXYZ';

const BASE = TICKET_ALPHABET.length;
const KIOSK_CHARS = 3;
const COUNTER_CHARS = 4;
export const MAX_KIOSK_ORDINAL = BASE ** KIOSK_CHARS - 1;
export const MAX_TICKET_COUNTER = BASE ** COUNTER_CHARS - 1;

export const KioskCode = z
  .string()
  .regex(new RegExp(`^[${TICKET_ALPHABET}]{${KIOSK_CHARS}}$`), 'a kiosk code has three ticket characters');
export type KioskCode = z.infer<typeof KioskCode>;

export type TicketNumber = string & z.$brand<'TicketNumber'>;
export const TicketNumber = z
  .string()
  .refine((text) => readTicketNumber(text) === text, 'a ticket number looks like B4K2-L7M9')
  .brand<'TicketNumber'>();

/** Six digits, kept as text because leading zeros count. */
export const TicketSecret = z.string().regex(/^\d{6}$/);
export type TicketSecret = z.infer<typeof TicketSecret>;

/** The code of the n-th kiosk of the fleet (0-based). Throws outside 0..MAX_KIOSK_ORDINAL. */
export function kioskCodeOf(ordinal: number): KioskCode {
  if (!Number.isInteger(ordinal) || ordinal < 0 || ordinal > MAX_KIOSK_ORDINAL) {
    throw new RangeError(`kiosk ordinal ${ordinal} is outside 0..${MAX_KIOSK_ORDINAL}`);
  }
  return inAlphabet(ordinal, KIOSK_CHARS);
}

/** The n-th ticket of a kiosk (0-based). Throws when the counter is used up: a number is never given twice. */
export function ticketNumberOf(kioskCode: KioskCode, counter: number): TicketNumber {
  if (!Number.isInteger(counter) || counter < 0 || counter > MAX_TICKET_COUNTER) {
    throw new RangeError(`ticket counter ${counter} is outside 0..${MAX_TICKET_COUNTER}`);
  }
  const body = kioskCode + inAlphabet(counter, COUNTER_CHARS);
  return grouped(body + checkCharacterOf(body)) as TicketNumber;
}

/**
 * Reads a number as a person typed, dictated or scanned it: lower case, blanks and hyphens are fine.
 * Null when a character is not in the alphabet, the length is wrong or the check character does not fit.
 */
export function readTicketNumber(typed: string): TicketNumber | null {
  const plain = typed.toUpperCase().replace(/[\s-]/g, '');
  if (plain.length !== KIOSK_CHARS + COUNTER_CHARS + 1) return null;
  for (const character of plain) if (!TICKET_ALPHABET.includes(character)) return null;
  return weightedSum(plain) === 0 ? (grouped(plain) as TicketNumber) : null;
}

/** The kiosk that gave a ticket number. */
export function kioskCodeIn(number: TicketNumber): KioskCode {
  return number.slice(0, KIOSK_CHARS);
}

/** The counter that a ticket number was made from. */
export function ticketCounterIn(number: TicketNumber): number {
  const counter = number.replace('-', '').slice(KIOSK_CHARS, KIOSK_CHARS + COUNTER_CHARS);
  let value = 0;
  for (const character of counter) value = value * BASE + TICKET_ALPHABET.indexOf(character);
  return value;
}

function checkCharacterOf(body: string): string {
  const weight = body.length + 1;
  for (const candidate of TICKET_ALPHABET) {
    if ((weightedSum(body) + weight * TICKET_ALPHABET.indexOf(candidate)) % BASE === 0) return candidate;
  }
  throw new Error('no check character fits: the alphabet length is not prime');
}

function weightedSum(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum += (i + 1) * TICKET_ALPHABET.indexOf(text.charAt(i));
  return sum % BASE;
}

function inAlphabet(value: number, length: number): string {
  let text = '';
  for (let rest = value, i = 0; i < length; i++, rest = Math.floor(rest / BASE)) {
    text = TICKET_ALPHABET.charAt(rest % BASE) + text;
  }
  return text;
}

function grouped(plain: string): string {
  return `${plain.slice(0, 4)}-${plain.slice(4)}`;
}
