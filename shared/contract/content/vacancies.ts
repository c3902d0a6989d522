import { z } from 'zod';
import { Bilingual, Provenance } from './provenance.ts';

/** How somebody finds out whether an offer is real. `short` is its line on the slip. */
export const OfferCheck = z.strictObject({
  key: z.string(),
  title: Bilingual,
  text: Bilingual,
  short: Bilingual,
  /** A page to visit, such as cekrekening.id. */
  address: z.string().optional(),
  provenance: Provenance,
});
export type OfferCheck = z.infer<typeof OfferCheck>;

const Said = z.strictObject({ text: Bilingual, provenance: Provenance });

/** What is said around vacancies. The vacancies themselves lie in a file of their own, see `main/vacancies`. */
export const VacancyGuide = z.strictObject({
  /** After so many days a snapshot is called old on every list. */
  oldAfterDays: z.number().int().min(1).max(366),
  /** Most important first: the first three are printed. */
  checks: z.array(OfferCheck),
  /** Shown with the checks and, where `countries` names the country of a vacancy, with the vacancy. */
  warnings: z.array(Said.extend({ countries: z.array(z.string().regex(/^[A-Z]{2}$/)) })),
  /** Where vacancies are found when this kiosk has none. */
  elsewhere: z.array(Said),
});
export type VacancyGuide = z.infer<typeof VacancyGuide>;

export const NO_VACANCY_GUIDE: VacancyGuide = { oldAfterDays: 30, checks: [], warnings: [], elsewhere: [] };
