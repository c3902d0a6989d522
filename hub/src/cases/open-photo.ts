import { Decrypter } from 'age-encryption';
import type { Database } from '../database/connect.ts';
import { findSealedPhoto } from '../repositories/attachments.ts';
import type { SealingKey } from '../trust/sealing-key.ts';

/** A photo in clear, as a JPEG without metadata. Null: it did not arrive whole. Only where the private key is. */
export async function openPhoto(db: Database, id: string, key: SealingKey): Promise<Uint8Array | null> {
  const sealed = await findSealedPhoto(db, id);
  if (sealed === null) return null;
  const decrypter = new Decrypter();
  decrypter.addIdentity(key.identity);
  return await decrypter.decrypt(sealed);
}
