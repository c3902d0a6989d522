import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { EnrolmentAnswer, EnrolmentRequest, HubProblem, routes } from '../../../shared/contract/hub-api.ts';
import { inTransaction } from '../database/connect.ts';
import { enrolKiosk } from '../enrolment/enrol-kiosk.ts';
import { welcomeKiosk } from '../enrolment/welcome-kiosk.ts';
import { readBody } from '../http/authenticate.ts';
import { makeEnvelope } from '../http/envelope.ts';
import type { HubContext } from '../http/hub-context.ts';
import { RequestProblem } from '../problems.ts';
import { listSealingRecipients } from '../repositories/hub.ts';
import { findKeyInUse } from '../repositories/signing-keys.ts';

/** A one-time code against the kiosk's public key. */
export function enrolmentsRoute(hub: HubContext): FastifyPluginAsyncZod {
  return async (app) => {
    app.route({
      method: routes.enrol.method,
      url: routes.enrol.path,
      schema: {
        summary: 'Exchange a one-time code for the identity of a kiosk',
        body: EnrolmentRequest,
        response: { 200: EnrolmentAnswer, '4xx': HubProblem, '5xx': HubProblem },
      },
      onRequest: async (request) => {
        const waitMs = hub.admitEnroller(request.ip);
        if (waitMs > 0) throw new RequestProblem('request.too-often', waitMs);
      },
      preValidation: readBody(hub),
      handler: (request) =>
        inTransaction(hub.pool, async (tx) => {
          const kiosk = await enrolKiosk(tx, request.body, new Date(hub.now()));
          await welcomeKiosk(tx, hub.keyFolder, kiosk, new Date(hub.now()));
          hub.log.info({ kiosk: kiosk.code, appVersion: request.body.appVersion }, 'kiosk enrolled');
          return EnrolmentAnswer.parse({
            ...(await makeEnvelope(hub, tx)),
            kioskId: kiosk.id,
            kioskCode: kiosk.code,
            office: { name: kiosk.officeName, timeZone: kiosk.timeZone },
            sealingRecipients: await listSealingRecipients(tx),
            rootKey: (await findKeyInUse(tx, 'root'))?.publicKey ?? null,
          });
        }),
    });
  };
}
