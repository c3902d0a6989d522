import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import {
  HeartbeatAnswer,
  HeartbeatBody,
  HubProblem,
  PROTOCOL,
  routes,
} from '../../../shared/contract/hub-api.ts';
import { slotFor } from '../admission/slots.ts';
import { getKiosk, requireKiosk } from '../http/authenticate.ts';
import type { HubContext } from '../http/hub-context.ts';
import { withDays } from '../operations/diaries.ts';
import { keepHealth } from '../repositories/kiosk-health.ts';

/** Health of a kiosk in; out, what it must know of itself, and when its next round begins. */
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
        const now = hub.now();
        const facts = await withDays(hub, () => keepHealth(hub.pool, kiosk.id, request.body, new Date(now)));
        return {
          protocol: PROTOCOL,
          epoch: facts.epoch,
          hubTime: hub.now(),
          highestTicketCounter: facts.highestTicketCounter,
          slot: slotFor(kiosk.ordinal, hub.load.fleet(), hub.roundsPerSecond, now),
          backedUpTo: facts.backedUpTo?.getTime() ?? null,
        } as const;
      },
    });
  };
}
