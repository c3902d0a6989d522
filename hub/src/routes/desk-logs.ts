import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { DeskLogAnswer, DeskLogBody, deskLogRoutes } from '../../../shared/contract/desk-log.ts';
import { HubProblem } from '../../../shared/contract/hub-api.ts';
import { takeDeskLog } from '../desk-logs/take-desk-log.ts';
import { getKiosk, requireKiosk } from '../http/authenticate.ts';
import { makeEnvelope } from '../http/envelope.ts';
import type { HubContext } from '../http/hub-context.ts';

/** What staff did at a kiosk, and the days that were closed. */
export function deskLogsRoute(hub: HubContext): FastifyPluginAsyncZod {
  return async (app) => {
    app.route({
      method: deskLogRoutes.deskLog.method,
      url: deskLogRoutes.deskLog.path,
      schema: {
        summary: 'Tell what staff did, line by line of the audit log, and the days that were closed',
        body: DeskLogBody,
        response: { 200: DeskLogAnswer, '4xx': HubProblem, '5xx': HubProblem },
      },
      preValidation: requireKiosk(hub),
      handler: async (request) => {
        const now = new Date(hub.now());
        const goOnAfter = await takeDeskLog(hub.pool, getKiosk(request).id, request.body, now);
        return { ...(await makeEnvelope(hub)), goOnAfter };
      },
    });
  };
}
