import { z } from 'zod';

/** A fact with where it comes from. `confidence` follows the sources: only `sure` is shown without a mark. */
export const Provenance = z.object({
  source: z.string().min(1),
  verified_on: z.iso.date(),
  valid_until: z.iso.date(),
  confidence: z.enum(['sure', 'likely', 'unverified']),
});
export type Provenance = z.infer<typeof Provenance>;

export const Bilingual = z.object({ id: z.string().min(1), en: z.string().min(1) });
export type Bilingual = z.infer<typeof Bilingual>;
