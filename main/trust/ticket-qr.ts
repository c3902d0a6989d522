import { verify } from 'node:crypto';
import {
  type KioskCode,
  kioskCodeIn,
  readTicketNumber,
  type TicketNumber,
} from '../../shared/domain/ticket.ts';
import { failed, type Result, succeeded } from '../../shared/lib/result.ts';
import type { KioskKey } from './kiosk-key.ts';
import { publicKeyOf } from './raw-key.ts';

/**
 * The signed ticket as text for a QR: `PM1:NUMBER:SECONDS:SIGNATURE`, about 120 characters. Everything is in QR's
 * alphanumeric set and the signature is written in base 36, so that the symbol stays at version 5 (37 modules) and
 * can be read from a 58 mm slip.
 */

const VERSION = 'PM1';
const SIGNATURE_BYTES = 64;
/** 64 bytes in base 36. */
const SIGNATURE_CHARS = 100;
const SHAPE = new RegExp(`^${VERSION}:([0-9A-Z]{8}):([0-9A-Z]{1,9}):([0-9A-Z]{${SIGNATURE_CHARS}})$`);

export interface SignedTicket {
  number: TicketNumber;
  /** Unix ms, whole seconds. */
  recordedAt: number;
}

export type QrProblem = 'ticket-qr.malformed' | 'ticket-qr.unknown-kiosk' | 'ticket-qr.forged';

/** `recordedAt` is cut to whole seconds. */
export function signTicketQr(key: KioskKey, ticket: SignedTicket): string {
  const seconds = Math.floor(ticket.recordedAt / 1000);
  const signature = inBase36(key.sign(messageOf(ticket.number, seconds)));
  return [VERSION, ticket.number.replace('-', ''), seconds.toString(36).toUpperCase(), signature].join(':');
}

/** Checks a scanned text against the public keys of the fleet (raw 32 bytes, base64), by kiosk code. */
export function verifyTicketQr(
  text: string,
  fleetKeys: ReadonlyMap<KioskCode, string>,
): Result<SignedTicket, QrProblem> {
  const read = parse(text);
  if (read === null) return failed({ code: 'ticket-qr.malformed' });
  const { number, seconds, signature } = read;
  const publicKey = fleetKeys.get(kioskCodeIn(number));
  if (publicKey === undefined) return failed({ code: 'ticket-qr.unknown-kiosk' });
  if (!verify(null, messageOf(number, seconds), publicKeyOf(publicKey), signature)) {
    return failed({ code: 'ticket-qr.forged' });
  }
  return succeeded({ number, recordedAt: seconds * 1000 });
}

/** What a scanned text claims, unchecked. Null: it is no ticket at all. */
export function readTicketQr(text: string): SignedTicket | null {
  const read = parse(text);
  return read && { number: read.number, recordedAt: read.seconds * 1000 };
}

function parse(text: string): { number: TicketNumber; seconds: number; signature: Buffer } | null {
  const match = SHAPE.exec(text);
  const number = match && readTicketNumber(match[1] ?? '');
  const signature = match && fromBase36(match[3] ?? '');
  if (!match || !number || !signature) return null;
  return { number, seconds: Number.parseInt(match[2] ?? '', 36), signature };
}

/** The purpose stands first, so that no signature of this key for anything else can pass as a ticket. */
function messageOf(number: TicketNumber, seconds: number): Buffer {
  return Buffer.from(`pos-migran-ticket-qr/1\n${number}\n${seconds}`, 'ascii');
}

function inBase36(bytes: Uint8Array): string {
  return BigInt(`0x${Buffer.from(bytes).toString('hex')}`)
    .toString(36)
    .toUpperCase()
    .padStart(SIGNATURE_CHARS, '0');
}

/** Null when the number is too large for a signature: 36^100 is a little more than 2^512. */
function fromBase36(text: string): Buffer | null {
  let value = 0n;
  for (const character of text) value = value * 36n + BigInt(Number.parseInt(character, 36));
  const hex = value.toString(16).padStart(SIGNATURE_BYTES * 2, '0');
  return hex.length === SIGNATURE_BYTES * 2 ? Buffer.from(hex, 'hex') : null;
}
