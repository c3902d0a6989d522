import { z } from 'zod';
import type { ConsentPurpose } from '../../../shared/domain/complaint.ts';
import { ConsentChoice, Relation } from '../../../shared/domain/complaint.ts';
import {
  DocumentState,
  EmployerKind,
  REGISTRATION_LIMITS as limits,
  MaritalStatus,
  Scheme,
  Sex,
  WagePeriod,
} from '../../../shared/domain/registration.ts';
import { WilayahCode } from '../../../shared/domain/wilayah.ts';

/** Fill in everything, or go straight to the papers. */
export const Depth = z.enum(['full', 'papers']);
export type Depth = z.infer<typeof Depth>;

/** A region as chosen or written; `below` names the region it was chosen in, so that it falls away when that one changes. */
export const RegionDraft = z.strictObject({
  code: WilayahCode.optional(),
  name: z.string().max(limits.place),
  below: z.string().max(limits.place + 3),
});
export type RegionDraft = z.infer<typeof RegionDraft>;

const typed = (max: number) => z.string().max(max).optional();
/** DDMMYYYY, or as much of it as was typed. */
const typedDate = z
  .string()
  .regex(/^\d{0,8}$/)
  .optional();
const digits = (max: number) => z.string().regex(/^\d*$/).max(max).optional();

/**
 * Everything answered so far, as typed. Nothing is taken away when an earlier answer changes: what no longer applies is left
 * out of the registration, and is there again when she changes her mind. A draft that is kept for later is this record.
 */
export const RegistrationDraft = z.strictObject({
  employerKind: EmployerKind.optional(),
  scheme: Scheme.optional(),
  depth: Depth.optional(),
  name: typed(limits.name),
  nik: typed(limits.document),
  birthPlace: typed(limits.place),
  birthDate: typedDate,
  sex: Sex.optional(),
  marital: MaritalStatus.optional(),
  phone: typed(limits.phone),
  hasWhatsapp: z.boolean().optional(),
  emergencyName: typed(limits.name),
  emergencyRelation: Relation.optional(),
  emergencyPhone: typed(limits.phone),
  province: RegionDraft.optional(),
  regency: RegionDraft.optional(),
  district: RegionDraft.optional(),
  village: RegionDraft.optional(),
  street: typed(limits.address),
  hasPassport: z.boolean().optional(),
  passportNumber: typed(limits.document),
  passportIssued: typedDate,
  passportExpires: typedDate,
  passportOffice: typed(limits.place),
  hasVisa: z.boolean().optional(),
  visaKind: typed(limits.short),
  employerName: typed(limits.name),
  employerForm: typed(limits.short),
  employerCountry: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  employerCity: typed(limits.place),
  employerAddress: typed(limits.address),
  position: typed(limits.place),
  startDate: typedDate,
  contractMonths: digits(3),
  wageAmount: digits(10),
  wageCurrency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  wagePer: WagePeriod.optional(),
  documents: z.record(z.string().max(40), DocumentState).optional(),
  consents: z.array(ConsentChoice).max(4).optional(),
});
export type RegistrationDraft = z.infer<typeof RegistrationDraft>;

export interface PaperList {
  version: string;
  keys: readonly string[];
}

/** What the flow must know of the world to pick its questions. */
export interface RegistrationFacts {
  /** `2026-11-22` by the kiosk's clock, which may be wrong: it raises doubts and never refuses. */
  today: string;
  /** Version of the words on the screen, for each consent that the content asks. */
  consentVersions: Partial<Record<ConsentPurpose, string>>;
  /** The papers of each scheme; a scheme without a known list is missing. */
  lists: Partial<Record<Scheme, PaperList>>;
  /** Years; null where the content names none. */
  minimumAge: number | null;
}

export type RegistrationPatch = { [K in keyof RegistrationDraft]?: RegistrationDraft[K] | undefined };

/** The draft with some answers changed; `undefined` takes an answer out. */
export function withAnswers(draft: RegistrationDraft, patch: RegistrationPatch): RegistrationDraft {
  const entries = Object.entries({ ...draft, ...patch }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as RegistrationDraft;
}

/** The papers to ask about; null while no scheme is chosen or none is known for it. */
export function listOf({ scheme }: RegistrationDraft, { lists }: RegistrationFacts): PaperList | null {
  return (scheme && lists[scheme]) ?? null;
}
