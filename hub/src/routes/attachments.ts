import { Server } from '@tus/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  ATTACHMENTS_PATH,
  AttachmentStatesAnswer,
  AttachmentStatesRequest,
  HubProblem,
  routes,
} from '../../../shared/contract/hub-api.ts';
import { AttachmentId } from '../../../shared/domain/attachment.ts';
import { UploadStore } from '../attachments/upload-store.ts';
import { getKiosk, requireKiosk, requireKioskBytes } from '../http/authenticate.ts';
import { makeEnvelope } from '../http/envelope.ts';
import type { HubContext } from '../http/hub-context.ts';
import { RequestProblem } from '../problems.ts';
import { findManifestOf, isUploadOf, listFinished } from '../repositories/attachments.ts';

/** The words of tus are its headers; a refusal of its own is a line of text, one of ours a problem. */
const TEXT = { 'text/plain': { schema: z.string() } };
const PROBLEM_OR_TEXT = { content: { 'application/json': { schema: HubProblem }, ...TEXT } };
const TUS_ANSWERS = {
  '2xx': { description: 'Headers as tus says', content: TEXT },
  '4xx': { description: 'Refused', ...PROBLEM_OR_TEXT },
  '5xx': { description: 'Not now', ...PROBLEM_OR_TEXT },
};

/** Sealed photos: what the hub has of them in the protocol's own words, and their bytes by tus (tus.io, 1.0.0). */
export function attachmentsRoutes(hub: HubContext): FastifyPluginAsyncZod {
  const tus = new Server({
    path: ATTACHMENTS_PATH,
    datastore: new UploadStore(hub.pool, hub.now),
    relativeLocation: true,
    namingFunction: (_request, metadata) => AttachmentId.parse(metadata?.id),
  });

  return async (app) => {
    app.route({
      method: routes.attachmentStates.method,
      url: routes.attachmentStates.path,
      schema: {
        summary: 'Which photos the hub has',
        body: AttachmentStatesRequest,
        response: { 200: AttachmentStatesAnswer, '4xx': HubProblem, '5xx': HubProblem },
      },
      preValidation: requireKiosk(hub),
      handler: async (request) => {
        const kiosk = getKiosk(request);
        const { ids } = request.body;
        const finished = await listFinished(hub.pool, kiosk.id, ids);
        const states = await Promise.all(
          ids.map(async (id) => {
            const receivedAt = finished.get(id)?.getTime();
            if (receivedAt !== undefined) return { id, state: 'stored' as const, receivedAt };
            const isExpected = (await findManifestOf(hub.pool, kiosk.id, id)) !== null;
            return { id, state: isExpected ? ('missing' as const) : ('unexpected' as const) };
          }),
        );
        return { ...(await makeEnvelope(hub)), states };
      },
    });

    app.route({
      method: 'POST',
      url: ATTACHMENTS_PATH,
      schema: { summary: 'Begin the upload of a photo (tus 1.0.0)', response: TUS_ANSWERS },
      preValidation: requireKioskBytes(hub),
      handler: async (request, reply) => {
        const kiosk = getKiosk(request);
        const id = namedIn(request.headers['upload-metadata']);
        const manifest = id && (await findManifestOf(hub.pool, kiosk.id, id));
        if (!manifest || String(manifest.bytes) !== request.headers['upload-length']) {
          throw new RequestProblem('attachment.unexpected');
        }
        const metadata = { id, submission: manifest.submissionId, kiosk: kiosk.id };
        return answer(reply, await tus.handleWeb(asWeb(request, { 'upload-metadata': encoded(metadata) })));
      },
    });

    app.route({
      method: ['HEAD', 'PATCH'],
      url: `${ATTACHMENTS_PATH}/:id`,
      schema: {
        summary: 'How far an upload is, or its next piece (tus 1.0.0)',
        params: z.object({ id: z.string() }),
        response: TUS_ANSWERS,
      },
      preValidation: requireKioskBytes(hub),
      handler: async (request, reply) => {
        if (!(await isUploadOf(hub.pool, getKiosk(request).id, request.params.id))) {
          throw new RequestProblem('attachment.unexpected');
        }
        return answer(reply, await tus.handleWeb(asWeb(request)));
      },
    });
  };
}

/** The bytes were read and checked against their signature already, so tus gets the request made anew. */
function asWeb(request: FastifyRequest, more: Record<string, string> = {}): Request {
  const headers = new Headers(more);
  for (const [name, value] of Object.entries(request.headers)) {
    if (typeof value === 'string' && !headers.has(name)) headers.set(name, value);
  }
  const body =
    Buffer.isBuffer(request.body) && request.body.length > 0 ? Uint8Array.from(request.body) : null;
  return new Request(`http://hub.invalid${request.url}`, { method: request.method, headers, body });
}

async function answer(reply: FastifyReply, web: Response): Promise<FastifyReply> {
  reply.code(web.status);
  for (const [name, value] of web.headers) reply.header(name, value);
  return reply.send(await web.text());
}

/** The id in tus metadata: pairs of a name and a value in base64. */
function namedIn(header: string | string[] | undefined): AttachmentId | null {
  const pair = String(header ?? '')
    .split(',')
    .map((each) => each.trim().split(' '))
    .find(([name]) => name === 'id');
  const id = AttachmentId.safeParse(Buffer.from(pair?.[1] ?? '', 'base64').toString());
  return id.success ? id.data : null;
}

function encoded(metadata: Record<string, string>): string {
  return Object.entries(metadata)
    .map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`)
    .join(',');
}
