import type { CallInput, CallOutput } from '../../shared/contract/ipc.ts';
import { failed, type Result, succeeded } from '../../shared/lib/result.ts';
import type { ReadableDB } from '../db/handles.ts';
import { findEnrolment } from '../db/repositories/enrolment.ts';
import type { KioskKey } from '../trust/kiosk-key.ts';
import { readTicketQr as readQr, verifyTicketQr } from '../trust/ticket-qr.ts';

export interface ReadTicketQrDeps {
  db: ReadableDB;
  key: Pick<KioskKey, 'publicKey'>;
}

/**
 * What a scanned slip says, checked against the keys this kiosk holds: today its own. A slip of another kiosk is told apart from a
 * forged one, because nothing here can call it either. Nothing is opened and no attempt is counted: the secret does that.
 */
export function readTicketQr(
  { db, key }: ReadTicketQrDeps,
  { text }: CallInput<'ticket.read-qr'>,
): Result<CallOutput<'ticket.read-qr'>, 'qr.not-a-ticket' | 'qr.not-genuine'> {
  const ownCode = findEnrolment(db)?.kioskCode;
  const keys = new Map(ownCode === undefined ? [] : [[ownCode, key.publicKey]]);
  const checked = verifyTicketQr(text, keys);
  if (checked.ok) return succeeded({ ...checked.value, isOurs: true, isGenuine: true });
  if (checked.problem.code === 'ticket-qr.forged') return failed({ code: 'qr.not-genuine' });
  const read = readQr(text);
  return read === null
    ? failed({ code: 'qr.not-a-ticket' })
    : succeeded({ ...read, isOurs: false, isGenuine: false });
}
