import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { BLOBS_PATH, SNAPSHOTS_PATH } from '../../../shared/contract/deliveries.ts';
import { HubProblem } from '../../../shared/contract/hub-api.ts';
import { Blob } from '../../../shared/contract/signed-document.ts';
import { sendFiles } from '../blobs/send-files.ts';
import { findPack } from '../content/packs.ts';
import { requireKioskBytes } from '../http/authenticate.ts';
import type { HubContext } from '../http/hub-context.ts';
import { RequestProblem } from '../problems.ts';
import { listBlobs } from '../repositories/blobs.ts';

const Bytes = {
  description: 'The bytes, or those of the range that was asked for',
  content: { 'application/octet-stream': { schema: z.string().meta({ format: 'binary' }) } },
};
const Same = z.undefined().meta({ description: 'The asker has these bytes already (`If-None-Match`)' });
const answers = { 200: Bytes, 206: Bytes, 304: Same, '4xx': HubProblem, '5xx': HubProblem };

/** Files that documents name, resumable. They are no secret, but only kiosks may load the hub with them. */
export function blobsRoutes(hub: HubContext): FastifyPluginAsyncZod {
  return async (app) => {
    app.route({
      method: 'GET',
      url: `${BLOBS_PATH}/:sha256`,
      schema: {
        summary: 'Read a file by the SHA-256 of its bytes',
        params: z.object({ sha256: Blob.shape.sha256 }),
        response: answers,
      },
      preValidation: requireKioskBytes(hub),
      handler: async (request, reply) => {
        const { sha256 } = request.params;
        const bytes = (await listBlobs(hub.pool, [sha256])).get(sha256);
        if (bytes === undefined) throw new RequestProblem('blob.unknown');
        return sendFiles(hub.pool, request, reply, [{ sha256, bytes }], sha256);
      },
    });

    app.route({
      method: 'GET',
      url: `${SNAPSHOTS_PATH}/:version`,
      schema: {
        summary: 'Read all files of a content pack as one, in the order of its manifest',
        params: z.object({ version: z.coerce.number().int().positive() }),
        response: answers,
      },
      preValidation: requireKioskBytes(hub),
      handler: async (request, reply) => {
        const pack = await findPack(hub.pool, request.params.version);
        if (!pack) throw new RequestProblem('blob.unknown');
        return sendFiles(hub.pool, request, reply, pack.manifest.files, `content-${pack.version}`);
      },
    });
  };
}
