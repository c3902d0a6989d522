import type { CallInput, CallOutput } from '../../shared/contract/ipc.ts';
import type { KioskKeyEntry } from '../../shared/contract/signed-document.ts';
import { type KioskCode, kioskCodeIn } from '../../shared/domain/ticket.ts';
import { failed, type Result, succeeded } from '../../shared/lib/result.ts';
import type { ReadableDB } from '../db/handles.ts';
import { findEnrolment } from '../db/repositories/enrolment.ts';
import type { KioskKey } from '../trust/kiosk-key.ts';
import { readTicketQr as readQr, verifyTicketQr } from '../trust/ticket-qr.ts';

export interface ReadTicketQrDeps {
  db: ReadableDB;
  key: Pick<KioskKey, 'publicKey'>;
  /** The keys of all kiosks, by kiosk code. Null: none have come. */
  readKioskKeys: () => ReadonlyMap<KioskCode, KioskKeyEntry> | null;
}

/**
 * What a scanned slip says, checked offline against the keys this kiosk holds: its own, and those of the other kiosks that the hub
 * has sent. A slip of a kiosk without a key here is told apart from a forged one, because nothing here can call it either. Nothing is opened
 * and no attempt is counted: the secret does that.
 */
export function readTicketQr(
  deps: ReadTicketQrDeps,
  { text }: CallInput<'ticket.read-qr'>,
): Result<CallOutput<'ticket.read-qr'>, 'qr.not-a-ticket' | 'qr.not-genuine'> {
  const read = readQr(text);
  if (read === null) return failed({ code: 'qr.not-a-ticket' });
  const code = kioskCodeIn(read.number);
  const signer = signerOf(deps, code);
  if (signer === null) return succeeded({ ...read, isOurs: false, isGenuine: false, officeName: null });
  const isSigned = verifyTicketQr(text, new Map([[code, signer.publicKey]])).ok;
  const { revokedAt } = signer;
  if (!isSigned || (revokedAt !== null && read.recordedAt > revokedAt)) {
    return failed({ code: 'qr.not-genuine' });
  }
  return succeeded({ ...read, isOurs: signer.isOurs, isGenuine: true, officeName: signer.officeName });
}

type Signer = Pick<KioskKeyEntry, 'publicKey' | 'officeName' | 'revokedAt'> & { isOurs: boolean };

function signerOf({ db, key, readKioskKeys }: ReadTicketQrDeps, code: KioskCode): Signer | null {
  const enrolment = findEnrolment(db);
  if (enrolment?.kioskCode === code) {
    const { publicKey } = key;
    return { publicKey, officeName: enrolment.office.name, revokedAt: null, isOurs: true };
  }
  const entry = readKioskKeys()?.get(code);
  return entry === undefined ? null : { ...entry, isOurs: false };
}
