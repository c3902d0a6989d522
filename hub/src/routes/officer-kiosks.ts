import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { HubProblem, PROTOCOL } from '../../../shared/contract/hub-api.ts';
import type { HubContext } from '../http/hub-context.ts';
import { describeKiosks, KioskDescription } from '../kiosks/describe-kiosks.ts';
import { RequestProblem } from '../problems.ts';
import { isOfficer } from '../trust/officer-token.ts';

const KiosksAnswer = z.object({ protocol: z.literal(PROTOCOL), kiosks: z.array(KioskDescription) });

/** The fleet as people at the hub see it. */
export function officerKiosksRoute(hub: HubContext): FastifyPluginAsyncZod {
  return async (app) => {
    app.route({
      method: 'GET',
      url: '/v1/officer/kiosks',
      schema: {
        summary: 'Every kiosk with what it said last, or only those in trouble',
        security: [{ officer: [] }],
        querystring: z.object({ trouble: z.stringbool().default(false) }),
        response: { 200: KiosksAnswer, '4xx': HubProblem, '5xx': HubProblem },
      },
      onRequest: async (request) => {
        if (!isOfficer(request.headers.authorization, hub.officerToken)) {
          throw new RequestProblem('officer.denied');
        }
      },
      handler: async (request) => {
        const kiosks = await describeKiosks(hub.pool, request.query.trouble, new Date(hub.now()));
        return { protocol: PROTOCOL, kiosks } as const;
      },
    });
  };
}
