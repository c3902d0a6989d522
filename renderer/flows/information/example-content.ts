import type { CountryLine, CountryProfile, Said } from '../../../shared/contract/content/information.ts';
import type { KioskContent, Provenance } from '../../../shared/contract/content.ts';
import { exampleContent } from '../../bridge/fake.ts';

const provenance: Provenance = {
  source: 'https://contoh.example/sumber',
  verified_on: '2026-05-01',
  valid_until: '2027-05-01',
  confidence: 'sure',
};
const likely: Provenance = { ...provenance, confidence: 'likely' };

function said(id: string, en: string, given = provenance): Said {
  return { text: { id, en }, provenance: given };
}

function line(id: string, en: string, number: string, more: Partial<CountryLine> = {}): CountryLine {
  return { name: { id, en }, number, provenance: likely, ...more };
}

export function aProfile(changes: Partial<CountryProfile> = {}): CountryProfile {
  return {
    code: 'HK',
    depth: 'full',
    status: { value: 'unverified' },
    placements: [{ year: 2024, count: 12_345, provenance }],
    wages: [
      {
        forWhom: {
          id: 'Pekerja contoh, kontrak mulai 30 September 2025',
          en: 'Example workers, contracts from 30 September 2025',
        },
        amount: 1234,
        currency: 'HKD',
        per: 'month',
        year: 2025,
        note: {
          id: 'Kalau tidak ada makan gratis, ada uang makan 123 dolar.',
          en: 'Without free food there is a food allowance of 123 dollars.',
        },
        provenance,
      },
      {
        forWhom: { id: 'Pekerja contoh lain', en: 'Other example workers' },
        amount: 12.5,
        currency: 'XXX',
        per: 'hour',
        year: 2019,
        provenance: likely,
      },
    ],
    rights: [
      said('Satu hari libur contoh dalam setiap tujuh hari.', 'One example rest day in every seven days.'),
      said(
        'Tempat tinggal contoh gratis. Makan gratis, atau ada uang makan.',
        'Free example lodging. Free food, or a food allowance.',
      ),
      said('Paspor contoh Anda pegang sendiri.', 'You keep your own example passport.', likely),
    ],
    emergency: [
      line('Dinas tenaga kerja contoh', 'Example labour department', '+852 0000 0000', {
        note: { id: '24 jam, bisa bahasa Indonesia.', en: '24 hours, Indonesian spoken.' },
        provenance,
      }),
      line('Polisi', 'Police', '000'),
    ],
    missions: [line('KJRI Contoh', 'Example consulate', '+852 0000 0001', { reportedIn: 2020 })],
    warnings: [],
    schemes: [
      said('Jalan yang biasa: lewat perusahaan contoh.', 'The usual way: through an example company.'),
    ],
    unknown: [],
    ...changes,
  };
}

/** Content as a full pack would have it, with words and numbers that are plainly examples. */
export function informationExample(): KioskContent {
  const base = exampleContent();
  const bare: Partial<CountryProfile> = {
    depth: 'short',
    placements: [],
    wages: [],
    rights: [],
    emergency: [],
    missions: [],
    schemes: [],
  };
  return {
    ...base,
    countries: [
      ...base.countries,
      { code: 'KH', name: { id: 'Kamboja', en: 'Cambodia' }, common: false },
      { code: 'BN', name: { id: 'Brunei Darussalam', en: 'Brunei' }, common: false },
    ],
    information: {
      askWhom: { id: 'kantor contoh', en: 'the example office' },
      profiles: [
        aProfile(),
        aProfile({
          code: 'TW',
          status: {
            value: 'open',
            note: { id: 'Penempatan contoh dibuka.', en: 'Example placement is open.' },
            asOf: '2026-04',
            provenance,
          },
        }),
        aProfile({
          code: 'SA',
          status: {
            value: 'limited',
            note: {
              id: 'Pekerjaan contoh di rumah ditutup sejak 2015.',
              en: 'Example work in homes has been closed since 2015.',
            },
            asOf: '2024-07',
            provenance,
          },
          warnings: [
            said(
              'Kabar pembukaan contoh belum dipastikan.',
              'News of an example opening is not confirmed.',
              likely,
            ),
            said('Majikan contoh tidak boleh meminta biaya.', 'An example employer may not ask for fees.'),
          ],
        }),
        aProfile({
          ...bare,
          code: 'IT',
          status: {
            value: 'closed',
            note: { id: 'Penempatan contoh ditutup.', en: 'Example placement is closed.' },
            asOf: '2026',
            provenance,
          },
        }),
        aProfile({ ...bare, code: 'BN' }),
        aProfile({ ...bare, code: 'TR' }),
        aProfile({
          ...bare,
          code: 'KH',
          status: {
            value: 'no-cooperation',
            note: {
              id: 'Tidak ada kerja sama penempatan contoh dengan negara ini.',
              en: 'There is no example agreement on placement with this country.',
            },
            asOf: '2025-04',
            provenance,
          },
          warnings: [
            said(
              'Tawaran kerja contoh di sini: pola penipuan dan perdagangan orang.',
              'Example offers of work here follow the pattern of fraud and trafficking.',
            ),
          ],
        }),
      ],
      generalWarnings: [
        said(
          'Negara contoh: tidak ada kerja sama. Tawaran game online di sana sering penipuan.',
          'Example country: no cooperation. Offers of online gaming work there are often fraud.',
        ),
        said(
          'Daftar contoh bisa berubah lewat keputusan menteri.',
          'The example list can change by decision of the minister.',
        ),
      ],
      subjects: (['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k'] as const).map((letter, at) => ({
        letter,
        title: { id: `Hal contoh ke-${at + 1}`, en: `Example subject ${at + 1}` },
        points: [
          said(
            'Perjanjian contoh memuat nama dan alamat majikan, serta jenis pekerjaan Anda.',
            'The example contract names the employer, the address and your kind of work.',
          ),
          said(
            'Perjanjian contoh juga memuat jam kerja, upah, cuti, istirahat, dan jaminan sosial.',
            'The example contract also says hours, wage, leave, rest and social security.',
          ),
          said(
            'Biaya contoh tidak boleh dibebankan kepada pekerja.',
            'Example cost may not be charged to the worker.',
            likely,
          ),
        ],
        ask: [
          {
            id: 'Biaya contoh di tiap negara belum diperiksa. Tanya kantor contoh.',
            en: 'Example costs in each country were not checked. Ask the example office.',
          },
        ],
      })),
      cards: [
        {
          key: 'e-kpmi',
          title: { id: 'Kartu contoh saya habis masa berlaku', en: 'My example card has expired' },
          points: [said('Kartu contoh itu digital.', 'The example card is digital.', likely)],
          ask: [],
        },
      ],
      institution: [
        {
          key: 'ministry',
          title: { id: 'Kementerian untuk pekerja contoh', en: 'The ministry for example workers' },
          points: [said('Namanya {long}, disingkat {short}.', 'Its name is {long}, in short {short}.')],
          ask: [],
        },
        {
          key: 'offices',
          title: { id: 'Kantor contoh di daerah', en: 'Example offices in the regions' },
          points: [],
          ask: [{ id: 'Alamatnya belum ada di kios ini.', en: 'Addresses are not in this kiosk.' }],
        },
      ],
    },
  };
}
