import type { Language } from '../../shared/domain/language.ts';
import { Slip } from '../../shared/domain/slip.ts';
import { ticketNumberOf } from '../../shared/domain/ticket.ts';
import { consentSheet } from '../clerk/consent-slip.ts';
import { exampleComplaintSlip, exampleEmergencySlip, exampleTestSlip } from './examples.ts';
import { exampleServiceSlip, SERVICE_EXAMPLES } from './service-examples.ts';

/** 22 November 2026, 17.05 in Jakarta. */
const EVENING = Date.UTC(2026, 10, 22, 10, 5);

const PLACE = {
  id: { officeName: 'Kantor Pos Contoh 40000', serviceName: 'Pos Migran Contoh' },
  en: { officeName: 'Example Post Office 40000', serviceName: 'Pos Migran Example' },
} as const;

const NOTES = {
  id: {
    day: {
      heading: 'Laporan hari',
      sections: [
        {
          title: '22 Nov 2026',
          items: [{ text: 'Dibuka 07.58 WIB, petugas 1042' }, { text: 'Ditutup 17.05 WIB, petugas 1042' }],
        },
        {
          title: 'Dicatat di kios',
          items: [
            { text: 'Pengaduan: 4' },
            { text: 'Pra-pendaftaran: 11' },
            { text: 'Permintaan layanan: 7' },
          ],
        },
        {
          title: 'Loket dan kertas',
          items: [
            { text: 'Sudah dilayani: 9' },
            { text: 'Kertas keluar: 24', detail: 'Di antaranya salinan: 2' },
          ],
        },
        { title: 'Belum selesai', items: [{ text: 'Kertas belum pasti keluar: 1' }] },
      ],
      footLine: 'Laporan ini tidak memuat data pengunjung.',
    },
    vacancy: {
      heading: 'Lowongan untuk dibawa pulang',
      sections: [
        {
          title: 'Pekerjaan',
          items: [{ text: 'Perawat lansia contoh', detail: 'Negara Contoh, 12 orang', by: '2026-12-31' }],
        },
        { title: 'Selanjutnya', items: [{ text: 'Tanyakan kepada petugas loket.' }] },
      ],
      qrText: 'https://lowongan.example/12345',
      qrCaption: 'Baca lowongan ini di HP Anda',
    },
    status: {
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
  },
  en: {
    day: {
      heading: 'Report of the day',
      sections: [
        {
          title: '22 Nov 2026',
          items: [{ text: 'Opened 07.58 WIB, clerk 1042' }, { text: 'Closed 17.05 WIB, clerk 1042' }],
        },
        {
          title: 'Recorded at the kiosk',
          items: [{ text: 'Complaints: 4' }, { text: 'Pre-registrations: 11' }, { text: 'Requests: 7' }],
        },
        {
          title: 'Counter and paper',
          items: [{ text: 'Served: 9' }, { text: 'Papers printed: 24', detail: 'Copies among them: 2' }],
        },
        { title: 'Still open', items: [{ text: 'Prints nobody has confirmed: 1' }] },
      ],
      footLine: 'This report holds no data of visitors.',
    },
    vacancy: {
      heading: 'A vacancy to take home',
      sections: [
        {
          title: 'The work',
          items: [
            { text: 'Example carer for the elderly', detail: 'Example Country, 12 people', by: '2026-12-31' },
          ],
        },
        { title: 'What comes next', items: [{ text: 'Ask at the counter.' }] },
      ],
      qrText: 'https://vacancies.example/12345',
      qrCaption: 'Read this vacancy on your phone',
    },
    status: {
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
  },
} as const;

function exampleNoteSlip(example: 'day' | 'vacancy' | 'status', language: 'id' | 'en', copy: number): Slip {
  const place = { language, ...PLACE[language], officeTimeZone: 'WIB', codes: [], printedAtMs: EVENING };
  return Slip.parse({ copy, mark: 'K7M8', facts: { kind: 'note', ...place, ...NOTES[language][example] } });
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

/** Every kind of slip that the kiosk prints, first papers and copies, by name: what must be right on every printer. */
export function everySlip(language: Language): Array<[name: string, slip: Slip]> {
  const spoken = language === 'en' ? 'en' : 'id';
  return [
    ['complaint', exampleComplaintSlip(language)],
    ['complaint-copy', exampleComplaintSlip(language, 2)],
    ['emergency', exampleEmergencySlip(language)],
    ...SERVICE_EXAMPLES.map((name): [string, Slip] => [name, exampleServiceSlip(name, language)]),
    ['registration-copy', { ...exampleServiceSlip('registration', language), copy: 12 }],
    ['vacancy', exampleNoteSlip('vacancy', spoken, 0)],
    ['status', exampleNoteSlip('status', spoken, 0)],
    ['day', exampleNoteSlip('day', spoken, 0)],
    ['day-copy', exampleNoteSlip('day', spoken, 1)],
    ['consent', exampleConsentSheet(spoken)],
    ['test', exampleTestSlip(language)],
  ];
}
