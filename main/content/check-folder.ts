import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import type { Country } from '../../shared/contract/content.ts';
import { BrokenVacancyFile, readVacancyFile, VACANCY_FILE } from '../vacancies/source.ts';
import { checkContent, checkSection } from './check.ts';
import { checkShowcase, checkVacancies } from './check-examples.ts';
import { checkInformation } from './check-information.ts';
import { type ContentFinding, error } from './finding.ts';
import { COUNTRY_FILE, ContentPack, CountryFile, PACK_FILE } from './pack.ts';
import { PHOTO_FOLDER } from './photos.ts';
import { SECTIONS, type Sections, sectionNames } from './sections.ts';

/**
 * Everything that must be put right before a folder of content goes out, and what will be due soon. `today` is `YYYY-MM-DD`;
 * `countries` is what the list of countries should be. Reads only; a broken file is a finding and not an error.
 */
export function checkFolder(folder: string, countries: readonly Country[], today: string): ContentFinding[] {
  return [
    ...checkFiles(folder, countries, today, false),
    ...(existsSync(join(folder, VACANCY_FILE))
      ? checkVacancies(readFileSync(join(folder, VACANCY_FILE), 'utf8'), countries)
      : []),
  ];
}

/**
 * The same for a pack that came from the hub, by the day on which it was signed: its own list of countries, real products and
 * vacancies. Reads vacancies piece by piece, so that the screens go on. Null: it may be used.
 */
export async function checkSet(folder: string, signedOn: string): Promise<ContentFinding | null> {
  const { value } = readFile(folder, COUNTRY_FILE, CountryFile);
  const broken = checkFiles(folder, value?.countries ?? [], signedOn, true).find(
    ({ severity }) => severity === 'error',
  );
  if (broken) return broken;
  if (!existsSync(join(folder, VACANCY_FILE))) return null;
  try {
    const leftOut = await readVacancyFile(join(folder, VACANCY_FILE), {
      onHead: () => undefined,
      onVacancy: () => undefined,
    });
    return leftOut === 0 ? null : error(VACANCY_FILE, `${leftOut} vacancies cannot be read`);
  } catch (trouble) {
    if (!(trouble instanceof BrokenVacancyFile)) throw trouble;
    return error(VACANCY_FILE, trouble.message);
  }
}

function checkFiles(
  folder: string,
  countries: readonly Country[],
  today: string,
  mayBeReal: boolean,
): ContentFinding[] {
  const findings: ContentFinding[] = [];
  const read = <T>(file: string, schema: z.ZodType<T>): T | null => {
    const { value, found } = readFile(folder, file, schema);
    findings.push(...found);
    return value;
  };
  const pack = read(PACK_FILE, ContentPack);
  if (pack) findings.push(...checkContent(pack, countries, today));
  const list = read(COUNTRY_FILE, CountryFile);
  if (list && JSON.stringify(list.countries) !== JSON.stringify(countries))
    findings.push(error(COUNTRY_FILE, 'is out of date: run with --write-countries'));
  const sections: Partial<Sections> = {};
  for (const name of sectionNames) {
    const section = read(SECTIONS[name].file, SECTIONS[name].schema as z.ZodType<Sections[typeof name]>);
    if (!section) continue;
    Object.assign(sections, { [name]: section });
    findings.push(...checkSection(name, section, today));
  }
  if (sections.information && pack)
    findings.push(...checkInformation(sections.information, { ministry: pack.ministry, countries }));
  if (sections.showcase) {
    const photoExists = (file: string) => existsSync(join(folder, PHOTO_FOLDER, file));
    findings.push(...checkShowcase(sections.showcase, countries, photoExists, mayBeReal));
  }
  return findings;
}

function readFile<T>(
  folder: string,
  file: string,
  schema: z.ZodType<T>,
): { value: T | null; found: ContentFinding[] } {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  } catch (trouble) {
    const why = trouble instanceof SyntaxError ? 'is not JSON' : 'cannot be read';
    return { value: null, found: [error(file, why)] };
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return { value: parsed.data, found: [] };
  const found = parsed.error.issues.map((issue) => error([file, ...issue.path].join('.'), issue.message));
  return { value: null, found };
}
