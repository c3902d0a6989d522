import { randomUUID } from 'node:crypto';
import type { EnrolmentRequest } from '../../../shared/contract/hub-api.ts';
import { kioskCodeOf } from '../../../shared/domain/ticket.ts';
import type { Transaction } from '../database/connect.ts';
import { RequestProblem } from '../problems.ts';
import { lockEnrolmentCode, spendEnrolmentCode } from '../repositories/enrolment-codes.ts';
import { takeKioskOrdinal } from '../repositories/hub.ts';
import { addKiosk, findKiosk, findKioskByKey, type Kiosk } from '../repositories/kiosks.ts';
import { hashEnrolmentCode } from '../trust/enrolment-code.ts';
import { importPublicKey } from '../trust/verify-request.ts';

/**
 * Exchanges a one-time code for a kiosk. The code stays bound to the key that used it: asked again with that key it gives
 * the same kiosk, because the first answer may have been lost. A kiosk that is known already stays what it is with a new code of its
 * office: its hub moved, or it lost its enrolment. Into another office it does not move: who may read what it recorded hangs on its
 * office. Throws `RequestProblem`.
 */
export async function enrolKiosk(tx: Transaction, request: EnrolmentRequest, now: Date): Promise<Kiosk> {
  const publicKey = readPublicKey(request.publicKey);
  const codeSha256 = hashEnrolmentCode(request.code);
  const code = await lockEnrolmentCode(tx, codeSha256);
  if (!code) throw new RequestProblem('enrolment.code-unknown');
  if (code.kioskId !== null) return findSameKiosk(tx, code.kioskId, publicKey);
  if (code.expiresAt <= now) throw new RequestProblem('enrolment.code-expired');
  const known = await findKioskByKey(tx, publicKey);
  if (known) {
    if (known.revokedAt) throw new RequestProblem('kiosk.revoked');
    if (known.officeId !== code.officeId) throw new RequestProblem('enrolment.key-known');
    await spendEnrolmentCode(tx, codeSha256, known.id, now);
    return known;
  }

  const ordinal = await takeKioskOrdinal(tx);
  const id = randomUUID();
  const kioskCode = kioskCodeOf(ordinal);
  await addKiosk(tx, { id, ordinal, code: kioskCode, officeId: code.officeId, publicKey, enrolledAt: now });
  await spendEnrolmentCode(tx, codeSha256, id, now);
  return getKiosk(tx, id);
}

async function findSameKiosk(tx: Transaction, kioskId: string, publicKey: Buffer): Promise<Kiosk> {
  const kiosk = await getKiosk(tx, kioskId);
  if (!kiosk.publicKey.equals(publicKey)) throw new RequestProblem('enrolment.code-used');
  if (kiosk.revokedAt) throw new RequestProblem('kiosk.revoked');
  return kiosk;
}

async function getKiosk(tx: Transaction, id: string): Promise<Kiosk> {
  const kiosk = await findKiosk(tx, id);
  if (!kiosk) throw new Error(`kiosk ${id} is not there`);
  return kiosk;
}

function readPublicKey(text: string): Buffer {
  const bytes = Buffer.from(text, 'base64');
  try {
    importPublicKey(bytes);
  } catch {
    throw new RequestProblem('request.malformed');
  }
  return bytes;
}
