import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import {
  HubProblem,
  PushAnswer,
  type PushOutcome,
  PushRequest,
  routes,
} from '../../../shared/contract/hub-api.ts';
import { getKiosk, requireKiosk } from '../http/authenticate.ts';
import { makeEnvelope } from '../http/envelope.ts';
import type { HubContext } from '../http/hub-context.ts';
import { takeBatch } from '../intake/take-batch.ts';

/** Records of a kiosk; each gets its own outcome, for ever the same. */
export function submissionsRoute(hub: HubContext): FastifyPluginAsyncZod {
  return async (app) => {
    app.route({
      method: routes.push.method,
      url: routes.push.path,
      schema: {
        summary: 'Hand in submissions',
        body: PushRequest,
        response: { 200: PushAnswer, '4xx': HubProblem, '5xx': HubProblem },
      },
      preValidation: requireKiosk(hub),
      handler: async (request) => {
        const kiosk = getKiosk(request);
        const envelope = await makeEnvelope(hub);
        const outcomes = await takeBatch(
          hub.pool,
          kiosk,
          request.body.submissions,
          new Date(hub.now()),
          (error) => hub.log.error({ err: error, kiosk: kiosk.code }, 'a batch could not be stored whole'),
        );
        for (const outcome of outcomes) hub.metrics.add('hub_push_outcomes_total', labelsOf(outcome));
        return { ...envelope, outcomes };
      },
    });
  };
}

function labelsOf(outcome: PushOutcome): Record<string, string> {
  return outcome.outcome === 'accepted'
    ? { outcome: outcome.outcome }
    : { outcome: outcome.outcome, code: outcome.code };
}
