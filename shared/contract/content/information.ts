import { z } from 'zod';
import { Bilingual, Provenance } from './provenance.ts';

/** Whether placement to a country is open. `unverified` never looks like `open`. */
export const PlacementStatus = z.enum(['open', 'limited', 'closed', 'no-cooperation', 'unverified']);
export type PlacementStatus = z.infer<typeof PlacementStatus>;

const Said = z.strictObject({ text: Bilingual, provenance: Provenance });

/** A wage as the source gives it, never converted. */
export const WageFact = z.strictObject({
  forWhom: Bilingual,
  amount: z.number().positive(),
  currency: z.string().regex(/^[A-Z]{3}$/),
  per: z.enum(['month', 'hour']),
  year: z.number().int().min(2000).max(2100),
  note: Bilingual.optional(),
  provenance: Provenance,
});
export type WageFact = z.infer<typeof WageFact>;

export const CountryLine = z.strictObject({
  name: Bilingual,
  number: z.string(),
  note: Bilingual.optional(),
  provenance: Provenance,
});
export type CountryLine = z.infer<typeof CountryLine>;

/** A destination. `depth: 'short'` has fewer facts, and says so. */
export const CountryProfile = z.strictObject({
  code: z.string().regex(/^[A-Z]{2}$/),
  depth: z.enum(['full', 'short']),
  status: z.strictObject({
    value: PlacementStatus,
    note: Bilingual,
    asOf: z.iso.date(),
    provenance: Provenance,
  }),
  placements: z
    .strictObject({ year: z.number().int(), count: z.number().int(), provenance: Provenance })
    .optional(),
  wages: z.array(WageFact),
  rights: z.array(Said),
  emergency: z.array(CountryLine),
  missions: z.array(CountryLine),
  warnings: z.array(Said),
  /** Scheme names with a line about each, such as G to G. */
  schemes: z.array(Said),
});
export type CountryProfile = z.infer<typeof CountryProfile>;

/** One of the eleven subjects that PP 59/2021 art. 4(4) requires; `letter` a to k. */
export const Subject = z.strictObject({
  letter: z.enum(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k']),
  title: Bilingual,
  /** Readable in a minute. */
  points: z.array(Said).min(1).max(8),
});
export type Subject = z.infer<typeof Subject>;

export const InformationContent = z.strictObject({
  profiles: z.array(CountryProfile),
  /** Warnings that hold for all countries, shown above the list. */
  generalWarnings: z.array(Said),
  subjects: z.array(Subject),
  /** The institution and its offices; names come from `ministry`. */
  institution: z.array(z.strictObject({ key: z.string(), title: Bilingual, points: z.array(Said) })),
});
export type InformationContent = z.infer<typeof InformationContent>;
export const NO_INFORMATION: InformationContent = {
  profiles: [],
  generalWarnings: [],
  subjects: [],
  institution: [],
};
