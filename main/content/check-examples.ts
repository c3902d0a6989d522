import type { ShowcaseContent } from '../../shared/contract/content/showcase.ts';
import type { Country } from '../../shared/contract/content.ts';
import { Vacancy } from '../../shared/domain/vacancy.ts';
import { type ContentFinding, canBeDialled, error, repeated } from './finding.ts';

/**
 * What ships with the product is an example: a made-up product or vacancy that says it is real would be a lie to somebody. A pack of
 * the hub holds real ones (`mayBeReal`).
 */
export function checkShowcase(
  { products }: ShowcaseContent,
  countries: readonly Country[],
  photoExists: (file: string) => boolean,
  mayBeReal = false,
): ContentFinding[] {
  const known = new Set(countries.map(({ code }) => code));
  return [
    ...repeated(
      'showcase.products',
      products.map(({ id }) => id),
    ),
    ...products.flatMap(({ id, isExample, photos, whatsapp, maker }) => {
      const where = `showcase.products.${id}`;
      return [
        ...(isExample || mayBeReal ? [] : [error(where, 'is not marked as an example')]),
        ...photos
          .filter(({ file }) => !photoExists(file))
          .map(({ file }) => error(where, `has no picture ${file}`)),
        ...(whatsapp === null || canBeDialled(whatsapp)
          ? []
          : [error(where, `"${whatsapp}" is not a number to dial`)]),
        ...(maker.formerCountry === null || known.has(maker.formerCountry)
          ? []
          : [error(where, `"${maker.formerCountry}" is not in the list of countries`)]),
      ];
    }),
  ];
}

/** The lines of `vacancies.jsonl`: a head, then one vacancy a line. */
export function checkVacancies(
  text: string,
  countries: readonly Country[],
  mayBeReal = false,
): ContentFinding[] {
  const known = new Set(countries.map(({ code }) => code));
  const [, ...lines] = text.split('\n').filter((line) => line.trim() !== '');
  return lines.flatMap((line, at) => {
    const vacancy = Vacancy.safeParse(parsed(line));
    const where = `vacancies.${vacancy.success ? vacancy.data.id : at + 1}`;
    if (!vacancy.success) return [error(where, 'cannot be read as a vacancy')];
    return [
      ...(vacancy.data.isExample || mayBeReal ? [] : [error(where, 'is not marked as an example')]),
      ...(known.has(vacancy.data.country)
        ? []
        : [error(where, `"${vacancy.data.country}" is not in the list of countries`)]),
    ];
  });
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
