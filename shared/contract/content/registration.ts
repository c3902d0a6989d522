import { z } from 'zod';
import { Scheme } from '../../domain/registration.ts';
import { Bilingual, Provenance } from './provenance.ts';

/** How a worker goes; each scheme has a document list of its own. */
export const RegistrationScheme = Scheme;
export type RegistrationScheme = Scheme;

/** One paper of a list: what it is, who gives it, what it needs. */
export const RequiredDocument = z.strictObject({
  key: z.string().regex(/^[a-z][a-z0-9-]*$/),
  name: Bilingual,
  /** What it is, in one or two short sentences. */
  what: Bilingual,
  /** Who gives it. Left out where no source says it. */
  from: Bilingual.optional(),
  /** Stamp duty, village head and the like. */
  needs: z.array(Bilingual).max(4).default([]),
  provenance: Provenance,
});
export type RequiredDocument = z.infer<typeof RequiredDocument>;

/** The papers of one scheme. `version` is stored with every submission that was checked against it. */
export const DocumentList = z.strictObject({
  scheme: RegistrationScheme,
  version: z.string().min(1).max(40),
  /** False where the source was cut off: the screen then says that the list may be longer. */
  isComplete: z.boolean(),
  documents: z.array(RequiredDocument).min(1).max(20),
  provenance: Provenance,
});
export type DocumentList = z.infer<typeof DocumentList>;

/** The exact words of a permission. Purposes stand apart, so that each can be refused apart. */
export const RegistrationConsentText = z.strictObject({
  purpose: z.enum(['forward-to-ministry', 'contact-about-services']),
  version: z.string().min(1).max(40),
  text: Bilingual,
  detail: Bilingual,
});
export type RegistrationConsentText = z.infer<typeof RegistrationConsentText>;

/** What the registration says as fact. */
export const RegistrationContent = z.strictObject({
  documentLists: z.array(DocumentList),
  /** Lump sums of BPJS Ketenagakerjaan for PMI perseorangan, rupiah. */
  socialSecurity: z
    .strictObject({
      /** Who runs it. */
      name: z.string().min(1).max(60),
      /** Calendar months before departure from which it can be taken out. */
      earliestMonthsBeforeLeaving: z.number().int().positive(),
      amounts: z.array(
        z.strictObject({ months: z.number().int().positive(), rupiah: z.number().int().positive() }),
      ),
      perExtraMonthRupiah: z.number().int().positive(),
      provenance: Provenance,
    })
    .nullable(),
  /** Where the legal filing happens. */
  filing: z
    .strictObject({ system: z.string(), address: z.string(), text: Bilingual, provenance: Provenance })
    .nullable(),
  /** Youngest age of the law, in whole years. Null: nobody is told that she is too young. */
  minimumAge: z
    .strictObject({ years: z.number().int().positive(), text: Bilingual, provenance: Provenance })
    .nullable(),
  /** Way on for those who do not belong here, by the kind of employer that led here: `household`, `none`. */
  routes: z.array(
    z.strictObject({ key: z.string(), title: Bilingual, text: Bilingual, provenance: Provenance }),
  ),
  consentTexts: z.array(RegistrationConsentText),
});
export type RegistrationContent = z.infer<typeof RegistrationContent>;

export const NO_REGISTRATION: RegistrationContent = {
  documentLists: [],
  socialSecurity: null,
  filing: null,
  minimumAge: null,
  routes: [],
  consentTexts: [],
};
