import type { FastifyRequest } from 'fastify';
import { withDays } from '../operations/diaries.ts';
import { RequestProblem } from '../problems.ts';
import { findKiosk, type Kiosk, spendNonce } from '../repositories/kiosks.ts';
import { readClaimedSignature, verifyRequest } from '../trust/verify-request.ts';
import { decodeBody } from './decode-body.ts';
import type { HubContext } from './hub-context.ts';

declare module 'fastify' {
  interface FastifyRequest {
    kiosk: Kiosk | null;
  }
}

/** Body as JSON, for calls that nobody signs. */
export function readBody(hub: HubContext) {
  return async (request: FastifyRequest): Promise<void> => {
    request.body = await decodeBody(rawBodyOf(request), request.headers['content-encoding'], hub.bodyLimit);
  };
}

/** Lets only an enrolled kiosk through, once per nonce; then the body as JSON. Nothing is unpacked for a stranger. */
export function requireKiosk(hub: HubContext) {
  const admit = requireKioskBytes(hub);
  return async (request: FastifyRequest): Promise<void> => {
    await admit(request);
    request.body = await decodeBody(rawBodyOf(request), request.headers['content-encoding'], hub.bodyLimit);
  };
}

/** The same for calls whose body is bytes. */
export function requireKioskBytes(hub: HubContext) {
  return async (request: FastifyRequest): Promise<void> => {
    const raw = rawBodyOf(request);
    const received = { method: request.method, url: request.url, headers: request.headers, body: raw };
    const claimed = await readClaimedSignature(received);
    if (!claimed) throw new RequestProblem('request.unsigned');
    const kiosk = await findKiosk(hub.pool, claimed.keyId);
    if (!kiosk) throw new RequestProblem('kiosk.unknown');
    const verdict = await verifyRequest(received, kiosk.publicKey);
    if (verdict === 'forged') throw new RequestProblem('request.bad-signature');
    if (verdict === 'damaged') throw new RequestProblem('request.damaged');
    if (kiosk.revokedAt) throw new RequestProblem('kiosk.revoked');
    const waitMs = hub.admitKiosk(kiosk.id);
    if (waitMs > 0) throw new RequestProblem('request.too-often', waitMs);
    const spend = () => spendNonce(hub.pool, kiosk.id, claimed.nonce, new Date(hub.now()));
    if (!(await withDays(hub, spend))) throw new RequestProblem('request.replayed');
    hub.gate.welcome(kiosk.id);
    request.kiosk = kiosk;
  };
}

/** The kiosk that signed. Throws on a route that does not require one. */
export function getKiosk(request: FastifyRequest): Kiosk {
  if (!request.kiosk) throw new Error(`${request.routeOptions.url} does not require a kiosk`);
  return request.kiosk;
}

/** Every content type is kept as bytes, because the signature covers bytes. */
function rawBodyOf(request: FastifyRequest): Uint8Array {
  return Buffer.isBuffer(request.body) ? request.body : new Uint8Array();
}
