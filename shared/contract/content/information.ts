import { z } from 'zod';
import { Bilingual, Provenance } from './provenance.ts';

/** What is known about placement to a country. `unverified` is the word for "nobody could confirm it". */
export const PlacementStatus = z.enum(['open', 'limited', 'closed', 'no-cooperation', 'unverified']);
export type PlacementStatus = z.infer<typeof PlacementStatus>;

/** As much of a date as the source gives: `2024`, `2024-07`, `2024-07-15`. */
export const PartialDate = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/);

/** A status that a source supports carries its date and its note; one that nobody could confirm carries nothing to misread. */
export const CountryStatus = z.discriminatedUnion('value', [
  z.strictObject({ value: z.literal('unverified') }),
  z.strictObject({
    value: PlacementStatus.exclude(['unverified']),
    note: Bilingual,
    asOf: PartialDate,
    provenance: Provenance,
  }),
]);
export type CountryStatus = z.infer<typeof CountryStatus>;

/** One sentence or two that a source says. */
export const Said = z.strictObject({ text: Bilingual, provenance: Provenance });
export type Said = z.infer<typeof Said>;

/** A wage as the source gives it, never converted. `year` is the year for which it was set. */
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

/** A number to call. `reportedIn` is the year of the report that gave it, where that is not the year it was verified. */
export const CountryLine = z.strictObject({
  name: Bilingual,
  number: z.string(),
  note: Bilingual.optional(),
  reportedIn: z.number().int().min(2000).max(2100).optional(),
  provenance: Provenance,
});
export type CountryLine = z.infer<typeof CountryLine>;

/** A yearly figure of the ministry: how many workers were placed. */
export const PlacementCount = z.strictObject({
  year: z.number().int().min(2000).max(2100),
  count: z.number().int().positive(),
  provenance: Provenance,
});
export type PlacementCount = z.infer<typeof PlacementCount>;

export const ProfilePart = z.enum(['summary', 'wages', 'rights', 'lines', 'warnings']);
export type ProfilePart = z.infer<typeof ProfilePart>;

/** A destination. `depth: 'short'` has fewer facts, and the screen says so. */
export const CountryProfile = z.strictObject({
  code: z.string().regex(/^[A-Z]{2}$/),
  depth: z.enum(['full', 'short']),
  status: CountryStatus,
  /** Newest first. */
  placements: z.array(PlacementCount),
  wages: z.array(WageFact),
  rights: z.array(Said),
  emergency: z.array(CountryLine),
  missions: z.array(CountryLine),
  warnings: z.array(Said),
  /** Ways to go there, such as G to G, a line about each. */
  schemes: z.array(Said),
  /** What nobody could confirm, told in the part where one would look for it; never a fact. */
  unknown: z.array(z.strictObject({ part: ProfilePart, text: Bilingual })),
});
export type CountryProfile = z.infer<typeof CountryProfile>;

const cardFields = {
  title: Bilingual,
  /** Readable in a minute. Empty when all of them ran out. */
  points: z.array(Said).max(8),
  /** What nobody could confirm, and who can be asked; never a fact. */
  ask: z.array(Bilingual).max(3),
};

/** One of the eleven subjects that PP 59/2021 art. 4(4) requires; `letter` a to k. */
export const SubjectLetter = z.enum(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k']);
export const Subject = z.strictObject({ letter: SubjectLetter, ...cardFields });
export type Subject = z.infer<typeof Subject>;

/** A card beside the required ones. */
export const InformationCard = z.strictObject({ key: z.string().regex(/^[a-z][a-z0-9-]*$/), ...cardFields });
export type InformationCard = z.infer<typeof InformationCard>;

/**
 * In every text `{short}`, `{long}` and `{former}` stand for the names of the ministry, which change more often than
 * what is said about it.
 */
export const InformationContent = z.strictObject({
  /** Whom to ask about what nobody could confirm: a name that stands after "ask". */
  askWhom: Bilingual,
  profiles: z.array(CountryProfile),
  /** Warnings that hold for all countries. */
  generalWarnings: z.array(Said),
  subjects: z.array(Subject),
  /** More that a worker asks, such as what to do with an expired card. */
  cards: z.array(InformationCard),
  /** The institution, its offices and its systems. */
  institution: z.array(InformationCard),
});
export type InformationContent = z.infer<typeof InformationContent>;
export const NO_INFORMATION: InformationContent = {
  askWhom: { id: 'petugas loket', en: 'the staff at the counter' },
  profiles: [],
  generalWarnings: [],
  subjects: [],
  cards: [],
  institution: [],
};
