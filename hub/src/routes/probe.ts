import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { HubProblem, ProbeAnswer, routes } from '../../../shared/contract/hub-api.ts';
import { type Envelope, makeEnvelope } from '../http/envelope.ts';
import type { HubContext } from '../http/hub-context.ts';
import { RequestProblem } from '../problems.ts';

/**
 * Tells a kiosk that this is the hub and that it can store. Never turned away for load, so that a kiosk can tell a busy hub
 * from a missing one; those who ask at the same moment share one question to the database.
 */
export function probeRoute(hub: HubContext): FastifyPluginAsyncZod {
  let asking: Promise<Envelope> | null = null;

  function ask(): Promise<Envelope> {
    asking ??= makeEnvelope(hub).finally(() => {
      asking = null;
    });
    return asking;
  }

  return async (app) => {
    app.route({
      method: routes.probe.method,
      url: routes.probe.path,
      schema: {
        summary: 'Is this the hub, and can it store',
        response: { 200: ProbeAnswer, '5xx': HubProblem },
      },
      handler: async () => {
        if (hub.gate.state().isClosed) throw new RequestProblem('hub.leaving');
        return { ...(await ask()), hubTime: hub.now() };
      },
    });
  };
}
