import type { VacancyGuide } from '../../../shared/contract/content/vacancies.ts';
import {
  type Vacancy,
  VacancyEducation,
  type VacancyFacets,
  type VacancyPage,
} from '../../../shared/domain/vacancy.ts';

const provenance = {
  source: 'example',
  verified_on: '2026-05-01',
  valid_until: '2027-05-01',
  confidence: 'sure',
} as const;

/** A vacancy that is plainly an example. */
export function aVacancy(changes: Partial<Vacancy> = {}): Vacancy {
  return {
    id: 'contoh-1',
    isExample: false,
    position: 'Perawat lansia',
    sector: 'Perawatan',
    country: 'TW',
    placementCompany: 'PT Contoh Karya 12',
    foreignAgency: 'Example Agency 7',
    scheme: 'p-to-p',
    educationFrom: 'sma',
    educationTo: null,
    wage: { from: 20_000, to: 22_000, currency: 'TWD', per: 'month' },
    quota: 10,
    employerDemands: ['Contoh: usia 21–45 tahun', 'Contoh: pengalaman 1 tahun'],
    validUntil: '2027-01-31',
    detailAddress: 'https://example.org/lowongan/detail/contoh-1',
    ...changes,
  };
}

const POSITIONS = [
  'Perawat lansia',
  'Operator produksi elektronik',
  'Koki',
  'Pekerja kebun sawit',
  'Tukang las',
];
const PLACES = [
  { country: 'TW', currency: 'TWD', from: 20_000 },
  { country: 'MY', currency: 'MYR', from: 1_500 },
  { country: 'HK', currency: 'HKD', from: 5_000 },
] as const;

/** So many vacancies, each with its own number. */
export function someVacancies(count: number, changes: Partial<Vacancy> = {}, first = 0): Vacancy[] {
  return Array.from({ length: count }, (_, i) => {
    const at = first + i;
    const place = PLACES[at % PLACES.length] ?? PLACES[0];
    return aVacancy({
      id: `contoh-${at + 1}`,
      position: POSITIONS[at % POSITIONS.length] ?? 'Koki',
      country: place.country,
      placementCompany: at % 4 === 3 ? null : `PT Contoh Karya ${at + 1}`,
      wage: at % 5 === 4 ? null : { from: place.from, to: null, currency: place.currency, per: 'month' },
      ...changes,
    });
  });
}

export const someFacets: VacancyFacets = {
  countries: [
    { value: 'TW', count: 1240 },
    { value: 'MY', count: 820 },
    { value: 'HK', count: 410 },
    { value: 'JP', count: 96 },
  ],
  sectors: [
    { value: 'Pabrik', count: 1100 },
    { value: 'Perawatan', count: 640 },
    { value: 'Perkebunan', count: 300 },
  ],
  schemes: [
    { value: 'p-to-p', count: 2000 },
    { value: 'independent', count: 400 },
    { value: 'g-to-g', count: 100 },
    { value: 'ukps', count: 50 },
    { value: 'other', count: 16 },
  ],
  educations: VacancyEducation.options.map((value, i) => ({ value, count: 500 * (i + 1) })),
  wages: [
    { currency: 'TWD', per: 'month', count: 1200, lowest: 20_000, highest: 30_000 },
    { currency: 'MYR', per: 'month', count: 800, lowest: 1_000, highest: 2_250 },
    { currency: 'JPY', per: 'hour', count: 90, lowest: 1_000, highest: 1_500 },
  ],
};

export function aPage(changes: Partial<VacancyPage> = {}): VacancyPage {
  // A page without layout shows all there is, so that a test of many is a test of drawing many.
  const vacancies = changes.vacancies ?? someVacancies(9);
  return {
    snapshot: { source: 'Contoh sumber lowongan', takenOn: '2026-05-01', isOld: false },
    available: 2566,
    total: vacancies.length,
    vacancies,
    facets: someFacets,
    insteadWords: [],
    ...changes,
  };
}

const said = (id: string, en: string) => ({ text: { id, en }, provenance });

export const exampleGuide: VacancyGuide = {
  oldAfterDays: 30,
  checks: [
    {
      key: 'permit',
      title: { id: 'Tanya nomor izin contoh', en: 'Ask for the example permit' },
      text: {
        id: 'Izin contoh adalah izin perusahaan contoh untuk mencari pekerja. Izin ini berlaku untuk satu negara tujuan.',
        en: 'The example permit lets an example company recruit. It holds for one destination country.',
      },
      short: { id: 'Tanya nomor izin contoh.', en: 'Ask for the example permit.' },
      address: 'izin.example.org',
      provenance: { ...provenance, confidence: 'likely' },
    },
    {
      key: 'apply',
      title: { id: 'Lamar lewat laman contoh', en: 'Apply through the example site' },
      text: {
        id: 'Melamarnya lewat laman contoh, bukan lewat orang yang menghubungi Anda.',
        en: 'You apply through the example site, not through somebody who contacts you.',
      },
      short: { id: 'Lamar lewat laman contoh.', en: 'Apply through the example site.' },
      provenance,
    },
    {
      key: 'account',
      title: { id: 'Cek nomor rekening', en: 'Check the bank account' },
      text: {
        id: 'Diminta mengirim uang? Cek dulu nomor rekeningnya di laman contoh.',
        en: 'Somebody asks for money? Check the account number first.',
      },
      short: { id: 'Cek nomor rekening.', en: 'Check the bank account.' },
      address: 'rekening.example.org',
      provenance: { ...provenance, confidence: 'likely' },
    },
  ],
  warnings: [
    {
      ...said(
        'Negara Contoh tidak punya kerja sama penempatan. Hati-hati dengan tawaran ke sana.',
        'Example Land has no placement agreement. Be careful with offers there.',
      ),
      countries: ['KH'],
    },
  ],
  elsewhere: [
    said('Lihat lowongan di laman contoh: lowongan.example.org.', 'See vacancies at lowongan.example.org.'),
    said('Tanya langsung di kantor contoh di daerah Anda.', 'Ask at the example office in your region.'),
  ],
};
