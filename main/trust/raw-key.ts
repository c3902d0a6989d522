import { createPublicKey, type KeyObject } from 'node:crypto';

const PUBLIC_KEY_BYTES = 32;

/** An Ed25519 public key from its raw 32 bytes, base64. Throws when they are none. */
export function publicKeyOf(raw: string): KeyObject {
  const x = Buffer.from(raw, 'base64').toString('base64url');
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
}

/** Raw 32 bytes of the public half of an Ed25519 key, base64. */
export function rawPublicKey(privateKey: KeyObject): string {
  const spki = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
  return spki.subarray(-PUBLIC_KEY_BYTES).toString('base64');
}
