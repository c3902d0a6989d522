import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { CountryProfile } from '../../shared/contract/content/information.ts';
import type { Hotline, KioskContent, Provenance } from '../../shared/contract/content.ts';
import type { Clock } from '../../shared/lib/clock.ts';
import { failed, type Result, succeeded } from '../../shared/lib/result.ts';
import { codeOf } from '../db/trouble.ts';
import { factsIn, isExpired, withoutExpired } from './facts.ts';
import { COUNTRY_FILE, ContentPack, CountryFile, PACK_FILE } from './pack.ts';
import { emptySections, SECTIONS, type SectionName, type Sections, sectionNames } from './sections.ts';

export type ContentProblem = 'content.unreadable' | 'content.invalid';

/** A pack with its countries and sections, expired facts and all. */
export const WholeContent = z.strictObject({
  pack: ContentPack,
  countries: CountryFile,
  /** Left out: a section whose file could not be used. */
  sections: z.strictObject({
    registration: SECTIONS.registration.schema.optional(),
    information: SECTIONS.information.schema.optional(),
    services: SECTIONS.services.schema.optional(),
    glossary: SECTIONS.glossary.schema.optional(),
    showcase: SECTIONS.showcase.schema.optional(),
    vacancyGuide: SECTIONS.vacancyGuide.schema.optional(),
  }),
});
export type WholeContent = z.infer<typeof WholeContent>;

/** What the kiosk is, as far as the content depends on it. */
export interface ContentSetting {
  /** In training the examples are shown; in service never. */
  isTraining: boolean;
}

/** What holds above every pack. */
export interface Overlay {
  notices: KioskContent['notices'];
  /** Ids of products and vacancies that are shown nowhere any more. */
  withdrawn: ReadonlySet<string>;
}
export const NO_OVERLAY: Overlay = { notices: [], withdrawn: new Set() };

/** Reads the content of a folder and leaves out what has expired. */
export function readContent(
  folder: string,
  clock: Clock,
  setting: ContentSetting = { isTraining: false },
): Result<KioskContent, ContentProblem> {
  const whole = readWholeContent(folder);
  return whole.ok ? succeeded(currentContent(whole.value, dayInJakarta(clock.now()), setting)) : whole;
}

/** Reads pack, countries and sections as they lie in a folder. A broken section is left out. */
export function readWholeContent(folder: string): Result<WholeContent, ContentProblem> {
  const pack = readFile(join(folder, PACK_FILE), ContentPack);
  if (!pack.ok) return pack;
  const countries = readFile(join(folder, COUNTRY_FILE), CountryFile);
  if (!countries.ok) return countries;
  return succeeded({ pack: pack.value, countries: countries.value, sections: readSections(folder) });
}

function readSections(folder: string): WholeContent['sections'] {
  const sections: Record<string, unknown> = {};
  for (const name of sectionNames) {
    const read = readSection(folder, name);
    if (read.ok) sections[name] = read.value;
  }
  return sections;
}

/** One section as it lies in a folder. */
export function readSection<K extends SectionName>(
  folder: string,
  name: K,
): Result<Sections[K], ContentProblem> {
  return readFile(join(folder, SECTIONS[name].file), SECTIONS[name].schema);
}

/**
 * What may be said on a day (`2026-11-22`). Names of the service and the ministry stay, because a screen must call them
 * something; the hotlines of full certainty stay too when nothing else would be left: a number with an old date helps
 * somebody in danger more than an empty page, and the page shows the date.
 */
export function currentContent(
  { pack, countries, sections }: WholeContent,
  today: string,
  setting: ContentSetting = { isTraining: false },
  overlay: Overlay = NO_OVERLAY,
): KioskContent {
  const isCurrent = ({ provenance }: { provenance: Provenance }) => provenance.valid_until >= today;
  return {
    ...pack,
    isOld: isMostlyOld({ pack, sections }, today),
    hotlines: currentHotlines(pack.hotlines, isCurrent),
    complaintNextSteps: pack.complaintNextSteps.filter(isCurrent),
    withdrawal: pack.withdrawal && isCurrent(pack.withdrawal) ? pack.withdrawal : null,
    countries: countries.countries,
    ...currentSections(sections, today, setting, overlay.withdrawn),
    notices: overlay.notices,
  };
}

/** From this share of expired facts on, a kiosk is told to be behind. */
const OLD_SHARE = 0.25;

function isMostlyOld(whole: Pick<WholeContent, 'pack' | 'sections'>, today: string): boolean {
  const facts = factsIn(whole, '');
  const expired = facts.filter(({ provenance }) => provenance.valid_until < today);
  return expired.length >= facts.length * OLD_SHARE;
}

function currentSections(
  sections: WholeContent['sections'],
  today: string,
  { isTraining }: ContentSetting,
  withdrawn: ReadonlySet<string>,
): Sections {
  const { registration, information, services, glossary, showcase, vacancyGuide } = {
    ...emptySections(),
    ...withoutExpired(sections, today),
  };
  return {
    registration: {
      ...registration,
      socialSecurity: isExpired(registration.socialSecurity, today) ? null : registration.socialSecurity,
      filing: isExpired(registration.filing, today) ? null : registration.filing,
      minimumAge: isExpired(registration.minimumAge, today) ? null : registration.minimumAge,
    },
    information: {
      ...information,
      // What is not known to hold today must not look open; a country that was closed keeps its barrier and the date of that news.
      profiles: information.profiles.map((profile) =>
        isExpired(profile.status, today) && !isBarred(profile)
          ? { ...profile, status: { value: 'unverified' } }
          : profile,
      ),
    },
    services,
    glossary,
    showcase: {
      ...showcase,
      products: showcase.products.filter(
        (product) =>
          product.status === 'shown' &&
          !showcase.withdrawn.includes(product.id) &&
          !withdrawn.has(product.id) &&
          (isTraining || !product.isExample),
      ),
    },
    vacancyGuide,
  };
}

function isBarred({ status }: CountryProfile): boolean {
  return status.value === 'closed' || status.value === 'no-cooperation';
}

/** Those to try first stand first. */
function currentHotlines(hotlines: readonly Hotline[], isCurrent: (hotline: Hotline) => boolean): Hotline[] {
  const inOrder = hotlines.toSorted((a, b) => a.order - b.order);
  const current = inOrder.filter(isCurrent);
  return current.length > 0 ? current : inOrder.filter((hotline) => hotline.provenance.confidence === 'sure');
}

/** The day in Jakarta, `2026-11-22`. Facts run out there first of the country's three zones, at most two hours early. */
export function dayInJakarta(now: number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Jakarta', dateStyle: 'short' }).format(now);
}

function readFile<T>(path: string, schema: z.ZodType<T>): Result<T, ContentProblem> {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return failed({ code: 'content.invalid', detail: 'not JSON' });
    return failed({ code: 'content.unreadable', detail: codeOf(error) ?? 'cannot be read' });
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return succeeded(parsed.data);
  const places = parsed.error.issues.map((issue) => issue.path.join('.'));
  return failed({ code: 'content.invalid', detail: places.slice(0, 5).join(', ') });
}
