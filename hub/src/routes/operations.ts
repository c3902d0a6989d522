import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { HubProblem } from '../../../shared/contract/hub-api.ts';
import type { HubContext } from '../http/hub-context.ts';
import { countKiosks } from '../repositories/kiosk-health.ts';
import { countWithdrawals } from '../repositories/submissions.ts';

const HEARD_WITHIN_MS = 15 * 60_000;

/** For the people who run the hub. */
export function operationsRoutes(hub: HubContext): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/healthz',
      {
        schema: {
          summary: 'Can this process reach its database',
          response: { 200: z.object({ status: z.literal('ok') }), '5xx': HubProblem },
        },
      },
      async () => {
        await hub.pool.query('SELECT 1');
        return { status: 'ok' } as const;
      },
    );

    app.get('/metrics', { schema: { summary: 'Prometheus text' } }, async (_request, reply) => {
      const kiosks = await countKiosks(hub.pool, new Date(hub.now() - HEARD_WITHIN_MS));
      reply.type('text/plain; version=0.0.4');
      return hub.metrics.write({
        hub_kiosks_enrolled: kiosks.enrolled,
        hub_kiosks_heard_recently: kiosks.heard,
        hub_consent_withdrawals: await countWithdrawals(hub.pool),
        hub_database_connections: hub.pool.totalCount,
        hub_database_waiting: hub.pool.waitingCount,
        process_resident_memory_bytes: process.memoryUsage.rss(),
      });
    });

    app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger());
  };
}
