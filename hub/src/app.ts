import swagger from '@fastify/swagger';
import Fastify from 'fastify';
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { admitAtGate } from './http/admit.ts';
import { answerProblems } from './http/answer-problems.ts';
import type { HubContext } from './http/hub-context.ts';
import { RequestProblem } from './problems.ts';
import { attachmentsRoutes } from './routes/attachments.ts';
import { blobsRoutes } from './routes/blobs.ts';
import { deliveriesRoute } from './routes/deliveries.ts';
import { deskLogsRoute } from './routes/desk-logs.ts';
import { enrolmentsRoute } from './routes/enrolments.ts';
import { heartbeatsRoute } from './routes/heartbeats.ts';
import { lookUpsRoute } from './routes/look-ups.ts';
import { officerCasesRoute } from './routes/officer-cases.ts';
import { officerKiosksRoute } from './routes/officer-kiosks.ts';
import { operationsRoutes } from './routes/operations.ts';
import { probeRoute } from './routes/probe.ts';
import { reportsRoute } from './routes/reports.ts';
import { sticksRoutes } from './routes/sticks.ts';
import { submissionsRoute } from './routes/submissions.ts';
import { ticketStatusesRoute } from './routes/ticket-statuses.ts';

/** How long a kiosk on a slow line may take for one request. */
const REQUEST_PATIENCE_MS = 60_000;

/** The hub's HTTP side. It holds no state of its own, so any number of processes may serve one database. */
export async function buildApp(hub: HubContext, trustProxy: boolean, deadlineMs?: number) {
  const app = Fastify({
    bodyLimit: hub.bodyLimit,
    requestTimeout: REQUEST_PATIENCE_MS,
    keepAliveTimeout: 70_000,
    forceCloseConnections: 'idle',
    trustProxy,
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(answerProblems(hub));
  app.setNotFoundHandler(() => {
    throw new RequestProblem('route.unknown');
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.decorateRequest('kiosk', null);
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown';
    const kiosk = request.kiosk?.code;
    hub.metrics.add('hub_requests_total', { route, status: reply.statusCode });
    hub.metrics.observeSeconds('hub_request_duration_seconds', { route }, reply.elapsedTime / 1000);
    hub.log.info({ route, status: reply.statusCode, ms: Math.round(reply.elapsedTime), kiosk }, 'answered');
  });

  admitAtGate(app, hub, deadlineMs);

  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Pos Migran hub',
        version: '1',
        description:
          'Calls between kiosk and hub. Every call but probe and enrolment is signed by the kiosk (RFC 9421, Ed25519).',
      },
      components: { securitySchemes: { officer: { type: 'http', scheme: 'bearer' } } },
    },
    transform: jsonSchemaTransform,
  });
  await app.register(operationsRoutes(hub));
  await app.register(probeRoute(hub));
  await app.register(enrolmentsRoute(hub));
  await app.register(submissionsRoute(hub));
  await app.register(heartbeatsRoute(hub));
  await app.register(ticketStatusesRoute(hub));
  await app.register(attachmentsRoutes(hub));
  await app.register(deliveriesRoute(hub));
  await app.register(reportsRoute(hub));
  await app.register(deskLogsRoute(hub));
  await app.register(blobsRoutes(hub));
  await app.register(lookUpsRoute(hub));
  await app.register(officerCasesRoute(hub));
  await app.register(officerKiosksRoute(hub));
  await app.register(sticksRoutes(hub));
  return app;
}
