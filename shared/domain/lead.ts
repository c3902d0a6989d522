import { z } from 'zod';
import { ServiceKey } from '../contract/content/services.ts';
import { ConsentChoice, Doubt } from './complaint.ts';

export const LEAD_FLOW_VERSION = 1;

/** Somebody wants a Pos service. Never an account number, a PIN, an MTCN or a picture of a card. */
export const LeadAnswers = z.strictObject({
  service: ServiceKey,
  name: z.string().trim().min(1).max(120),
  phone: z.string().trim().min(1).max(40).optional(),
  consents: z.array(ConsentChoice).max(4),
  doubts: z.array(Doubt).max(20),
});
export type LeadAnswers = z.infer<typeof LeadAnswers>;
