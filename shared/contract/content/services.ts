import { z } from 'zod';
import { Bilingual, Provenance } from './provenance.ts';

export const ServiceKey = z.enum(['pospay', 'giropos', 'remittance', 'courier', 'agen-pos']);
export type ServiceKey = z.infer<typeof ServiceKey>;

export const PosService = z.strictObject({
  key: ServiceKey,
  name: z.string(),
  lead: Bilingual,
  points: z.array(z.strictObject({ text: Bilingual, provenance: Provenance })),
  /** What to bring to the counter. */
  bring: z.array(z.strictObject({ text: Bilingual, provenance: Provenance })),
});
export type PosService = z.infer<typeof PosService>;

/** What one unit of a foreign currency is worth in rupiah, as the provider gave it on a day. */
export const RemittanceRate = z.strictObject({
  currency: z.string().regex(/^[A-Z]{3}$/),
  country: z.string().regex(/^[A-Z]{2}$/),
  rupiahPerUnit: z.number().positive(),
  feeRupiah: z.number().int().nonnegative().nullable(),
  asOf: z.iso.date(),
  provenance: Provenance,
});
export type RemittanceRate = z.infer<typeof RemittanceRate>;

export const ServicesContent = z.strictObject({
  services: z.array(PosService),
  rates: z.array(RemittanceRate),
});
export type ServicesContent = z.infer<typeof ServicesContent>;
export const NO_SERVICES: ServicesContent = { services: [], rates: [] };

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
