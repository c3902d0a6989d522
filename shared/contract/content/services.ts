import { z } from 'zod';
import { Decimal } from '../../lib/decimal.ts';
import { Bilingual, Provenance } from './provenance.ts';

export const ServiceKey = z.enum(['pospay', 'giropos', 'remittance', 'courier', 'agen-pos']);
export type ServiceKey = z.infer<typeof ServiceKey>;

export const PosService = z.strictObject({
  key: ServiceKey,
  name: Bilingual,
  lead: Bilingual,
  points: z.array(z.strictObject({ text: Bilingual, provenance: Provenance })),
  /** What to bring to the counter. Empty where no source says it: the screen then sends her to ask. */
  bring: z.array(z.strictObject({ text: Bilingual, provenance: Provenance })),
  /** What nobody could confirm; shown as questions for the counter, never as facts. */
  ask: z.array(Bilingual).max(6),
});
export type PosService = z.infer<typeof PosService>;

/** What one unit of a foreign currency is worth in rupiah, as the provider gave it on a day. A decimal text: no rounding. */
export const RemittanceRate = z.strictObject({
  currency: z.string().regex(/^[A-Z]{3}$/),
  country: z.string().regex(/^[A-Z]{2}$/),
  rupiahPerUnit: Decimal,
  feeRupiah: z.number().int().nonnegative().nullable(),
  asOf: z.iso.date(),
  provenance: Provenance,
});
export type RemittanceRate = z.infer<typeof RemittanceRate>;

/** The exact words of one consent, as the pack's own consents have them. */
export const LeadConsentText = z.strictObject({
  purpose: z.enum(['contact-about-request', 'contact-about-services']),
  version: z.string().min(1).max(40),
  text: Bilingual,
  detail: Bilingual,
});
export type LeadConsentText = z.infer<typeof LeadConsentText>;

export const ServicesContent = z.strictObject({
  services: z.array(PosService),
  rates: z.array(RemittanceRate),
  consentTexts: z.array(LeadConsentText),
});
export type ServicesContent = z.infer<typeof ServicesContent>;
export const NO_SERVICES: ServicesContent = {
  services: [],
  rates: [],
  consentTexts: [],
};

/** A word that a tap explains. `forms` are the spellings that occur in texts. */
export const GlossaryEntry = z.strictObject({
  key: z.string(),
  forms: z.array(z.string().min(2)).min(1),
  explanation: Bilingual,
  provenance: Provenance,
});
export type GlossaryEntry = z.infer<typeof GlossaryEntry>;
export const GlossaryContent = z.strictObject({ entries: z.array(GlossaryEntry) });
export type GlossaryContent = z.infer<typeof GlossaryContent>;
export const NO_GLOSSARY: GlossaryContent = { entries: [] };
