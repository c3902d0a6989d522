import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { HubProblem, routes, StatusPage, StatusPageRequest } from '../../../shared/contract/hub-api.ts';
import { getKiosk, requireKiosk } from '../http/authenticate.ts';
import { makeEnvelope } from '../http/envelope.ts';
import type { HubContext } from '../http/hub-context.ts';
import { listStatusChanges } from '../repositories/cases.ts';

/** What officers said about this kiosk's tickets, after a cursor, in commit order. */
export function ticketStatusesRoute(hub: HubContext): FastifyPluginAsyncZod {
  return async (app) => {
    app.route({
      method: routes.ticketStatuses.method,
      url: routes.ticketStatuses.path,
      schema: {
        summary: 'Read case statuses after a cursor',
        body: StatusPageRequest,
        response: { 200: StatusPage, '4xx': HubProblem, '5xx': HubProblem },
      },
      preValidation: requireKiosk(hub),
      handler: async (request) => {
        const { cursor, limit } = request.body;
        // One more than asked tells whether there is another page.
        const found = await listStatusChanges(hub.pool, getKiosk(request).id, cursor, limit + 1);
        return {
          ...(await makeEnvelope(hub)),
          changes: found.slice(0, limit),
          more: found.length > limit,
        };
      },
    });
  };
}
