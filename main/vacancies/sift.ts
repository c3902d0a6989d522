import {
  VacancyEducation,
  type VacancyFacets,
  type VacancyFilter,
  type WageKind,
} from '../../shared/domain/vacancy.ts';
import type { Columns, Trait } from './columns.ts';

export type SiftFilter = Omit<VacancyFilter, 'text'>;

export interface Setting {
  /** The day at the office, 20261122. */
  today: number;
  /** In training the examples are shown; in service never. */
  isTraining: boolean;
}

export interface Sifted {
  /** Places in the file that pass every filter, in the order of `candidates`. */
  places: number[];
  facets: VacancyFacets;
}

/** One bit for each filter that a vacancy fails. */
const COUNTRY = 1;
const SECTOR = 2;
const SCHEME = 4;
const EDUCATION = 8;
const WAGE = 16;

/**
 * One walk over the candidates: what passes all filters, and for each filter how much there would be of each value under
 * the others. `candidates` null: all vacancies.
 */
export function sift(
  columns: Columns,
  filter: SiftFilter,
  { today, isTraining }: Setting,
  candidates: ArrayLike<number> | null,
): Sifted {
  const { trait, wageFrom, validUntil, isExample, traits } = columns;
  const failedBy = traits.map((one) => failsOf(one, filter));
  const atLeast = filter.wage?.atLeast ?? 0;
  const passed = new Uint32Array(traits.length);
  const failedOnly = new Map(
    [COUNTRY, SECTOR, SCHEME, EDUCATION, WAGE].map((bit) => [bit, new Uint32Array(traits.length)]),
  );
  const wages = new Map<number, { lowest: number; highest: number }>();
  const places: number[] = [];

  const count = candidates === null ? columns.length : candidates.length;
  for (let i = 0; i < count; i++) {
    const place = candidates === null ? i : (candidates[i] ?? 0);
    if ((validUntil[place] ?? 0) < today || (isExample[place] === 1 && !isTraining)) continue;
    const of = trait[place] ?? 0;
    const wage = wageFrom[place] ?? 0;
    let fails = failedBy[of] ?? 0;
    if (filter.wage !== undefined && wage < atLeast) fails |= WAGE;
    if (fails === 0) {
      passed[of] = (passed[of] ?? 0) + 1;
      places.push(place);
    } else {
      const only = failedOnly.get(fails);
      if (only) only[of] = (only[of] ?? 0) + 1;
    }
    if ((fails === 0 || fails === WAGE) && wage > 0) {
      const known = wages.get(of);
      if (!known) wages.set(of, { lowest: wage, highest: wage });
      else {
        if (wage < known.lowest) known.lowest = wage;
        if (wage > known.highest) known.highest = wage;
      }
    }
  }

  const countBy = (bit: number, keyOf: (one: Trait) => string | null) => {
    const sums = new Map<string, number>();
    const only = failedOnly.get(bit);
    for (const [of, one] of traits.entries()) {
      const sum = (passed[of] ?? 0) + (only?.[of] ?? 0);
      const key = keyOf(one);
      if (sum > 0 && key !== null) sums.set(key, (sums.get(key) ?? 0) + sum);
    }
    return [...sums]
      .map(([value, n]) => ({ value, count: n }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  };

  return {
    places,
    facets: {
      countries: countBy(COUNTRY, (one) => one.country),
      sectors: countBy(SECTOR, (one) => one.sector),
      schemes: countBy(SCHEME, (one) => one.scheme) as VacancyFacets['schemes'],
      educations: cumulated(countBy(EDUCATION, (one) => one.educationFrom ?? '')),
      wages: countBy(WAGE, ({ wageKind }) => (wageKind ? JSON.stringify(wageKind) : null)).map(
        ({ value, count: n }) => {
          const kind = JSON.parse(value) as WageKind;
          const spans = [...wages].filter(([of]) => isSameKind(traits[of]?.wageKind ?? null, kind));
          return {
            ...kind,
            count: n,
            lowest: Math.min(...spans.map(([, span]) => span.lowest)),
            highest: Math.max(...spans.map(([, span]) => span.highest)),
          };
        },
      ),
    },
  };
}

function failsOf(one: Trait, { country, sector, scheme, education, wage }: SiftFilter): number {
  let fails = 0;
  if (country !== undefined && one.country !== country) fails |= COUNTRY;
  if (sector !== undefined && one.sector !== sector) fails |= SECTOR;
  if (scheme !== undefined && one.scheme !== scheme) fails |= SCHEME;
  if (education !== undefined && rankOf(one.educationFrom) > rankOf(education)) fails |= EDUCATION;
  if (wage !== undefined && !isSameKind(one.wageKind, wage)) fails |= WAGE;
  return fails;
}

/** -1: the source names no education. */
function rankOf(education: VacancyEducation | null): number {
  return education === null ? -1 : VacancyEducation.options.indexOf(education);
}

function isSameKind(one: WageKind | null, other: WageKind): boolean {
  return one !== null && one.currency === other.currency && one.per === other.per;
}

/** Who finished a higher school may also apply where a lower one is asked, or none. */
function cumulated(counts: { value: string; count: number }[]): VacancyFacets['educations'] {
  let sum = counts.find(({ value }) => value === '')?.count ?? 0;
  return VacancyEducation.options.map((value) => {
    sum += counts.find((one) => one.value === value)?.count ?? 0;
    return { value, count: sum };
  });
}
