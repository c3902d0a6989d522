import type { Vacancy, VacancyEducation, VacancyScheme } from '../../shared/domain/vacancy.ts';
import type { VacancyFileHead } from './source.ts';

/*
 * Vacancies that nobody could take for real ones: for training, for tests and for the bench. Every name says "Contoh" or
 * "Example", every address lies under example.org, and the amounts are round numbers, no facts.
 */

interface Job {
  position: string;
  sector: string;
  education: VacancyEducation | null;
  demands: readonly string[];
}

const JOBS: readonly Job[] = [
  { position: 'Perawat', sector: 'Kesehatan', education: 'd3', demands: ['Contoh: pengalaman 2 tahun'] },
  {
    position: 'Perawat lansia',
    sector: 'Perawatan',
    education: 'sma',
    demands: ['Contoh: usia 21–45 tahun'],
  },
  { position: 'Pengasuh anak', sector: 'Rumah tangga', education: 'smp', demands: ['Contoh: perempuan'] },
  { position: 'Penata laksana rumah tangga', sector: 'Rumah tangga', education: 'smp', demands: [] },
  { position: 'Juru masak keluarga', sector: 'Rumah tangga', education: 'sd', demands: [] },
  {
    position: 'Operator produksi elektronik',
    sector: 'Pabrik',
    education: 'sma',
    demands: ['Contoh: siap kerja gilir'],
  },
  {
    position: 'Operator mesin jahit',
    sector: 'Pabrik',
    education: 'smp',
    demands: ['Contoh: bisa menjahit'],
  },
  {
    position: 'Tukang las',
    sector: 'Pabrik',
    education: 'sma',
    demands: ['Contoh: sertifikat las', 'Contoh: laki-laki'],
  },
  {
    position: 'Pekerja kebun sawit',
    sector: 'Perkebunan',
    education: null,
    demands: ['Contoh: kuat kerja di luar ruangan'],
  },
  { position: 'Pemetik buah', sector: 'Pertanian', education: 'sd', demands: [] },
  { position: 'Pekerja peternakan', sector: 'Pertanian', education: 'sma', demands: [] },
  { position: 'Awak kapal ikan', sector: 'Perikanan', education: 'smp', demands: ['Contoh: bisa berenang'] },
  { position: 'Pengolah ikan', sector: 'Perikanan', education: 'smp', demands: [] },
  { position: 'Tukang kayu', sector: 'Bangunan', education: 'smp', demands: ['Contoh: pengalaman 1 tahun'] },
  { position: 'Tukang besi beton', sector: 'Bangunan', education: 'sma', demands: [] },
  {
    position: 'Pramusaji restoran',
    sector: 'Hotel dan restoran',
    education: 'sma',
    demands: ['Contoh: bahasa Inggris dasar'],
  },
  { position: 'Petugas kebersihan hotel', sector: 'Hotel dan restoran', education: 'sma', demands: [] },
  {
    position: 'Koki',
    sector: 'Hotel dan restoran',
    education: 'sma',
    demands: ['Contoh: pengalaman 3 tahun', 'Contoh: bisa masakan Asia'],
  },
  { position: 'Sopir truk', sector: 'Angkutan', education: 'sma', demands: ['Contoh: SIM B'] },
  { position: 'Teknisi pendingin', sector: 'Jasa', education: 'd3', demands: [] },
  { position: 'Insinyur mesin', sector: 'Jasa', education: 's1', demands: ['Contoh: bahasa Inggris lancar'] },
];

const PLACES: readonly {
  country: string;
  currency: string;
  from: number;
  step: number;
  per: 'month' | 'hour';
}[] = [
  { country: 'HK', currency: 'HKD', from: 4000, step: 500, per: 'month' },
  { country: 'TW', currency: 'TWD', from: 20000, step: 2000, per: 'month' },
  { country: 'MY', currency: 'MYR', from: 1000, step: 250, per: 'month' },
  { country: 'JP', currency: 'JPY', from: 1000, step: 100, per: 'hour' },
  { country: 'SG', currency: 'SGD', from: 500, step: 100, per: 'month' },
  { country: 'KR', currency: 'KRW', from: 10000, step: 1000, per: 'hour' },
  { country: 'SA', currency: 'SAR', from: 1000, step: 250, per: 'month' },
  { country: 'IT', currency: 'EUR', from: 1000, step: 100, per: 'month' },
  { country: 'BN', currency: 'BND', from: 400, step: 100, per: 'month' },
  { country: 'TR', currency: 'TRY', from: 20000, step: 2000, per: 'month' },
  { country: 'PL', currency: 'PLN', from: 4000, step: 500, per: 'month' },
];

const HOUSEHOLD_PLACES = PLACES.filter(({ country }) => ['HK', 'TW', 'MY', 'SG'].includes(country));

const SCHEMES: readonly VacancyScheme[] = [
  'p-to-p',
  'p-to-p',
  'p-to-p',
  'independent',
  'g-to-g',
  'ukps',
  'other',
];
const ABOVE: readonly VacancyEducation[] = ['sma', 'd3', 's1'];

/** First day on which an example ends; they end on the days and years after it. */
const FIRST_END = Date.UTC(2027, 0, 15);
const DAY_MS = 86_400_000;

export interface ExampleOptions {
  count: number;
  /** False only in tests and in the bench: what lies there must look like service. */
  isExample?: boolean;
  /** Days over which the last days are spread. */
  endsWithinDays?: number;
}

/** So many vacancies; the same number gives the same ones, always. */
export function exampleVacancies({
  count,
  isExample = true,
  endsWithinDays = 1000,
}: ExampleOptions): Vacancy[] {
  const draw = drawing(20261122);
  return Array.from({ length: count }, (_, i) => {
    const job = draw(JOBS);
    const isHousehold = job.sector === 'Rumah tangga';
    const place = draw(isHousehold ? HOUSEHOLD_PLACES : PLACES);
    const from = place.from + place.step * draw([0, 1, 2, 3, 4, 5]);
    // Nobody may learn from an example that housework goes without a placement company.
    const scheme = isHousehold ? 'p-to-p' : draw(SCHEMES);
    const isDirect = scheme === 'independent' || scheme === 'g-to-g';
    const number = draw.below(400) + 1;
    const to = draw<number | null>([null, null, from + place.step]);
    return {
      id: `contoh-${i + 1}`,
      isExample,
      position: job.position,
      sector: job.sector,
      country: place.country,
      placementCompany: isDirect
        ? null
        : `PT Contoh ${draw(['Karya', 'Bahari', 'Sentosa', 'Nusantara'])} ${number}`,
      foreignAgency: draw.below(5) === 0 ? null : `Example Agency ${draw.below(250) + 1}`,
      scheme,
      educationFrom: job.education,
      educationTo: job.education === 'sma' ? draw<VacancyEducation | null>([null, ...ABOVE]) : null,
      wage:
        draw.below(8) === 0
          ? null
          : { from, to, currency: place.currency, per: draw.below(20) === 0 ? null : place.per },
      quota: draw<number | null>([null, 5, 10, 25, 50]),
      employerDemands: [...job.demands],
      validUntil: new Date(FIRST_END + draw.below(endsWithinDays) * DAY_MS).toISOString().slice(0, 10),
      detailAddress: draw.below(15) === 0 ? null : `https://example.org/lowongan/detail/contoh-${i + 1}`,
    };
  });
}

/** The text of a file of vacancies. */
export function vacancyFileText(vacancies: readonly Vacancy[], head: Partial<VacancyFileHead> = {}): string {
  const whole: VacancyFileHead = {
    format: 1,
    source: 'Contoh untuk latihan, bukan lowongan sungguhan',
    takenOn: '2026-11-20',
    count: vacancies.length,
    ...head,
  };
  return `${[whole, ...vacancies].map((line) => JSON.stringify(line)).join('\n')}\n`;
}

interface Draw {
  <T>(from: readonly T[]): T;
  /** A whole number from 0, less than `limit`. */
  below(limit: number): number;
}

/** A small generator with a seed (mulberry32): the same everywhere, unlike Math.random. */
function drawing(seed: number): Draw {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  const draw = <T>(from: readonly T[]): T => {
    const found = from[below(from.length)];
    if (found === undefined) throw new RangeError('there is nothing to draw from');
    return found;
  };
  return Object.assign(draw, { below });
}
