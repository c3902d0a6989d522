import { z } from 'zod';
import { cleanText } from '../lib/clean-text.ts';

/**
 * What a complaint asks. Categories, groups and triage follow the union of the official yearly lists (2019 to 2024);
 * no official priority scheme was found, so the triage is this product's and an officer may change it.
 */

export const Situation = z.enum(['before-leaving', 'abroad', 'returned']);
export type Situation = z.infer<typeof Situation>;

export const ComplaintCategory = z.enum([
  'TPPO',
  'KEKERASAN',
  'PUTUS_KOM',
  'SAKIT',
  'MENINGGAL',
  'DITAHAN',
  'PULANG',
  'DEPORTASI',
  'OVERSTAY',
  'DOKUMEN',
  'GAJI',
  'PHK',
  'TIDAK_SESUAI_PK',
  'JAMSOS',
  'OVERCHARGING',
  'GAGAL_BERANGKAT',
  'PENIPUAN',
  'LAINNYA',
]);
export type ComplaintCategory = z.infer<typeof ComplaintCategory>;

/** Which categories are offered in which situation, in the order shown: the most reported first, "other" last. */
export const CATEGORIES_IN: Record<Situation, readonly ComplaintCategory[]> = {
  'before-leaving': [
    'GAGAL_BERANGKAT',
    'OVERCHARGING',
    'PENIPUAN',
    'DOKUMEN',
    'TIDAK_SESUAI_PK',
    'KEKERASAN',
    'TPPO',
    'JAMSOS',
    'LAINNYA',
  ],
  abroad: [
    'PULANG',
    'GAJI',
    'KEKERASAN',
    'PUTUS_KOM',
    'SAKIT',
    'MENINGGAL',
    'DITAHAN',
    'TPPO',
    'DEPORTASI',
    'DOKUMEN',
    'OVERSTAY',
    'TIDAK_SESUAI_PK',
    'PHK',
    'JAMSOS',
    'OVERCHARGING',
    'PENIPUAN',
    'LAINNYA',
  ],
  returned: [
    'GAJI',
    'JAMSOS',
    'PHK',
    'OVERCHARGING',
    'DOKUMEN',
    'SAKIT',
    'KEKERASAN',
    'TPPO',
    'TIDAK_SESUAI_PK',
    'PENIPUAN',
    'DEPORTASI',
    'LAINNYA',
  ],
};

/** Nobody complains for herself that she died or cannot be reached. */
const NEVER_FOR_SELF: readonly ComplaintCategory[] = ['MENINGGAL', 'PUTUS_KOM'];

/** The categories to offer when these two are known. */
export function categoriesFor(situation: Situation, subject: Subject): readonly ComplaintCategory[] {
  if (subject !== 'self') return CATEGORIES_IN[situation];
  return CATEGORIES_IN[situation].filter((category) => !NEVER_FOR_SELF.includes(category));
}

/** 1 is sent before 2, 2 before 3. */
export const Urgency = z.union([z.literal(1), z.literal(2), z.literal(3)]);
export type Urgency = z.infer<typeof Urgency>;

const URGENCY_OF: Record<ComplaintCategory, Urgency> = {
  TPPO: 1,
  KEKERASAN: 1,
  PUTUS_KOM: 1,
  SAKIT: 1,
  MENINGGAL: 1,
  DITAHAN: 1,
  PULANG: 2,
  DEPORTASI: 2,
  OVERSTAY: 2,
  DOKUMEN: 2,
  GAJI: 2,
  PENIPUAN: 2,
  PHK: 3,
  TIDAK_SESUAI_PK: 3,
  JAMSOS: 3,
  OVERCHARGING: 3,
  GAGAL_BERANGKAT: 3,
  LAINNYA: 3,
};

/** Limits in characters; the keyboard stops there and says so, so that nothing is cut silently. */
export const LIMITS = { name: 120, place: 80, address: 240, phone: 32, document: 24, story: 2000 } as const;

const text = (max: number) => z.string().overwrite(cleanText).min(1).max(max);

/** Raised when a question or a list changes its meaning; stored with each complaint. */
export const COMPLAINT_FLOW_VERSION = 1;

export const Subject = z.enum(['self', 'family', 'other']);
export type Subject = z.infer<typeof Subject>;

/** What the reporter is to the worker. */
export const Relation = z.enum([
  'spouse',
  'parent',
  'child',
  'sibling',
  'relative',
  'friend',
  'neighbour',
  'companion',
  'other',
]);
export type Relation = z.infer<typeof Relation>;

/** Which relations are offered, by whom the complaint is for. */
export const RELATIONS_OF: Record<Subject, readonly Relation[]> = {
  self: [],
  family: ['spouse', 'parent', 'child', 'sibling', 'relative'],
  other: ['friend', 'neighbour', 'companion', 'other'],
};

export const AccusedKind = z.enum(['employer', 'agency', 'recruiter', 'official', 'other', 'unknown']);
export type AccusedKind = z.infer<typeof AccusedKind>;

export const WantedResult = z.enum([
  'come-home',
  'be-safe',
  'wage-paid',
  'money-back',
  'documents-back',
  'medical-help',
  'legal-help',
  'find-person',
  'insurance-paid',
  'stop-others',
  'other',
]);
export type WantedResult = z.infer<typeof WantedResult>;

/** Which results are offered in which situation, in the order shown. */
export const WANTED_IN: Record<Situation, readonly WantedResult[]> = {
  'before-leaving': [
    'money-back',
    'documents-back',
    'be-safe',
    'find-person',
    'legal-help',
    'stop-others',
    'other',
  ],
  abroad: WantedResult.options,
  returned: [
    'wage-paid',
    'insurance-paid',
    'money-back',
    'documents-back',
    'medical-help',
    'legal-help',
    'be-safe',
    'stop-others',
    'other',
  ],
};

export const ProceduralStatus = z.enum(['procedural', 'non-procedural', 'unknown']);
export type ProceduralStatus = z.infer<typeof ProceduralStatus>;

export const SafeTime = z.enum(['morning', 'noon', 'afternoon', 'evening', 'any']);
export type SafeTime = z.infer<typeof SafeTime>;

/**
 * `confidential`: only officers know who complained, and the ticket can be followed.
 * `information-only`: no contact is kept, so nobody can be told anything and no case is tracked.
 */
export const ContactWish = z.discriminatedUnion('mode', [
  z.object({
    mode: z.literal('confidential'),
    phone: text(LIMITS.phone),
    channel: z.enum(['call', 'whatsapp', 'message']),
    safeTimes: z.array(SafeTime).min(1).max(5),
    /** The caller must not say that it is about a complaint. */
    discreet: z.boolean(),
  }),
  z.object({ mode: z.literal('information-only') }),
]);
export type ContactWish = z.infer<typeof ContactWish>;

export type ContactChannel = Extract<ContactWish, { mode: 'confidential' }>['channel'];

export const ConsentPurpose = z.enum([
  'forward-to-ministry',
  'contact-about-services',
  /** About the one service somebody asked for, and nothing else. */
  'contact-about-request',
  'maker-may-call',
  'publish-product',
]);
export type ConsentPurpose = z.infer<typeof ConsentPurpose>;

/** One separate choice with its proof (UU PDP 27/2022 arts 22 and 24). None is ticked beforehand. */
export const ConsentChoice = z.object({
  purpose: ConsentPurpose,
  given: z.boolean(),
  /** Version of the exact words that were on the screen. */
  textVersion: z.string().min(1).max(40),
  decidedAt: z.number().int().nonnegative(),
});
export type ConsentChoice = z.infer<typeof ConsentChoice>;

/** A value the rules doubt. It warned the visitor, never blocked her, and tells the officer where to look. */
export const Doubt = z.object({ field: z.string().max(60), code: z.string().max(60) });
export type Doubt = z.infer<typeof Doubt>;

/** When it began: as much of a date as she knows. */
export const Since = z.object({
  year: z.number().int().min(1970).max(2200),
  month: z.number().int().min(1).max(12).optional(),
  day: z.number().int().min(1).max(31).optional(),
});
export type Since = z.infer<typeof Since>;

const Person = z.object({
  name: text(LIMITS.name).optional(),
  nik: text(LIMITS.document).optional(),
  passport: text(LIMITS.document).optional(),
});

/** A finished complaint. Only the first three fields must be there; everything else may be left out. */
export const ComplaintAnswers = z
  .strictObject({
    subject: Subject,
    situation: Situation,
    category: ComplaintCategory,
    inDanger: z.boolean().optional(),
    relation: Relation.optional(),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .optional(),
    city: text(LIMITS.place).optional(),
    accused: z
      .object({
        kind: AccusedKind,
        name: text(LIMITS.name).optional(),
        address: text(LIMITS.address).optional(),
        phone: text(LIMITS.phone).optional(),
      })
      .optional(),
    story: text(LIMITS.story).optional(),
    since: Since.optional(),
    wanted: z.array(WantedResult).max(11).optional(),
    procedural: ProceduralStatus.optional(),
    worker: Person.optional(),
    reporterName: text(LIMITS.name).optional(),
    contact: ContactWish.optional(),
    consents: z.array(ConsentChoice).max(4),
    doubts: z.array(Doubt).max(40),
  })
  .refine((answers) => CATEGORIES_IN[answers.situation].includes(answers.category), {
    path: ['category'],
    message: 'this category is not offered in this situation',
  });
export type ComplaintAnswers = z.infer<typeof ComplaintAnswers>;

/** Danger now goes first whatever the category. */
export function urgencyOf(answers: Pick<ComplaintAnswers, 'category' | 'inDanger'>): Urgency {
  return answers.inDanger ? 1 : URGENCY_OF[answers.category];
}

/** Whether an officer can answer: without a contact there is no case to follow. */
export function isFollowable(answers: Pick<ComplaintAnswers, 'contact'>): boolean {
  return answers.contact?.mode === 'confidential';
}
