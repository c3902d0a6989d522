import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { deliveryRoutes, ReportAnswer, ReportBody } from '../../../shared/contract/deliveries.ts';
import { HubProblem } from '../../../shared/contract/hub-api.ts';
import { takeReport } from '../commands/take-report.ts';
import { getKiosk, requireKiosk } from '../http/authenticate.ts';
import { makeEnvelope } from '../http/envelope.ts';
import type { HubContext } from '../http/hub-context.ts';

/** What became of what came down. */
export function reportsRoute(hub: HubContext): FastifyPluginAsyncZod {
  return async (app) => {
    app.route({
      method: deliveryRoutes.report.method,
      url: deliveryRoutes.report.path,
      schema: {
        summary: 'Tell what became of documents, commands and set-aside records',
        body: ReportBody,
        response: { 200: ReportAnswer, '4xx': HubProblem, '5xx': HubProblem },
      },
      preValidation: requireKiosk(hub),
      handler: async (request) => {
        await takeReport(hub.pool, hub.keyFolder, getKiosk(request), request.body, new Date(hub.now()));
        return makeEnvelope(hub);
      },
    });
  };
}
