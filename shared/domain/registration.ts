import { z } from 'zod';
import { ConsentChoice, Doubt } from './complaint.ts';

export const REGISTRATION_FLOW_VERSION = 1;

/** A finished pre-registration of a PMI perseorangan. The legal filing is in the ministry's system, never here. */
export const RegistrationAnswers = z.strictObject({
  scheme: z.enum(['new', 're-entry', 'ssw-japan', 'extension']),
  /** Version of the document list that was shown. */
  listVersion: z.string().min(1).max(40),
  documents: z.record(z.string(), z.enum(['have', 'missing', 'unknown'])),
  consents: z.array(ConsentChoice).max(4),
  doubts: z.array(Doubt).max(60),
});
export type RegistrationAnswers = z.infer<typeof RegistrationAnswers>;
