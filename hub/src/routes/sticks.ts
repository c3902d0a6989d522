import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { HubProblem, PROTOCOL } from '../../../shared/contract/hub-api.ts';
import { HubSigned, KioskSigned, MAX_PART_BYTES } from '../../../shared/contract/stick.ts';
import { AttachmentEntry, AttachmentId } from '../../../shared/domain/attachment.ts';
import { readBody } from '../http/authenticate.ts';
import type { HubContext } from '../http/hub-context.ts';
import { RequestProblem } from '../problems.ts';
import { findKiosk } from '../repositories/kiosks.ts';
import { NoSigningKey } from '../signing/find-signing-key.ts';
import { RefusedFile } from '../sticks/open-part.ts';
import { openStickDesk } from '../sticks/open-stick-desk.ts';
import type { StickDesk } from '../sticks/stick-desk.ts';
import { isOfficer } from '../trust/officer-token.ts';

const protocol = z.literal(PROTOCOL);
const Refused = z.object({ protocol, outcome: z.literal('refused'), code: z.string() });

export const StickPartBody = z.strictObject({
  header: KioskSigned,
  sealed: z.base64().max(Math.ceil((2 * MAX_PART_BYTES * 4) / 3) + 4),
});
export const StickPartAnswer = z.discriminatedUnion('outcome', [
  z.object({
    protocol,
    outcome: z.literal('taken'),
    kioskCode: z.string(),
    accepted: z.number().int(),
    notAccepted: z.number().int(),
    receipt: HubSigned,
  }),
  Refused,
]);
export const StickLogAnswer = z.discriminatedUnion('outcome', [
  z.object({ protocol, outcome: z.literal('taken'), lines: z.number().int() }),
  Refused,
]);
export const StickPhotoBody = z.strictObject({
  kioskId: z.uuid(),
  id: AttachmentId,
  bytes: z.base64().max(Math.ceil(((AttachmentEntry.shape.bytes.maxValue ?? 0) * 4) / 3) + 4),
});
export const StickPhotoAnswer = z.object({ protocol, outcome: z.enum(['stored', 'damaged', 'unexpected']) });
export const StickEndBody = z.strictObject({ end: KioskSigned });
export const StickEndAnswer = z.discriminatedUnion('outcome', [
  z.object({
    protocol,
    outcome: z.literal('taken'),
    kioskCode: z.string(),
    receipt: HubSigned,
    statuses: HubSigned,
  }),
  Refused,
]);

const LARGEST_BODY = 3 * 1024 * 1024;

/** The stick handed in over the network by an officer, file by file. Each answer is the same however often a file comes. */
export function sticksRoutes(hub: HubContext): FastifyPluginAsyncZod {
  async function open(): Promise<StickDesk> {
    try {
      return await openStickDesk({
        pool: hub.pool,
        keyFolder: hub.keyFolder,
        now: hub.now,
        onSurprise: (error) => hub.log.error({ err: error }, 'a record of a stick could not be stored'),
      });
    } catch (error) {
      if (!(error instanceof NoSigningKey)) throw error;
      hub.log.warn({ reason: error.message }, 'a stick cannot be taken here');
      throw new RequestProblem('stick.no-key');
    }
  }

  return async (app) => {
    app.addHook('onRequest', async (request) => {
      if (!isOfficer(request.headers.authorization, hub.officerToken))
        throw new RequestProblem('officer.denied');
    });
    const common = (summary: string) => ({ summary, security: [{ officer: [] }] });
    const problems = { '4xx': HubProblem, '5xx': HubProblem };

    app.route({
      method: 'POST',
      url: '/v1/officer/stick-parts',
      bodyLimit: LARGEST_BODY,
      schema: {
        ...common('Hand in a part of a stick'),
        body: StickPartBody,
        response: { 200: StickPartAnswer, ...problems },
      },
      preValidation: readBody(hub),
      handler: async (request) => {
        const { header, sealed } = request.body;
        const desk = await open();
        return orRefused(async () => {
          const taken = await desk.takePart(header, Buffer.from(sealed, 'base64'));
          const { accepted, receipt } = taken;
          const notAccepted = taken.header.records - accepted;
          return {
            protocol: PROTOCOL,
            outcome: 'taken',
            kioskCode: taken.kiosk.code,
            accepted,
            notAccepted,
            receipt,
          } as const;
        });
      },
    });
    app.route({
      method: 'POST',
      url: '/v1/officer/stick-logs',
      bodyLimit: LARGEST_BODY,
      schema: {
        ...common('Hand in a page of the audit log of a stick'),
        body: StickPartBody,
        response: { 200: StickLogAnswer, ...problems },
      },
      preValidation: readBody(hub),
      handler: async (request) => {
        const { header, sealed } = request.body;
        const desk = await open();
        return orRefused(async () => {
          const { lines } = await desk.takeLog(header, Buffer.from(sealed, 'base64'));
          return { protocol: PROTOCOL, outcome: 'taken', lines } as const;
        });
      },
    });
    app.route({
      method: 'POST',
      url: '/v1/officer/stick-photos',
      bodyLimit: LARGEST_BODY,
      schema: {
        ...common('Hand in a photo of a stick'),
        body: StickPhotoBody,
        response: { 200: StickPhotoAnswer, ...problems },
      },
      preValidation: readBody(hub),
      handler: async (request) => {
        const { kioskId, id, bytes } = request.body;
        const kiosk = await findKiosk(hub.pool, kioskId);
        if (!kiosk) return { protocol: PROTOCOL, outcome: 'unexpected' } as const;
        const outcome = await (await open()).takePhoto(kiosk, id, Buffer.from(bytes, 'base64'));
        return { protocol: PROTOCOL, outcome } as const;
      },
    });
    app.route({
      method: 'POST',
      url: '/v1/officer/stick-ends',
      schema: {
        ...common('Close a bundle of a stick'),
        body: StickEndBody,
        response: { 200: StickEndAnswer, ...problems },
      },
      bodyLimit: LARGEST_BODY,
      preValidation: readBody(hub),
      handler: async (request) => {
        const desk = await open();
        return orRefused(async () => {
          const { kiosk, receipt, statuses } = await desk.takeEnd(request.body.end);
          return { protocol: PROTOCOL, outcome: 'taken', kioskCode: kiosk.code, receipt, statuses } as const;
        });
      },
    });
  };
}

async function orRefused<T>(act: () => Promise<T>): Promise<T | z.infer<typeof Refused>> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof RefusedFile)) throw error;
    return { protocol: PROTOCOL, outcome: 'refused', code: error.code };
  }
}
