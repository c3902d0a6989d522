import { Decrypter } from 'age-encryption';
import { SealedContent } from '../../../shared/domain/submission.ts';

/** Opens a sealed submission with the hub's private key. Throws when it was sealed to another key or is not ours. */
export async function openSealed(
  sealed: Uint8Array,
  identity: string,
  submissionId: string,
): Promise<SealedContent> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  const content = SealedContent.parse(JSON.parse(await decrypter.decrypt(sealed, 'text')));
  // Sealed bytes that were moved to another record would put one person's words under another one's ticket.
  if (content.submissionId !== submissionId)
    throw new Error('the sealed content belongs to another submission');
  return content;
}
