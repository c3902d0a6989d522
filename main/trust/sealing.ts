import { Encrypter } from 'age-encryption';
import type { SealedContent } from '../../shared/domain/submission.ts';

/** Contents are padded to a multiple of this, so that the size does not tell a short report from a long one. */
const PADDING_BYTES = 1024;

/**
 * Seals bytes so that only the holders of the recipients' private keys can open them (age v1). This kiosk cannot.
 * Throws when a recipient is malformed or there is none.
 */
export async function sealToRecipients(
  recipients: readonly string[],
  bytes: Uint8Array,
): Promise<Uint8Array> {
  if (recipients.length === 0) throw new Error('there is nobody to seal to');
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  return await encrypter.encrypt(bytes);
}

/** JSON followed by blanks up to the next step of the padding; JSON readers skip them. */
export function paddedJson(content: SealedContent): Uint8Array {
  const json = Buffer.from(JSON.stringify(content), 'utf8');
  const padded = Buffer.alloc(Math.ceil(json.length / PADDING_BYTES) * PADDING_BYTES, ' ');
  json.copy(padded);
  return padded;
}
