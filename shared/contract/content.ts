import { z } from 'zod';
import { OpeningHours } from '../domain/opening-hours.ts';
import { InformationContent } from './content/information.ts';
import { Bilingual, Provenance } from './content/provenance.ts';
import { RegistrationContent } from './content/registration.ts';
import { GlossaryContent, ServicesContent } from './content/services.ts';
import { ShowcaseContent } from './content/showcase.ts';
import { VacancyGuide } from './content/vacancies.ts';
import { Notices } from './signed-document.ts';

export { Bilingual, Provenance };

export const Institution = z.object({
  shortName: z.string(),
  longName: z.string(),
  formerName: z.string(),
  provenance: Provenance,
});

/** A line to call. `order` puts the one to try first at the top. */
export const Hotline = z.object({
  key: z.string(),
  name: Bilingual,
  note: Bilingual,
  number: z.string(),
  kind: z.enum(['phone', 'whatsapp']),
  reach: z.enum(['from-indonesia', 'from-abroad', 'anywhere']),
  order: z.number().int(),
  provenance: Provenance,
});
export type Hotline = z.infer<typeof Hotline>;

/** What happens after a complaint and by when; with the rule it follows. */
export const NextStep = z.object({
  key: z.string(),
  text: Bilingual,
  /** Said only to those who left a way to be reached. */
  onlyWithContact: z.boolean().default(false),
  /** Days after recording; null where no time is promised. */
  withinDays: z.number().int().positive().nullable(),
  provenance: Provenance,
});

export const Country = z.object({
  code: z.string().regex(/^[A-Z]{2}$/),
  name: Bilingual,
  common: z.boolean(),
});
export type Country = z.infer<typeof Country>;

/** What screens and slips may say as a fact. Expired facts are already left out. */
export const KioskContent = z.object({
  packVersion: z.number().int().positive(),
  /** So many facts have run out that the screens must say so. */
  isOld: z.boolean(),
  service: z.object({ name: z.string(), provenance: Provenance }),
  ministry: Institution,
  hotlines: z.array(Hotline),
  complaintNextSteps: z.array(NextStep),
  consentTexts: z.array(
    z.object({
      purpose: z.enum(['forward-to-ministry', 'contact-about-services']),
      version: z.string(),
      text: Bilingual,
      detail: Bilingual,
    }),
  ),
  /** By when the use of data ends after a permission was withdrawn, by law; null where no rule is known to hold today. */
  withdrawal: z.object({ text: Bilingual, provenance: Provenance }).nullable(),
  /** Days until what this kiosk keeps of a submission is erased after the hub confirmed it. An addition goes with its ticket. */
  retentionDays: z.object({
    complaint: z.number().int().positive(),
    registration: z.number().int().positive(),
    lead: z.number().int().positive(),
    product: z.number().int().positive(),
  }),
  countries: z.array(Country),
  registration: RegistrationContent,
  information: InformationContent,
  services: ServicesContent,
  glossary: GlossaryContent,
  showcase: ShowcaseContent,
  vacancyGuide: VacancyGuide,
  /** What everybody must read now: those that hold at this moment, urgent ones first. */
  notices: z
    .array(
      Notices.shape.notices.element.extend({
        /** Said by the office itself at its desk, and therefore without a signature: told behind those of the hub. */
        ofOffice: z.literal(true).optional(),
      }),
    )
    .default([]),
  /** When the counter is open. Left out: nobody has said it, and nothing is told of it. */
  openingHours: OpeningHours.optional(),
});
export type KioskContent = z.infer<typeof KioskContent>;
