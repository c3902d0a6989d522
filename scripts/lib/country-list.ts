import { createRequire } from 'node:module';
import type { Country } from '../../shared/contract/content.ts';

/** Destination countries by placements in 2024, most first: they stand at the top of the list. */
const COMMON = 'HK TW MY JP SG KR SA IT BN TR PL AE ZM QA KW MV PG HU SK RO'.split(' ');

/** Indonesia itself, and places where nobody lives or works for hire. */
const LEFT_OUT = new Set('ID AQ BV HM TF GS UM IO'.split(' '));

/** Where the package's name is not the one an Indonesian visitor would look for, or is misspelt. */
const INDONESIAN: Record<string, string> = {
  AX: 'Kepulauan Åland',
  BQ: 'Karibia Belanda',
  CF: 'Republik Afrika Tengah',
  CG: 'Republik Kongo',
  CN: 'Tiongkok (China)',
  CX: 'Pulau Natal (Australia)',
  FK: 'Kepulauan Falkland',
  FR: 'Prancis',
  GT: 'Guatemala',
  IM: 'Pulau Man',
  MA: 'Maroko',
  MF: 'Saint Martin (Prancis)',
  MV: 'Maladewa',
  SE: 'Swedia',
  SX: 'Sint Maarten (Belanda)',
  TC: 'Kepulauan Turks dan Caicos',
  TL: 'Timor Leste',
  VC: 'Saint Vincent dan Grenadine',
  VG: 'Kepulauan Virgin Britania Raya',
  VI: 'Kepulauan Virgin Amerika Serikat',
  VN: 'Vietnam',
  WF: 'Wallis dan Futuna',
};

const ENGLISH: Record<string, string> = {
  CN: 'China',
  PS: 'Palestine',
  RU: 'Russia',
  TR: 'Turkey',
  TW: 'Taiwan',
  US: 'United States',
};

type Names = Record<string, string | string[]>;

/** Every country in both languages, the common ones first in their order, the others by their Indonesian name. */
export function makeCountryList(): Country[] {
  const load = createRequire(import.meta.url);
  const id = (load('i18n-iso-countries/langs/id.json') as { countries: Names }).countries;
  const en = (load('i18n-iso-countries/langs/en.json') as { countries: Names }).countries;
  const countries = Object.keys(en)
    .filter((code) => !LEFT_OUT.has(code))
    .map((code) => ({
      code,
      name: { id: INDONESIAN[code] ?? firstOf(id[code], code), en: ENGLISH[code] ?? firstOf(en[code], code) },
      common: COMMON.includes(code),
    }));
  const inIndonesian = new Intl.Collator('id');
  return countries.sort(
    (a, b) => rankOf(a.code) - rankOf(b.code) || inIndonesian.compare(a.name.id, b.name.id),
  );
}

function rankOf(code: string): number {
  const rank = COMMON.indexOf(code);
  return rank === -1 ? COMMON.length : rank;
}

function firstOf(name: string | string[] | undefined, code: string): string {
  const first = Array.isArray(name) ? name[0] : name;
  if (!first) throw new Error(`country ${code} has no name in one of the languages`);
  return first;
}
