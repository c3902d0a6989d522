import type { ClerkInput, CounterTicket } from '../../shared/contract/clerk.ts';
import { readTicketNumber, type TicketNumber } from '../../shared/domain/ticket.ts';
import { failed, type Result, succeeded } from '../../shared/lib/result.ts';
import type { ReadableDB } from '../db/handles.ts';
import type { Intake } from '../intake/index.ts';
import { findCounterTicket } from './counter-ticket.ts';

export interface FindDeps {
  db: ReadableDB;
  readTicketQr: Intake['readTicketQr'];
}

type FindProblem = 'clerk.bad-number' | 'clerk.not-found' | 'qr.not-a-ticket' | 'qr.not-genuine';

/** What somebody typed who meant a number: as many characters as one has, a few more or less. */
const LIKE_A_NUMBER = /^[\p{L}\d\s-]{1,14}$/u;

/** Finds a ticket of this kiosk by what was typed or scanned. Opens nothing: what it gives stands on the slip anyway. */
export function findTicketByText(
  deps: FindDeps,
  { text }: ClerkInput<'clerk.find'>,
): Result<CounterTicket, FindProblem> {
  const number = numberIn(deps, asScanned(text));
  if (!number.ok) return number;
  const ticket = findCounterTicket(deps.db, number.value);
  return ticket === null ? failed({ code: 'clerk.not-found' }) : succeeded(ticket);
}

function numberIn(deps: FindDeps, text: string): Result<TicketNumber, FindProblem> {
  const typed = readTicketNumber(text);
  if (typed !== null) return succeeded(typed);
  if (LIKE_A_NUMBER.test(text)) return failed({ code: 'clerk.bad-number' });
  const scanned = deps.readTicketQr({ text });
  return scanned.ok ? succeeded(scanned.value.number) : scanned;
}

/** Scanners end with Enter or Tab, and some put the name of the symbology in front (`]C1`, `]Q3`). */
function asScanned(text: string): string {
  return text.trim().replace(/^\][A-Za-z]\d/, '');
}
