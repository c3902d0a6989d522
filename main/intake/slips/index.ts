import { z } from 'zod';
import type { SlipFacts } from '../../../shared/domain/slip.ts';
import { isBodyFollowable, type SubmissionBody } from '../../../shared/domain/submission-body.ts';
import { TicketSecret } from '../../../shared/domain/ticket.ts';
import { unreachable } from '../../../shared/lib/unreachable.ts';
import { complaintSlip } from './complaint.ts';
import { leadSlip } from './lead.ts';
import type { SlipSource } from './place.ts';
import { productInterestSlip } from './product-interest.ts';
import { productProposalSlip } from './product-proposal.ts';
import { registrationSlip } from './registration.ts';

/** What the paper of a new ticket says. Never a full name, a NIK, a phone number or a complaint's category. */
export function slipOf(source: SlipSource, body: SubmissionBody): SlipFacts {
  switch (body.kind) {
    case 'complaint':
      return complaintSlip(source, isBodyFollowable(body));
    case 'registration':
      return registrationSlip(source, body.answers);
    case 'lead':
      return leadSlip(source, body.answers);
    case 'product-interest':
      return productInterestSlip(source, body.answers);
    case 'product-proposal':
      return productProposalSlip(source, body.answers);
    default:
      return unreachable(body);
  }
}

/** Null when the slip has no facts any more. */
export function secretOnSlip(facts: unknown): string | null {
  const parsed = z.object({ secret: TicketSecret }).safeParse(facts);
  return parsed.success ? parsed.data.secret : null;
}
