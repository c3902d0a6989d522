import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { HubProblem, ProbeAnswer, routes } from '../../../shared/contract/hub-api.ts';
import { makeEnvelope } from '../http/envelope.ts';
import type { HubContext } from '../http/hub-context.ts';

/** Tells a kiosk that this is the hub and that it can store. */
export function probeRoute(hub: HubContext): FastifyPluginAsyncZod {
  return async (app) => {
    app.route({
      method: routes.probe.method,
      url: routes.probe.path,
      schema: {
        summary: 'Is this the hub, and can it store',
        response: { 200: ProbeAnswer, '5xx': HubProblem },
      },
      handler: () => makeEnvelope(hub),
    });
  };
}
