import { createHash, verify } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { Decrypter } from 'age-encryption';
import { z } from 'zod';
import { DeskLogBody } from '../../../shared/contract/desk-log.ts';
import {
  KioskSaid,
  KioskSigned,
  type LogHeader,
  MAX_PART_BYTES,
  MAX_PART_RECORDS,
  type PartHeader,
  STICK_PURPOSE,
} from '../../../shared/contract/stick.ts';
import type { Database } from '../database/connect.ts';
import { findKiosk, type Kiosk } from '../repositories/kiosks.ts';
import { importPublicKey } from '../trust/verify-request.ts';

const unzip = promisify(gunzip);

/** Why a file of a stick is not taken. The person with the stick reads the sentence of it (`stick-problems.ts`). */
export type StickRefusal =
  | 'stick.malformed'
  | 'stick.unknown-kiosk'
  | 'stick.forged'
  | 'stick.kiosk-revoked'
  | 'stick.damaged'
  | 'stick.other-key';

export class RefusedFile extends Error {
  readonly code: StickRefusal;
  constructor(code: StickRefusal) {
    super(code);
    this.code = code;
  }
}

export interface Believed {
  kiosk: Kiosk;
  said: KioskSaid;
}

/**
 * Who said it, and what. Throws `RefusedFile`. A revoked kiosk may have been stolen: its bundles are taken only when a person
 * says so, because what was handed in before that day is somebody's complaint all the same.
 */
export async function believeKiosk(
  db: Database,
  given: unknown,
  { alsoRevoked }: { alsoRevoked: boolean },
): Promise<Believed> {
  const signed = KioskSigned.safeParse(given);
  if (!signed.success) throw new RefusedFile('stick.malformed');
  const { kioskId, body, signature } = signed.data;
  const kiosk = await findKiosk(db, kioskId);
  if (!kiosk) throw new RefusedFile('stick.unknown-kiosk');
  const message = Buffer.from(`${STICK_PURPOSE}\n${body}`);
  if (!verify(null, message, importPublicKey(kiosk.publicKey), Buffer.from(signature, 'base64'))) {
    throw new RefusedFile('stick.forged');
  }
  const said = KioskSaid.safeParse(jsonOf(body));
  if (!said.success || said.data.kioskCode !== kiosk.code) throw new RefusedFile('stick.malformed');
  if (kiosk.revokedAt && !alsoRevoked) throw new RefusedFile('stick.kiosk-revoked');
  return { kiosk, said: said.data };
}

const Records = z.strictObject({ submissions: z.array(z.unknown()).min(1).max(MAX_PART_RECORDS) });
/** Twice what a kiosk packs: a small file that unpacks to more is a bomb. */
const LONGEST_PART_BYTES = 2 * MAX_PART_BYTES;

/** The records of a part, each still to be checked by itself. Throws `RefusedFile`. */
export async function openPart(header: PartHeader, sealed: Buffer, identity: string): Promise<unknown[]> {
  const records = Records.safeParse(await openSealed(header, sealed, identity));
  if (!records.success || records.data.submissions.length !== header.records) {
    throw new RefusedFile('stick.malformed');
  }
  return records.data.submissions;
}

/** A page of the desks' log. Throws `RefusedFile`. */
export async function openLog(header: LogHeader, sealed: Buffer, identity: string): Promise<DeskLogBody> {
  const body = DeskLogBody.safeParse(await openSealed(header, sealed, identity));
  if (!body.success) throw new RefusedFile('stick.malformed');
  return body.data;
}

async function openSealed(
  header: PartHeader | LogHeader,
  sealed: Buffer,
  identity: string,
): Promise<unknown> {
  const hash = createHash('sha256').update(sealed).digest('hex');
  if (sealed.length !== header.sealedBytes || hash !== header.sealedSha256)
    throw new RefusedFile('stick.damaged');
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  const packed = await decrypter.decrypt(sealed).catch(() => {
    throw new RefusedFile('stick.other-key');
  });
  const plain = await unzip(packed, { maxOutputLength: LONGEST_PART_BYTES }).catch(() => {
    throw new RefusedFile('stick.malformed');
  });
  return jsonOf(plain.toString('utf8'));
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
