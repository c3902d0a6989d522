import type { FastifyInstance, FastifyRequest } from 'fastify';
import { routes } from '../../../shared/contract/hub-api.ts';
import type { Visit } from '../admission/gate.ts';
import { RequestProblem } from '../problems.ts';
import type { HubContext } from './hub-context.ts';

declare module 'fastify' {
  interface FastifyRequest {
    visit: Visit | null;
  }
}

/** Shorter than the shortest patience of a kiosk (30 s), so that it hears why. */
const DEADLINE_MS = 25_000;
/** A probe says whether anybody is here, and the others are asked by the people who run the hub: all cost next to nothing. */
const FREE_FOR_ALL = new Set([routes.probe.path, '/healthz', '/readyz', '/metrics', '/openapi.json']);
const CLAIMED_KEY = /;keyid="([0-9a-f-]{36})"/;

/**
 * Puts the gate before every route: a full house is told from the headers alone, a place is waited for once the body is
 * there (a slow line holds none), and whoever is not done by the deadline gets a refusal. That refusal is no verdict: what
 * is committed after it is answered when the kiosk asks again.
 */
export function admitAtGate(app: FastifyInstance, hub: HubContext, deadlineMs = DEADLINE_MS): void {
  app.decorateRequest('visit', null);
  app.addHook('onRequest', async (request, reply) => {
    if (FREE_FOR_ALL.has(request.routeOptions.url ?? '')) return;
    const visit = hub.gate.arrive(callerOf(request));
    request.visit = visit;
    reply.raw.once('close', () => visit.leave());
  });
  app.addHook('preValidation', async (request, reply) => {
    if (request.visit === null) return;
    const timer = setTimeout(() => {
      if (!reply.sent) reply.send(new RequestProblem('hub.too-slow'));
    }, deadlineMs);
    reply.raw.once('close', () => clearTimeout(timer));
    await request.visit.begin();
  });
}

/** Who the request says to be from. Unproven: it only orders who waits. */
function callerOf({ headers }: FastifyRequest): string | null {
  return CLAIMED_KEY.exec(String(headers['signature-input'] ?? ''))?.[1] ?? null;
}
