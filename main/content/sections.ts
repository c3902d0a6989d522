import type { z } from 'zod';
import { InformationContent, NO_INFORMATION } from '../../shared/contract/content/information.ts';
import { NO_REGISTRATION, RegistrationContent } from '../../shared/contract/content/registration.ts';
import {
  GlossaryContent,
  NO_GLOSSARY,
  NO_SERVICES,
  ServicesContent,
} from '../../shared/contract/content/services.ts';
import { NO_SHOWCASE, ShowcaseContent } from '../../shared/contract/content/showcase.ts';
import { NO_VACANCY_GUIDE, VacancyGuide } from '../../shared/contract/content/vacancies.ts';
import type { KioskContent } from '../../shared/contract/content.ts';

/** Parts of the content that lie in files of their own. One that is missing or broken leaves the others standing. */
export type SectionName =
  | 'registration'
  | 'information'
  | 'services'
  | 'glossary'
  | 'showcase'
  | 'vacancyGuide';
export type Sections = Pick<KioskContent, SectionName>;

interface Section<T> {
  file: string;
  schema: z.ZodType<T>;
  /** What the screens get when the file cannot be used: they then say that there is nothing yet. */
  empty: T;
}

export const SECTIONS: { readonly [K in SectionName]: Section<Sections[K]> } = {
  registration: { file: 'registration.json', schema: RegistrationContent, empty: NO_REGISTRATION },
  information: { file: 'information.json', schema: InformationContent, empty: NO_INFORMATION },
  services: { file: 'services.json', schema: ServicesContent, empty: NO_SERVICES },
  glossary: { file: 'glossary.json', schema: GlossaryContent, empty: NO_GLOSSARY },
  showcase: { file: 'showcase.json', schema: ShowcaseContent, empty: NO_SHOWCASE },
  vacancyGuide: { file: 'vacancy-guide.json', schema: VacancyGuide, empty: NO_VACANCY_GUIDE },
};

export const sectionNames = Object.keys(SECTIONS) as SectionName[];

export const emptySections = (): Sections => ({
  registration: NO_REGISTRATION,
  information: NO_INFORMATION,
  services: NO_SERVICES,
  glossary: NO_GLOSSARY,
  showcase: NO_SHOWCASE,
  vacancyGuide: NO_VACANCY_GUIDE,
});
