import { subscribe } from 'node:diagnostics_channel';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';

/**
 * Holds every answer that any hub of this test process gives against the document of that hub, whatever the test is
 * about. `listMisfits` tells what did not fit.
 */

export interface ServedRoute {
  method: string;
  url: string;
}

const Response = z.object({ content: z.record(z.string(), z.object({ schema: z.unknown() })).optional() });
const Paths = z.record(
  z.string(),
  z.record(z.string(), z.object({ responses: z.record(z.string(), Response) })),
);

/** Serves the document itself; a document cannot describe its own schema. */
const UNDESCRIBED = new Set(['/openapi.json']);

const served: ServedRoute[] = [];
const misfits = new Set<string>();
const ajv = new Ajv2020({ strict: false });
addFormats.default(ajv);

let isWatching = false;

/** Watches every hub that is built from now on in this process. */
export function watchAnswers(): void {
  if (isWatching) return;
  isWatching = true;
  subscribe('fastify.initialization', (message) => {
    watch((message as { fastify: FastifyInstance }).fastify);
  });
}

/** Everything that did not fit, once each. */
export function listMisfits(): string[] {
  return [...misfits];
}

/** Every route of the hubs so far, `HEAD` beside a `GET` left out: the framework adds it. */
export function listServedRoutes(): ServedRoute[] {
  return served;
}

function watch(app: FastifyInstance): void {
  const checks = new Map<string, ValidateFunction>();
  app.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) {
      const isAdded = one === 'HEAD' && served.some((route) => route.method === 'GET' && route.url === url);
      const isKnown = served.some((route) => route.method === one && route.url === url);
      if (!isAdded && !isKnown) served.push({ method: one, url });
    }
  });
  app.addHook('onSend', async (request: FastifyRequest, reply: FastifyReply, payload: unknown) => {
    const misfit = findMisfit(app, checks, request, reply, payload);
    if (misfit !== null) misfits.add(`${request.method} ${request.routeOptions.url}: ${misfit}`);
  });
}

function findMisfit(
  app: FastifyInstance,
  checks: Map<string, ValidateFunction>,
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
): string | null {
  const url = request.routeOptions.url;
  if (url === undefined || UNDESCRIBED.has(url)) return null;
  const path = documentedPath(url);
  const method = request.method.toLowerCase();
  const operation =
    readPaths(app)[path]?.[method === 'head' ? 'get' : method] ?? readPaths(app)[path]?.[method];
  if (!operation) return 'not in the document';
  const status = String(reply.statusCode);
  const response = operation.responses[status] ?? operation.responses[`${status[0]}XX`];
  if (!response) return `status ${status} is not in the document`;
  const type = String(reply.getHeader('content-type') ?? '').split(';')[0] ?? '';
  if (payload === undefined || payload === null || payload === '' || type === '') return null;
  const content = response.content?.[type];
  if (!content) return `status ${status} with ${type} is not in the document`;
  if (type !== 'application/json' || typeof payload !== 'string') return null;
  const name = `${method} ${path} ${status}`;
  const check = checks.get(name) ?? ajv.compile(content.schema as object);
  checks.set(name, check);
  return check(JSON.parse(payload)) ? null : `status ${status}: ${ajv.errorsText(check.errors)}`;
}

/** As the document writes it: `{ticket}` for `:ticket`. */
export function documentedPath(url: string): string {
  return url.replace(/:(\w+)/g, '{$1}');
}

const read = new WeakMap<FastifyInstance, z.infer<typeof Paths>>();

function readPaths(app: FastifyInstance): z.infer<typeof Paths> {
  const known = read.get(app) ?? Paths.parse(app.swagger().paths);
  read.set(app, known);
  return known;
}
