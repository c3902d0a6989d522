import { z } from 'zod';
import { cleanText } from '../lib/clean-text.ts';
import { ConsentChoice, Doubt, Relation } from './complaint.ts';
import { WilayahCode } from './wilayah.ts';

/** Raised when a question or a list changes its meaning; stored with each registration. */
export const REGISTRATION_FLOW_VERSION = 1;

/** Longest texts, in UTF-16 units. */
export const REGISTRATION_LIMITS = {
  name: 120,
  place: 80,
  address: 240,
  phone: 32,
  document: 24,
  short: 60,
} as const;

const text = (max: number) => z.string().overwrite(cleanText).min(1).max(max);
const limits = REGISTRATION_LIMITS;

export const Scheme = z.enum(['new', 're-entry', 'ssw-japan', 'extension']);
export type Scheme = z.infer<typeof Scheme>;

/** Who pays the wage. Only a company (a legal entity) belongs to this task; the others get a way on. */
export const EmployerKind = z.enum(['company', 'household', 'none']);
export type EmployerKind = z.infer<typeof EmployerKind>;

/** As on the identity card. */
export const MaritalStatus = z.enum(['single', 'married', 'divorced', 'widowed']);
export type MaritalStatus = z.infer<typeof MaritalStatus>;

export const Sex = z.enum(['female', 'male']);
export type Sex = z.infer<typeof Sex>;

export const DocumentState = z.enum(['have', 'missing', 'unknown']);
export type DocumentState = z.infer<typeof DocumentState>;

/** A region picked from the list (with its code) or written by hand (without). */
export const NamedRegion = z.strictObject({ code: WilayahCode.optional(), name: text(limits.place) });
export type NamedRegion = z.infer<typeof NamedRegion>;

export const WagePeriod = z.enum(['month', 'week', 'day', 'hour']);
export type WagePeriod = z.infer<typeof WagePeriod>;

export const LONGEST_CONTRACT_MONTHS = 120;

/** As it was typed, and in E.164 where one number can be meant. */
const Phone = z.strictObject({ typed: text(limits.phone), e164: z.string().max(20).optional() });

/**
 * A finished pre-registration of a PMI perseorangan. The legal filing is in the ministry's system, never here. Only scheme,
 * name and list must be there. Never asked: religion, the mother's maiden name, results of a health check, a picture of the
 * identity card, a bank account.
 */
export const RegistrationAnswers = z.strictObject({
  scheme: Scheme,
  person: z.strictObject({
    /** One word is a whole name for many. */
    name: text(limits.name),
    nik: text(limits.document).optional(),
    birthPlace: text(limits.place).optional(),
    birthDate: z.iso.date().optional(),
    sex: Sex.optional(),
    marital: MaritalStatus.optional(),
  }),
  contact: z.strictObject({ phone: Phone, hasWhatsapp: z.boolean().optional() }).optional(),
  emergencyContact: z
    .strictObject({ name: text(limits.name), relation: Relation.optional(), phone: Phone.optional() })
    .optional(),
  address: z
    .strictObject({
      province: NamedRegion.optional(),
      regency: NamedRegion.optional(),
      district: NamedRegion.optional(),
      village: NamedRegion.optional(),
      street: text(limits.address).optional(),
    })
    .optional(),
  passport: z
    .strictObject({
      has: z.boolean(),
      number: text(limits.document).optional(),
      issuedOn: z.iso.date().optional(),
      expiresOn: z.iso.date().optional(),
      office: text(limits.place).optional(),
    })
    .optional(),
  visa: z.strictObject({ has: z.boolean(), kind: text(limits.short).optional() }).optional(),
  employer: z
    .strictObject({
      name: text(limits.name).optional(),
      legalForm: text(limits.short).optional(),
      country: z
        .string()
        .regex(/^[A-Z]{2}$/)
        .optional(),
      city: text(limits.place).optional(),
      address: text(limits.address).optional(),
    })
    .optional(),
  job: z
    .strictObject({
      position: text(limits.place).optional(),
      startsOn: z.iso.date().optional(),
      contractMonths: z.number().int().min(1).max(LONGEST_CONTRACT_MONTHS).optional(),
      wage: z
        .strictObject({
          amount: z.number().int().positive().max(9_999_999_999),
          currency: z
            .string()
            .regex(/^[A-Z]{3}$/)
            .optional(),
          per: WagePeriod.optional(),
        })
        .optional(),
    })
    .optional(),
  /** Version of the document list that was shown; null: no list of this scheme is known. */
  listVersion: z.string().min(1).max(40).nullable(),
  /** By the key of the paper in that list. */
  documents: z.record(z.string().max(40), DocumentState),
  consents: z.array(ConsentChoice).max(4),
  doubts: z.array(Doubt).max(60),
});
export type RegistrationAnswers = z.infer<typeof RegistrationAnswers>;
