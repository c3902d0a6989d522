import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { HubProblem, PROTOCOL } from '../../../shared/contract/hub-api.ts';
import { TicketNumber } from '../../../shared/domain/ticket.ts';
import { CaseStatus } from '../../../shared/domain/ticket-status.ts';
import { setCaseStatus } from '../cases/set-case-status.ts';
import { inTransaction } from '../database/connect.ts';
import { readBody } from '../http/authenticate.ts';
import type { HubContext } from '../http/hub-context.ts';
import { RequestProblem } from '../problems.ts';
import { countWithdrawals } from '../repositories/submissions.ts';
import { isOfficer } from '../trust/officer-token.ts';

/** A number of another office: printable, one line. */
export const CaseReference = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .regex(/^\P{C}*$/u, 'a reference is one line of printable text');

const CaseChange = z.strictObject({ status: CaseStatus, reference: CaseReference.nullable().default(null) });

const CaseAnswer = z.object({
  protocol: z.literal(PROTOCOL),
  ticketNumber: TicketNumber,
  status: CaseStatus,
  reference: z.string().nullable(),
  changedAt: z.number().int().nonnegative(),
  /** How often a consent was withdrawn under this ticket: what it covered must stop within three days. */
  consentWithdrawals: z.number().int().nonnegative(),
});

/** What an officer says about a case. */
export function officerCasesRoute(hub: HubContext): FastifyPluginAsyncZod {
  return async (app) => {
    app.route({
      method: 'POST',
      url: '/v1/officer/cases/:ticket/status',
      schema: {
        summary: 'Set the status of a case',
        security: [{ officer: [] }],
        params: z.object({ ticket: TicketNumber }),
        body: CaseChange,
        response: { 200: CaseAnswer, '4xx': HubProblem, '5xx': HubProblem },
      },
      onRequest: async (request) => {
        if (!isOfficer(request.headers.authorization, hub.officerToken)) {
          throw new RequestProblem('officer.denied');
        }
      },
      preValidation: readBody(hub),
      handler: async (request) => {
        const wish = { ticketNumber: request.params.ticket, ...request.body };
        const changed = await inTransaction(hub.pool, (tx) =>
          setCaseStatus(tx, wish, 'officer', new Date(hub.now())),
        );
        const { ticketNumber, status, reference, changedAt } = changed;
        return {
          protocol: PROTOCOL,
          ticketNumber,
          status,
          reference,
          changedAt: changedAt.getTime(),
          consentWithdrawals: await countWithdrawals(hub.pool, ticketNumber),
        } as const;
      },
    });
  };
}
