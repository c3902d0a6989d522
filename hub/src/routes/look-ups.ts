import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { deliveryRoutes, LookUpAnswer, LookUpRequest } from '../../../shared/contract/deliveries.ts';
import { HubProblem } from '../../../shared/contract/hub-api.ts';
import { getKiosk, requireKiosk } from '../http/authenticate.ts';
import { makeEnvelope } from '../http/envelope.ts';
import type { HubContext } from '../http/hub-context.ts';
import { lookUpTicket } from '../look-ups/look-up-ticket.ts';

/** A ticket that another kiosk recorded, against its secret. */
export function lookUpsRoute(hub: HubContext): FastifyPluginAsyncZod {
  return async (app) => {
    app.route({
      method: deliveryRoutes.lookUp.method,
      url: deliveryRoutes.lookUp.path,
      schema: {
        summary: 'Look up a ticket by its number and secret',
        body: LookUpRequest,
        response: { 200: LookUpAnswer, '4xx': HubProblem, '5xx': HubProblem },
      },
      preValidation: requireKiosk(hub),
      handler: async (request) => {
        const found = await lookUpTicket(hub.pool, getKiosk(request), request.body, new Date(hub.now()));
        hub.metrics.add('hub_look_ups_total', { found: String(found !== null) });
        return { ...(await makeEnvelope(hub)), found };
      },
    });
  };
}
