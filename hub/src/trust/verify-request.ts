import { createHash, createPublicKey, timingSafeEqual, verify } from 'node:crypto';
import { httpbis } from 'http-message-signatures';

export interface ReceivedRequest {
  method: string;
  /** Path and query as received. */
  url: string;
  headers: Record<string, string | string[] | undefined>;
  /** The bytes as received: before decompression. */
  body: Uint8Array;
}

/** Who says to have signed, and the nonce. Nothing is proven yet. */
export interface ClaimedSignature {
  keyId: string;
  nonce: string;
}

export type Verdict = 'genuine' | 'damaged' | 'forged';

const REQUIRED_FIELDS = ['@method', '@path', 'content-digest'];
const REQUIRED_PARAMETERS = ['created', 'nonce', 'keyid'];
const NONCE = /^[A-Za-z0-9_-]{16,64}$/;
const KEY_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const DIGEST = /(?:^|,)\s*sha-256=:([A-Za-z0-9+/]{43}=):/;

/** Any `created` is taken: a kiosk's clock may be wrong by years, and replays are refused by their nonce. */
const NO_LIMIT = Number.MAX_SAFE_INTEGER;

/** Reads key id and nonce without trusting them. Null: the request has not exactly one signature of our form. */
export async function readClaimedSignature(request: ReceivedRequest): Promise<ClaimedSignature | null> {
  const claims: ClaimedSignature[] = [];
  await runLibrary(request, async (parameters) => {
    const { keyid, nonce } = parameters;
    if (typeof keyid === 'string' && typeof nonce === 'string' && KEY_ID.test(keyid) && NONCE.test(nonce)) {
      claims.push({ keyId: keyid, nonce });
    }
    return null;
  });
  return claims.length === 1 ? (claims[0] ?? null) : null;
}

/**
 * Whether the request was signed with the key (Ed25519, 32 bytes) and its body is the signed one. The library covers
 * the digest *header* only, and answers `null` for an unsigned request: the digest is recomputed here, and only
 * `true` counts.
 */
export async function verifyRequest(request: ReceivedRequest, publicKey: Uint8Array): Promise<Verdict> {
  const key = importPublicKey(publicKey);
  const result = await runLibrary(request, async () => ({
    verify: async (data: Buffer, signature: Buffer) => verify(null, data, key, signature),
  }));
  if (result !== true) return 'forged';
  return digestFits(request) ? 'genuine' : 'damaged';
}

/** The key object of 32 raw bytes. Throws when they are no Ed25519 key. */
export function importPublicKey(bytes: Uint8Array) {
  const x = Buffer.from(bytes).toString('base64url');
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
}

async function runLibrary(
  request: ReceivedRequest,
  keyLookup: Parameters<typeof httpbis.verifyMessage>[0]['keyLookup'],
): Promise<boolean | null> {
  const headers: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(request.headers)) if (value !== undefined) headers[name] = value;
  try {
    return await httpbis.verifyMessage(
      {
        keyLookup,
        requiredFields: REQUIRED_FIELDS,
        requiredParams: REQUIRED_PARAMETERS,
        notAfter: NO_LIMIT,
      },
      // The library wants a whole address and uses its path only.
      { method: request.method, url: new URL(`http://hub.invalid${request.url}`), headers },
    );
  } catch {
    return false;
  }
}

function digestFits({ headers, body }: ReceivedRequest): boolean {
  const header = headers['content-digest'];
  const claimed = typeof header === 'string' ? DIGEST.exec(header)?.[1] : undefined;
  if (claimed === undefined) return false;
  const computed = createHash('sha256').update(body).digest();
  return timingSafeEqual(Buffer.from(claimed, 'base64'), computed);
}
