import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { HeartbeatAnswer, HeartbeatBody, HubProblem, routes } from '../../../shared/contract/hub-api.ts';
import { getKiosk, requireKiosk } from '../http/authenticate.ts';
import { makeEnvelope } from '../http/envelope.ts';
import type { HubContext } from '../http/hub-context.ts';
import { keepHealth } from '../repositories/kiosk-health.ts';
import { findHighestCounter } from '../repositories/submissions.ts';

/** Health of a kiosk in, the highest ticket counter that was ever seen from it out. */
export function heartbeatsRoute(hub: HubContext): FastifyPluginAsyncZod {
  return async (app) => {
    app.route({
      method: routes.heartbeat.method,
      url: routes.heartbeat.path,
      schema: {
        summary: 'Tell the health of a kiosk',
        body: HeartbeatBody,
        response: { 200: HeartbeatAnswer, '4xx': HubProblem, '5xx': HubProblem },
      },
      preValidation: requireKiosk(hub),
      handler: async (request) => {
        const kiosk = getKiosk(request);
        const named = await keepHealth(hub.pool, kiosk.id, request.body, new Date(hub.now()));
        const received = await findHighestCounter(hub.pool, kiosk.id);
        return {
          ...(await makeEnvelope(hub)),
          highestTicketCounter: higherOf(named, received),
          slot: null,
          backedUpTo: null,
        };
      },
    });
  };
}

function higherOf(a: number | null, b: number | null): number | null {
  if (a === null) return b;
  return b === null ? a : Math.max(a, b);
}
