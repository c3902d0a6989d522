import { z } from 'zod';
import { Country, KioskContent } from '../../shared/contract/content.ts';

/** What `pack.json` holds: facts with sources. The countries lie in a file of their own, because a script makes them. */
export const ContentPack = z.strictObject({
  packVersion: KioskContent.shape.packVersion,
  service: KioskContent.shape.service,
  ministry: KioskContent.shape.ministry,
  /** Without one that surely holds, the emergency page could become empty. */
  hotlines: KioskContent.shape.hotlines.refine(
    (hotlines) => hotlines.some((hotline) => hotline.provenance.confidence === 'sure'),
    { message: 'no hotline is sure' },
  ),
  complaintNextSteps: KioskContent.shape.complaintNextSteps,
  consentTexts: KioskContent.shape.consentTexts,
  withdrawal: KioskContent.shape.withdrawal,
  retentionDays: KioskContent.shape.retentionDays,
});
export type ContentPack = z.infer<typeof ContentPack>;

export const CountryFile = z.strictObject({
  source: z.string().min(1),
  countries: z.array(Country).min(1),
});

export const PACK_FILE = 'pack.json';
export const COUNTRY_FILE = 'countries.json';
