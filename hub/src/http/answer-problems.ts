import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { isDatabaseAway } from '../database/database-trouble.ts';
import { answerFor, type ProblemCode, RequestProblem } from '../problems.ts';
import type { HubContext } from './hub-context.ts';

/** The one place where an error becomes an answer. */
export function answerProblems(hub: HubContext) {
  return (error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply): void => {
    const code = codeOf(error);
    if (code === 'hub.failed')
      hub.log.error({ err: error, route: request.routeOptions.url }, 'request failed');
    if (code === 'hub.database-away') hub.log.warn({ reason: error.message }, 'the database is away');
    const { retryAfterMs, spreadMs } = error instanceof RequestProblem ? error : {};
    const { status, body } = answerFor(code, hub.random(), retryAfterMs, spreadMs);
    // What is left of a body that nobody will read would be taken for the next request, and a process that ends keeps no line.
    if (code === 'hub.busy' || code === 'hub.leaving') reply.header('connection', 'close');
    if (body.retryAfterMs !== undefined) reply.header('retry-after', Math.ceil(body.retryAfterMs / 1000));
    hub.metrics.add('hub_problems_total', { code });
    reply.code(status).send(body);
  };
}

function codeOf(error: FastifyError | Error): ProblemCode {
  if (error instanceof RequestProblem) return error.code;
  if (hasZodFastifySchemaValidationErrors(error)) {
    return error.validation.some((issue) => issue.keyword === 'too_big')
      ? 'request.too-large'
      : 'request.malformed';
  }
  if (isDatabaseAway(error)) return 'hub.database-away';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return 'request.too-large';
  // Text that PostgreSQL cannot hold (a zero byte, for one) passes every schema.
  if (/^22[0-9A-Z]{3}$/.test(code)) return 'request.malformed';
  const status = 'statusCode' in error ? error.statusCode : undefined;
  return status !== undefined && status >= 400 && status < 500 ? 'request.malformed' : 'hub.failed';
}
