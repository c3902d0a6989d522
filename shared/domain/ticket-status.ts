import { z } from 'zod';

/** The officer's view of a case, in the order a case usually takes. */
export const CaseStatus = z.enum(['received', 'checked', 'forwarded', 'closed']);
export type CaseStatus = z.infer<typeof CaseStatus>;

/**
 * What a visitor is told, each with its own time (Unix ms):
 * - `recorded`: safe on this kiosk, not yet sent;
 * - `needs-person`: the hub could not take it by itself, staff have been told;
 * - `received`: the hub has it;
 * - `case`: an officer's status, true as of `asOf`.
 */
export const TicketStanding = z.discriminatedUnion('standing', [
  z.object({ standing: z.literal('recorded') }),
  z.object({ standing: z.literal('needs-person') }),
  z.object({ standing: z.literal('received'), receivedAt: z.number() }),
  z.object({
    standing: z.literal('case'),
    status: CaseStatus,
    /** Reference number of the office that has the case now. */
    reference: z.string().max(60).optional(),
    changedAt: z.number(),
    asOf: z.number(),
  }),
]);
export type TicketStanding = z.infer<typeof TicketStanding>;
