import { createHash, type KeyObject, sign, verify } from 'node:crypto';
import { DocumentBody, documentMessage, type SignedDocument } from '../../shared/contract/signed-document.ts';
import { publicKeyOf, rawPublicKey } from './raw-key.ts';

/** A document, or anything else that is signed in the same way under a kind of its own. */
export interface AnySigned {
  kind: string;
  body: string;
  /** 64 bytes, base64. */
  signature: string;
}

/** How a key is named in a document: the first 16 hex digits of the SHA-256 of its raw 32 bytes. */
export function keyIdOf(publicKey: string): string {
  return createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex').slice(0, 16);
}

/** Whether this key (raw 32 bytes, base64) made the signature over kind and body. */
export function isSignedBy(document: AnySigned, publicKey: string): boolean {
  const signature = Buffer.from(document.signature, 'base64');
  return verify(null, messageBytes(document), publicKeyOf(publicKey), signature);
}

/** Signs a document, as the hub does: for tests and for a hub in small. */
export function signDocument(privateKey: KeyObject, body: DocumentBody): SignedDocument {
  const unsigned = { kind: body.kind, body: JSON.stringify(DocumentBody.parse(body)) };
  return {
    ...unsigned,
    keyId: keyIdOf(rawPublicKey(privateKey)),
    signature: sign(null, messageBytes(unsigned), privateKey).toString('base64'),
  };
}

function messageBytes(document: Pick<AnySigned, 'kind' | 'body'>): Buffer {
  return Buffer.from(documentMessage(document), 'utf8');
}
