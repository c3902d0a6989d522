import { z } from 'zod';

const optionalText = (max: number) => z.string().max(max).nullable();

/** One vacancy of a snapshot. What a source leaves out is null and shown as "tidak dicantumkan". */
export const Vacancy = z.strictObject({
  id: z.string().min(1).max(60),
  /** True for everything shipped with the product: shown in training mode only. */
  isExample: z.boolean(),
  position: z.string().min(1).max(120),
  sector: z.string().min(1).max(80),
  country: z.string().regex(/^[A-Z]{2}$/),
  placementCompany: optionalText(160),
  foreignAgency: optionalText(160),
  /** Such as `P to P`, `G to G`, `Mandiri`. */
  scheme: z.enum(['p-to-p', 'g-to-g', 'independent', 'ukps', 'other']),
  educationFrom: z.enum(['sd', 'smp', 'sma', 'd3', 's1']).nullable(),
  educationTo: z.enum(['sd', 'smp', 'sma', 'd3', 's1']).nullable(),
  wage: z
    .strictObject({
      from: z.number().positive(),
      to: z.number().positive().nullable(),
      currency: z.string().regex(/^[A-Z]{3}$/),
      per: z.enum(['month', 'hour']).nullable(),
    })
    .nullable(),
  quota: z.number().int().positive().nullable(),
  /** Demands of the employer, as the source words them: sex, age, experience. Never used to filter by the visitor's own sex. */
  employerDemands: z.array(z.string().max(200)).max(12),
  /** Last day of the permit to recruit; hidden by itself afterwards. */
  validUntil: z.iso.date(),
  detailAddress: z.url().max(180).nullable(),
});
export type Vacancy = z.infer<typeof Vacancy>;

/** Where and when the vacancies were taken. */
export const VacancySnapshot = z.strictObject({
  source: z.string().min(1),
  takenOn: z.iso.date(),
});
export type VacancySnapshot = z.infer<typeof VacancySnapshot>;

/** What narrows a search; every field left out does not narrow it. */
export const VacancyFilter = z.strictObject({
  text: z.string().max(80).default(''),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  sector: z.string().max(80).optional(),
  /** Shows what somebody with this education may apply for. */
  education: z.enum(['sd', 'smp', 'sma', 'd3', 's1']).optional(),
  scheme: Vacancy.shape.scheme.optional(),
  /** Only with a wage of at least this much, in this currency and for this period. */
  wage: z
    .strictObject({
      atLeast: z.number().positive(),
      currency: z.string().regex(/^[A-Z]{3}$/),
      per: z.enum(['month', 'hour']),
    })
    .optional(),
});
export type VacancyFilter = z.infer<typeof VacancyFilter>;

export const VacancyPage = z.strictObject({
  /** Null: this kiosk has no vacancies at all. */
  snapshot: VacancySnapshot.extend({ isOld: z.boolean() }).nullable(),
  total: z.number().int().nonnegative(),
  vacancies: z.array(Vacancy).max(50),
  /** Values that occur, with how often under the other filters, most first. */
  countries: z.array(z.strictObject({ value: z.string(), count: z.number().int() })),
  sectors: z.array(z.strictObject({ value: z.string(), count: z.number().int() })),
});
export type VacancyPage = z.infer<typeof VacancyPage>;
