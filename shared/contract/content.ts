import { z } from 'zod';

/** A fact with where it comes from. `confidence` follows the sources: only `sure` is shown without a mark. */
export const Provenance = z.object({
  source: z.string().min(1),
  verified_on: z.iso.date(),
  valid_until: z.iso.date(),
  confidence: z.enum(['sure', 'likely', 'unverified']),
});
export type Provenance = z.infer<typeof Provenance>;

const bilingual = z.object({ id: z.string().min(1), en: z.string().min(1) });
export type Bilingual = z.infer<typeof bilingual>;

export const Institution = z.object({
  shortName: z.string(),
  longName: z.string(),
  formerName: z.string(),
  provenance: Provenance,
});

/** A line to call. `order` puts the one to try first at the top. */
export const Hotline = z.object({
  key: z.string(),
  name: bilingual,
  note: bilingual,
  number: z.string(),
  kind: z.enum(['phone', 'whatsapp']),
  reach: z.enum(['from-indonesia', 'from-abroad', 'anywhere']),
  order: z.number().int(),
  provenance: Provenance,
});
export type Hotline = z.infer<typeof Hotline>;

/** What happens after a complaint and by when; with the rule it follows. */
export const NextStep = z.object({
  key: z.string(),
  text: bilingual,
  /** Said only to those who left a way to be reached. */
  onlyWithContact: z.boolean().default(false),
  /** Days after recording; null where no time is promised. */
  withinDays: z.number().int().positive().nullable(),
  provenance: Provenance,
});

export const Country = z.object({
  code: z.string().regex(/^[A-Z]{2}$/),
  name: bilingual,
  common: z.boolean(),
});
export type Country = z.infer<typeof Country>;

/** What screens and slips may say as a fact. Expired facts are already left out. */
export const KioskContent = z.object({
  packVersion: z.number().int().positive(),
  service: z.object({ name: z.string(), provenance: Provenance }),
  ministry: Institution,
  hotlines: z.array(Hotline),
  complaintNextSteps: z.array(NextStep),
  consentTexts: z.array(
    z.object({
      purpose: z.enum(['forward-to-ministry', 'contact-about-services']),
      version: z.string(),
      text: bilingual,
      detail: bilingual,
    }),
  ),
  /** Days until what this kiosk keeps of a complaint is erased after the hub confirmed it. */
  retentionDays: z.object({ complaint: z.number().int().positive() }),
  countries: z.array(Country),
});
export type KioskContent = z.infer<typeof KioskContent>;
