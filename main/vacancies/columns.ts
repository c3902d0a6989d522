import type { Vacancy, VacancyEducation, VacancyScheme, WageKind } from '../../shared/domain/vacancy.ts';

/** What vacancies have in common as far as filters look at it; thousands of vacancies share one. */
export interface Trait {
  country: string;
  sector: string;
  scheme: VacancyScheme;
  /** Null: the source names none. */
  educationFrom: VacancyEducation | null;
  /** Null: no wage, or one that cannot be compared because its period is not named. */
  wageKind: WageKind | null;
}

/** What filters and counts need of each vacancy, by its place in the file, from 0. About 21 bytes a vacancy. */
export interface Columns {
  length: number;
  traits: Trait[];
  trait: Uint32Array;
  /** 0 where there is no wage that can be compared. */
  wageFrom: Float64Array;
  /** Last day as a number, 20261122. */
  validUntil: Uint32Array;
  isExample: Uint8Array;
}

export interface ColumnRow {
  country: string;
  sector: string;
  scheme: VacancyScheme;
  educationFrom: VacancyEducation | null;
  currency: string | null;
  per: WageKind['per'] | null;
  wageFrom: number | null;
  validUntil: number;
  isExample: number;
}

/** 20261122 from `2026-11-22`. */
export const dayNumber = (iso: string): number => Number(iso.replaceAll('-', ''));

export function columnRowOf(vacancy: Vacancy): ColumnRow {
  const { wage } = vacancy;
  return {
    country: vacancy.country,
    sector: vacancy.sector,
    scheme: vacancy.scheme,
    educationFrom: vacancy.educationFrom,
    currency: wage?.currency ?? null,
    per: wage?.per ?? null,
    wageFrom: wage?.from ?? null,
    validUntil: dayNumber(vacancy.validUntil),
    isExample: vacancy.isExample ? 1 : 0,
  };
}

/** Fills columns row by row, in the order of the file. */
export function columnsFor(length: number): { columns: Columns; put(place: number, row: ColumnRow): void } {
  const columns: Columns = {
    length,
    traits: [],
    trait: new Uint32Array(length),
    wageFrom: new Float64Array(length),
    validUntil: new Uint32Array(length),
    isExample: new Uint8Array(length),
  };
  const known = new Map<string, number>();
  return {
    columns,
    put(place, row) {
      const { country, sector, scheme, educationFrom, currency, per } = row;
      const key = JSON.stringify([country, sector, scheme, educationFrom, currency, per]);
      let trait = known.get(key);
      if (trait === undefined) {
        trait = columns.traits.length;
        known.set(key, trait);
        const wageKind = currency === null || per === null ? null : { currency, per };
        columns.traits.push({ country, sector, scheme, educationFrom, wageKind });
      }
      const isComparable = columns.traits[trait]?.wageKind !== null;
      columns.trait[place] = trait;
      columns.wageFrom[place] = isComparable ? (row.wageFrom ?? 0) : 0;
      columns.validUntil[place] = row.validUntil;
      columns.isExample[place] = row.isExample;
    },
  };
}
