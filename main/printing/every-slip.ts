import type { DayReport } from '../../shared/contract/clerk.ts';
import type { Language } from '../../shared/domain/language.ts';
import { Slip } from '../../shared/domain/slip.ts';
import { ticketNumberOf } from '../../shared/domain/ticket.ts';
import { consentSheet } from '../clerk/consent-slip.ts';
import { daySlip } from '../clerk/day-slip.ts';
import { exampleVacancies } from '../vacancies/examples.ts';
import { vacancySlip } from '../vacancies/slip.ts';
import { exampleComplaintSlip, exampleEmergencySlip, exampleTestSlip } from './examples.ts';
import { exampleServiceSlip, SERVICE_EXAMPLES } from './service-examples.ts';

/** 22 November 2026, 17.05 in Jakarta. */
const EVENING = Date.UTC(2026, 10, 22, 10, 5);

const PLACE = {
  id: { officeName: 'Kantor Pos Contoh 40000', serviceName: 'Pos Migran Contoh' },
  en: { officeName: 'Example Post Office 40000', serviceName: 'Pos Migran Example' },
} as const;

const STATUS = {
  id: {
    heading: 'Sudah diteruskan',
    number: ticketNumberOf('B4K', 31_415),
    codes: [],
    sections: [
      {
        title: 'Kabar tiket Anda',
        items: [
          { text: 'Diubah petugas 22 Nov 2026, 14.05 WIB.' },
          { text: 'Kabar ini benar sampai 22 Nov 2026, 17.01 WIB.' },
          { text: 'Nomor di kantor yang menangani: CONTOH/2026/0001' },
          { text: 'Dicatat 20 Nov 2026, 09.12 WIB di Kantor Pos Contoh 40000.' },
        ],
      },
      {
        title: 'Selanjutnya',
        items: [{ text: 'Petugas menjawab lewat kontak Anda (contoh).', by: '2026-12-20' }],
      },
      {
        title: 'Jam buka loket',
        items: [{ text: 'Senin sampai Jumat 08.00-15.00' }, { text: 'Sabtu dan Minggu tutup' }],
      },
    ],
    footLine:
      'Untuk kabar baru, cek lagi di kios dengan nomor tiket dan nomor rahasia. Nomor rahasia tidak ada di kertas ini.',
  },
  en: {
    heading: 'It has been passed on',
    number: ticketNumberOf('B4K', 31_415),
    codes: [],
    sections: [
      {
        title: 'News of your ticket',
        items: [
          { text: 'Changed by an officer 22 Nov 2026, 14.05 WIB.' },
          { text: 'This news is true as of 22 Nov 2026, 17.01 WIB.' },
          { text: 'Number at the office that has it now: EXAMPLE/2026/0001' },
          { text: 'Recorded 20 Nov 2026, 09.12 WIB at Example Post Office 40000.' },
        ],
      },
      {
        title: 'What comes next',
        items: [{ text: 'An officer answers through your contact (example).', by: '2026-12-20' }],
      },
      {
        title: 'The counter is open',
        items: [{ text: 'Monday to Friday 08.00-15.00' }, { text: 'Saturday and Sunday closed' }],
      },
    ],
    footLine:
      'For newer news, look again at a kiosk with your ticket number and secret number. The secret number is not on this paper.',
  },
} as const;

function exampleStatusSlip(language: 'id' | 'en'): Slip {
  const place = { language, ...PLACE[language], officeTimeZone: 'WIB', printedAtMs: EVENING };
  return Slip.parse({ copy: 0, mark: 'K7M8', facts: { kind: 'note', ...place, ...STATUS[language] } });
}

const COUNTRY = { id: 'Negara Contoh', en: 'Example Country' };
const CHECK = {
  id: 'Tanya nomor izin contoh, lalu cocokkan di SISTEM CONTOH.',
  en: 'Ask for the example licence, then look it up in EXAMPLE SYSTEM.',
};

function exampleVacancySlip(language: 'id' | 'en'): Slip {
  const slips = exampleVacancies({ count: 1 }).map((vacancy) =>
    vacancySlip({
      found: { vacancy, snapshot: { source: 'example.org', takenOn: '2026-11-20' } },
      place: { language, ...PLACE[language], officeTimeZone: 'WIB' },
      checks: [{ short: CHECK }],
      countries: [{ code: vacancy.country, name: COUNTRY, common: false }],
      printedAtMs: EVENING,
    }),
  );
  return Slip.parse({ copy: 0, mark: 'K7M8', facts: slips[0] });
}

const DAY: DayReport = {
  day: '2026-11-22',
  openedAt: Date.UTC(2026, 10, 22, 0, 58),
  openedBy: '1042',
  closedAt: EVENING,
  closedBy: '1042',
  recorded: [
    { kind: 'complaint', count: 4 },
    { kind: 'registration', count: 11 },
    { kind: 'lead', count: 7 },
  ],
  served: 9,
  toServe: 2,
  papers: { printed: 24, copies: 2, unknown: 1, handedOver: 0 },
  paperMm: 6340,
  staffCalls: 3,
  waiting: 5,
  setAside: 0,
};

/** Paper of the office: in its language only. */
function exampleDaySlip(copy: number): Slip {
  const facts = daySlip(DAY, { ...PLACE.id, officeTimeZone: 'WIB', printedAtMs: EVENING });
  return Slip.parse({ copy, mark: 'K7M8', facts });
}

/** As long as the real words: what is signed lacks none of them. */
const CONSENT: Parameters<typeof consentSheet>[0]['words'] = {
  version: 'publish-product/1',
  text: {
    id: 'Saya setuju nama, cerita, dan foto produk contoh ini ditampilkan di kios.',
    en: 'I agree that name, story and photos of this example product are shown at the kiosk.',
  },
  detail: {
    id: 'Produk contoh diperiksa dulu. Nomor HP tidak ditampilkan. Izin ini bisa dicabut kapan saja dengan nomor tiket, dan produk contoh lalu tidak tampil lagi.',
    en: 'The example product is reviewed first. The phone number is not shown. This permission can be taken back at any time with the ticket number, and the example product is then no longer shown.',
  },
};

function exampleConsentSheet(language: 'id' | 'en'): Slip {
  const place = { language, ...PLACE[language], officeTimeZone: 'WIB' as const };
  const facts = consentSheet({ place, words: CONSENT, printedAtMs: EVENING });
  return Slip.parse({ copy: 0, mark: 'K7M8', facts });
}

const OFFICE_PAPER: ReadonlyArray<[name: string, slip: Slip]> = [
  ['day', exampleDaySlip(0)],
  ['day-copy', exampleDaySlip(1)],
];

/** Every kind of slip that the kiosk prints, first papers and copies, by name: what must be right on every printer. */
export function everySlip(language: Language): Array<[name: string, slip: Slip]> {
  const spoken = language === 'en' ? 'en' : 'id';
  return [
    ['complaint', exampleComplaintSlip(language)],
    ['complaint-copy', exampleComplaintSlip(language, 2)],
    ['emergency', exampleEmergencySlip(language)],
    ...SERVICE_EXAMPLES.map((name): [string, Slip] => [name, exampleServiceSlip(name, language)]),
    ['registration-copy', { ...exampleServiceSlip('registration', language), copy: 12 }],
    ['vacancy', exampleVacancySlip(spoken)],
    ['status', exampleStatusSlip(spoken)],
    ...(spoken === 'id' ? OFFICE_PAPER : []),
    ['consent', exampleConsentSheet(spoken)],
    ['test', exampleTestSlip(language)],
  ];
}
