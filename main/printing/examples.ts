import type { Language } from '../../shared/domain/language.ts';
import { Slip } from '../../shared/domain/slip.ts';
import { ticketNumberOf } from '../../shared/domain/ticket.ts';

/** Slips of nobody, for tests, pictures and technicians. Every number to call is plainly an example. */

const WORDS = {
  id: {
    officeName: 'Kantor Pos Contoh 40000',
    serviceName: 'Pos Migran Contoh',
    steps: [
      'Petugas memeriksa data Anda.',
      'Petugas menghubungi Anda dengan cara yang Anda pilih.',
      'Tiket diteruskan kepada lembaga yang berwenang. Anda mendapat nomor rujukan.',
    ],
    hotlines: [
      { label: 'Pusat bantuan contoh', note: 'Gratis dari Indonesia' },
      { label: 'Pusat bantuan contoh', note: 'Untuk telepon dari luar negeri' },
      { label: 'WhatsApp contoh' },
    ],
    privacyLine:
      'Data Anda hanya dibaca petugas yang menangani tiket ini. Di kios, data dihapus 90 hari setelah diterima.',
  },
  en: {
    officeName: 'Example Post Office 40000',
    serviceName: 'Pos Migran Example',
    steps: [
      'An officer checks your data.',
      'An officer contacts you in the way you chose.',
      'Your ticket goes to the office in charge. You get a reference number.',
    ],
    hotlines: [
      { label: 'Example help centre', note: 'Free of charge in Indonesia' },
      { label: 'Example help centre', note: 'For calls from abroad' },
      { label: 'Example WhatsApp' },
    ],
    privacyLine:
      'Only the officers who handle this ticket read your data. The kiosk erases it 90 days after it was received.',
  },
} as const;

const NUMBERS = ['0800-000-0000', '+62 21 0000 0000', '+62 800-0000-0000'] as const;

/** 22 November 2026, 10.42 in Jakarta. */
const MOMENT = Date.UTC(2026, 10, 22, 3, 42);

/** As long as a signed ticket is. */
export const EXAMPLE_QR = `PMK1.${'B4K2L7M9'.padEnd(30, 'x')}.${'0aZ_-9'.repeat(15)}`.slice(0, 125);

function hotlinesIn(language: Language) {
  return WORDS[language].hotlines.map((hotline, i) => ({ ...hotline, number: NUMBERS[i] }));
}

export function exampleComplaintSlip(language: Language, copy = 0): Slip {
  const words = WORDS[language];
  return Slip.parse({
    copy,
    mark: 'K7M2',
    facts: {
      kind: 'complaint',
      language,
      officeName: words.officeName,
      officeTimeZone: 'WIB',
      serviceName: words.serviceName,
      number: ticketNumberOf('B4K', 31_415),
      secret: '482913',
      qrText: EXAMPLE_QR,
      recordedAtMs: MOMENT,
      nextSteps: [
        { text: words.steps[0], by: '2026-11-25' },
        { text: words.steps[1], by: '2026-12-02' },
        { text: words.steps[2] },
      ],
      completeBy: '2026-12-22',
      hotlines: hotlinesIn(language),
      privacyLine: words.privacyLine,
    },
  });
}

export function exampleEmergencySlip(language: Language): Slip {
  const { officeName, serviceName } = WORDS[language];
  return Slip.parse({
    copy: 0,
    mark: 'K7M3',
    facts: { kind: 'emergency', language, officeName, serviceName, hotlines: hotlinesIn(language) },
  });
}

export function exampleTestSlip(language: Language): Slip {
  const { officeName, serviceName } = WORDS[language];
  return Slip.parse({
    copy: 0,
    mark: 'K7M4',
    facts: {
      kind: 'test',
      language,
      officeName,
      serviceName,
      officeTimeZone: 'WIB',
      printedAtMs: MOMENT,
      printerName: 'tcp://127.0.0.1:9100',
      qrText: 'PRINTER TEST',
    },
  });
}
