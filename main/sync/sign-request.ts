import { createHash } from 'node:crypto';
import { httpbis } from 'http-message-signatures';

/** One request as it will go over the wire. */
export interface RequestToSign {
  method: string;
  url: string | URL;
  /** The bytes as sent: after compression, if any. */
  body: Uint8Array;
  /** The kiosk id that the hub gave at enrolment. */
  keyId: string;
  /** Ed25519 signature of the kiosk's key. */
  sign(message: Uint8Array): Buffer;
  /** Device wall clock, Unix ms. The hub notes it and never refuses for it. */
  created: number;
  /** New for every try, also for the same body: the hub refuses a nonce it has seen. 16 to 64 of A-Z a-z 0-9 - _ */
  nonce: string;
}

/** Headers that make the request the kiosk's own: `content-digest`, `signature-input`, `signature` (RFC 9421, RFC 9530). */
export async function signRequest(request: RequestToSign): Promise<Record<string, string>> {
  const { method, url, body, keyId, created, nonce } = request;
  const digest = createHash('sha256').update(body).digest('base64');
  const signed = await httpbis.signMessage(
    {
      name: 'sig',
      key: { id: keyId, sign: async (data) => request.sign(data) },
      fields: ['@method', '@path', 'content-digest'],
      params: ['created', 'nonce', 'keyid'],
      // The library leaves out a zero, and a kiosk with a dead clock battery starts at zero.
      paramValues: { created: new Date(Math.max(created, 1000)), nonce, keyid: keyId },
    },
    { method, url, headers: { 'content-digest': `sha-256=:${digest}:` } },
  );
  return Object.fromEntries(
    Object.entries(signed.headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
  );
}
