import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { DeliveriesAnswer, DeliveriesRequest, deliveryRoutes } from '../../../shared/contract/deliveries.ts';
import { HubProblem } from '../../../shared/contract/hub-api.ts';
import { chooseDeliveries } from '../documents/deliver.ts';
import { getKiosk, requireKiosk } from '../http/authenticate.ts';
import { makeEnvelope } from '../http/envelope.ts';
import type { HubContext } from '../http/hub-context.ts';

/** What has been signed for this kiosk since it asked last. */
export function deliveriesRoute(hub: HubContext): FastifyPluginAsyncZod {
  return async (app) => {
    app.route({
      method: deliveryRoutes.deliveries.method,
      url: deliveryRoutes.deliveries.path,
      schema: {
        summary: 'Read signed documents that are newer than those of this kiosk',
        body: DeliveriesRequest,
        response: { 200: DeliveriesAnswer, '4xx': HubProblem, '5xx': HubProblem },
      },
      preValidation: requireKiosk(hub),
      handler: async (request) => ({
        ...(await makeEnvelope(hub)),
        ...(await chooseDeliveries(hub.pool, getKiosk(request), request.body.have)),
      }),
    });
  };
}
