import { z } from 'zod';

const text = (max: number) => z.string().trim().min(1).max(max);
const optionalText = (max: number) => text(max).nullable();

/** Lowest to highest. A source names the education from which somebody may apply. */
export const VacancyEducation = z.enum(['sd', 'smp', 'sma', 'd3', 's1']);
export type VacancyEducation = z.infer<typeof VacancyEducation>;

export const VacancyScheme = z.enum(['p-to-p', 'g-to-g', 'independent', 'ukps', 'other']);
export type VacancyScheme = z.infer<typeof VacancyScheme>;

export const CountryCode = z.string().regex(/^[A-Z]{2}$/);

/** A currency and a period; amounts of two kinds are never compared. */
export const WageKind = z.strictObject({
  currency: z.string().regex(/^[A-Z]{3}$/),
  per: z.enum(['month', 'hour']),
});
export type WageKind = z.infer<typeof WageKind>;

/** As the source gives it, never converted. */
export const VacancyWage = z
  .strictObject({
    from: z.number().positive().max(1e12),
    to: z.number().positive().max(1e12).nullable(),
    currency: WageKind.shape.currency,
    per: WageKind.shape.per.nullable(),
  })
  .refine(({ from, to }) => to === null || to >= from, { message: 'ends below where it begins' });
export type VacancyWage = z.infer<typeof VacancyWage>;

/** One vacancy of a snapshot. What a source leaves out is null and shown as "tidak dicantumkan". */
export const Vacancy = z.strictObject({
  id: text(60),
  /** True for everything shipped with the product: shown in training mode only. */
  isExample: z.boolean(),
  position: text(120),
  sector: text(80),
  country: CountryCode,
  placementCompany: optionalText(160),
  foreignAgency: optionalText(160),
  scheme: VacancyScheme,
  educationFrom: VacancyEducation.nullable(),
  educationTo: VacancyEducation.nullable(),
  wage: VacancyWage.nullable(),
  quota: z.number().int().positive().nullable(),
  /** Demands of the employer, as the source words them: sex, age, experience. Never used to filter by the visitor's own sex. */
  employerDemands: z.array(text(200)).max(12),
  /** Last day of the permit to recruit; hidden by itself afterwards. */
  validUntil: z.iso.date(),
  /** Goes into a QR on paper, so only what every printer and camera can do. */
  detailAddress: z
    .url({ protocol: /^https$/ })
    .max(180)
    .regex(/^[\x21-\x7e]+$/)
    .nullable(),
});
export type Vacancy = z.infer<typeof Vacancy>;

/** Where and when the vacancies were taken. */
export const VacancySnapshot = z.strictObject({
  source: text(120),
  takenOn: z.iso.date(),
});
export type VacancySnapshot = z.infer<typeof VacancySnapshot>;

/** What narrows a search; every field left out does not narrow it. There is none for sex or age, and there never will be. */
export const VacancyFilter = z.strictObject({
  text: z.string().max(80).default(''),
  country: CountryCode.optional(),
  sector: z.string().max(80).optional(),
  /** Shows what somebody with this education may apply for, and what names no education. */
  education: VacancyEducation.optional(),
  scheme: VacancyScheme.optional(),
  /** Only with a wage that begins at this much or more, in this currency and for this period. */
  wage: WageKind.extend({ atLeast: z.number().positive() }).optional(),
});
export type VacancyFilter = z.infer<typeof VacancyFilter>;

/** A value that occurs, and how often under all filters but its own. */
const counted = <T extends z.ZodType>(value: T) =>
  z.array(z.strictObject({ value, count: z.number().int() }));

export const VacancyFacets = z.strictObject({
  /** Most first. */
  countries: counted(CountryCode),
  sectors: counted(z.string()),
  schemes: counted(VacancyScheme),
  /** Lowest first; each counts what somebody with this education may apply for. */
  educations: counted(VacancyEducation),
  /** Most first, with the least and the greatest wage that one begins at. */
  wages: z.array(WageKind.extend({ count: z.number().int(), lowest: z.number(), highest: z.number() })),
});
export type VacancyFacets = z.infer<typeof VacancyFacets>;

export const VacancyPage = z.strictObject({
  /** Null: this kiosk has no vacancies at all. */
  snapshot: VacancySnapshot.extend({ isOld: z.boolean() }).nullable(),
  /** How many may be shown today without any filter. */
  available: z.number().int().nonnegative(),
  /** How many are left under the filter. */
  total: z.number().int().nonnegative(),
  vacancies: z.array(Vacancy).max(50),
  facets: VacancyFacets,
  /** Words that stand in place of typed ones which occur nowhere, such as "perawat" for "perwat". Empty: as typed. */
  insteadWords: z.array(z.string()).max(6),
});
export type VacancyPage = z.infer<typeof VacancyPage>;

/** Most vacancies that one answer carries. */
export const VACANCIES_PER_PAGE = 50;

export const NO_FACETS: VacancyFacets = {
  countries: [],
  sectors: [],
  schemes: [],
  educations: [],
  wages: [],
};
export const NO_VACANCIES: VacancyPage = {
  snapshot: null,
  available: 0,
  total: 0,
  vacancies: [],
  facets: NO_FACETS,
  insteadWords: [],
};
