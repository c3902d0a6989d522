import { sign, verify } from 'node:crypto';
import { DocumentBody, documentMessage, SignedDocument } from '../../../shared/contract/signed-document.ts';
import { importPublicKey } from '../trust/verify-request.ts';
import type { SigningKey } from './key-file.ts';

/** Throws when the body does not fit the contract or is too large for it: such a document would be refused everywhere. */
export function signDocument(key: SigningKey, body: DocumentBody): SignedDocument {
  const unsigned = { kind: body.kind, body: JSON.stringify(DocumentBody.parse(body)) };
  const signature = sign(null, Buffer.from(documentMessage(unsigned)), key.privateKey).toString('base64');
  return SignedDocument.parse({ ...unsigned, keyId: key.keyId, signature });
}

/** Whether this key (32 bytes, base64) made the signature. */
export function isSignedBy(document: SignedDocument, publicKey: string): boolean {
  const message = Buffer.from(documentMessage(document));
  const key = importPublicKey(Buffer.from(publicKey, 'base64'));
  return verify(null, message, key, Buffer.from(document.signature, 'base64'));
}
