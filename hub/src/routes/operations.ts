import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { HubProblem } from '../../../shared/contract/hub-api.ts';
import type { HubContext } from '../http/hub-context.ts';
import { readGauges } from '../operations/gauges.ts';
import { RequestProblem } from '../problems.ts';
import { isReadyForWork } from '../repositories/hub.ts';

const Ok = z.object({ status: z.literal('ok') });

/** For the people who run the hub, and for the balancer in front of it. */
export function operationsRoutes(hub: HubContext): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/healthz',
      { schema: { summary: 'Does this process live: restart it when it does not', response: { 200: Ok } } },
      async () => ({ status: 'ok' }) as const,
    );

    app.get(
      '/readyz',
      {
        schema: {
          summary: 'May calls be sent to this process: its database is there, migrated, and it is not ending',
          response: { 200: Ok, '5xx': HubProblem },
        },
      },
      async () => {
        if (hub.gate.state().isClosed) throw new RequestProblem('hub.leaving');
        if (!(await isReadyForWork(hub.pool, hub.migrations))) throw new RequestProblem('hub.database-away');
        return { status: 'ok' } as const;
      },
    );

    app.get(
      '/metrics',
      {
        schema: {
          summary: 'Prometheus text',
          response: { 200: { content: { 'text/plain': { schema: z.string() } } }, '5xx': HubProblem },
        },
      },
      async (_request, reply) => {
        reply.type('text/plain; version=0.0.4; charset=utf-8');
        return hub.metrics.write(await readGauges(hub));
      },
    );

    app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger());
  };
}
