import type { Language } from '../../shared/domain/language.ts';
import type { NoteSlip, ServiceSlip } from '../../shared/domain/slip.ts';
import { Slip } from '../../shared/domain/slip.ts';
import { ticketNumberOf } from '../../shared/domain/ticket.ts';
import { EXAMPLE_QR } from './examples.ts';

/** Slips of every task that is not a complaint, of nobody. Institutions, papers and numbers are plainly examples. */

/** 22 November 2026, 10.42 in Jakarta. */
const MOMENT = Date.UTC(2026, 10, 22, 3, 42);

export type ServiceExample = 'registration' | 'lead' | 'interest' | 'follow-up' | 'draft';
export const SERVICE_EXAMPLES: readonly ServiceExample[] = [
  'registration',
  'lead',
  'interest',
  'follow-up',
  'draft',
];

const PLACE = {
  id: { officeName: 'Kantor Pos Contoh 40000', serviceName: 'Pos Migran Contoh' },
  en: { officeName: 'Example Post Office 40000', serviceName: 'Pos Migran Example' },
} as const;

type Said = Pick<ServiceSlip, 'heading' | 'warning' | 'maskedName' | 'sections' | 'hotlines' | 'privacyLine'>;
type Noted = Pick<NoteSlip, 'heading' | 'codes' | 'sections' | 'footLine'>;

const SAID: Record<'id' | 'en', Record<Exclude<ServiceExample, 'draft'>, Said> & { draft: Noted }> = {
  id: {
    registration: {
      heading: 'Pra-pendaftaran PMI Mandiri',
      warning: 'Ini belum pendaftaran resmi. Pendaftaran resmi ada di SISTEM CONTOH.',
      maskedName: 'Siti R***',
      sections: [
        {
          title: 'Masih kurang',
          items: [
            { text: 'Surat izin keluarga', detail: 'Dari: kepala desa contoh. Bermeterai.', box: true },
            { text: 'Surat sehat', detail: 'Dari: rumah sakit contoh.', box: true },
            { text: 'Surat pernyataan bertanggung jawab atas risiko sendiri', box: true },
          ],
        },
        { title: 'Belum pasti', items: [{ text: 'Visa kerja', box: true }] },
        {
          title: 'Selanjutnya',
          items: [
            { text: 'Tunjukkan slip ini dan dokumen asli kepada petugas loket.' },
            { text: 'Daftar resmi lewat SISTEM CONTOH.', detail: 'sistem.contoh.example' },
          ],
        },
      ],
      hotlines: [{ label: 'Pusat bantuan contoh', number: '0800-000-0000' }],
      privacyLine:
        'Data Anda disegel. Hanya petugas pusat yang bisa membacanya. Di kios ini data dihapus 30 hari setelah diterima pusat.',
    },
    lead: {
      heading: 'Permintaan layanan Giro Contoh',
      maskedName: 'Siti R***',
      sections: [
        {
          title: 'Yang perlu dibawa',
          items: [
            { text: 'KTP asli', box: true },
            { text: 'Nomor HP yang aktif', box: true },
          ],
        },
        { title: 'Selanjutnya', items: [{ text: 'Tunjukkan slip ini kepada petugas loket.' }] },
      ],
      hotlines: [],
      privacyLine: 'Data Anda disegel. Di kios ini data dihapus 90 hari setelah diterima pusat.',
    },
    interest: {
      heading: 'Minat produk',
      maskedName: 'Siti R***',
      sections: [
        { title: 'Produk', items: [{ text: 'Keripik pisang contoh', detail: 'Dibuat oleh Dapur Contoh' }] },
        { title: 'Selanjutnya', items: [{ text: 'Petugas meneruskan minat Anda kepada pembuat produk.' }] },
      ],
      hotlines: [],
      privacyLine: 'Data Anda disegel. Di kios ini data dihapus 90 hari setelah diterima pusat.',
    },
    'follow-up': {
      heading: 'Tambahan 2 untuk tiket Anda',
      sections: [
        {
          title: 'Selanjutnya',
          items: [
            { text: 'Tambahan ini masuk ke tiket Anda. Petugas membacanya bersama isi tiket.' },
            { text: 'Nomor rahasia Anda tetap sama.' },
          ],
        },
      ],
      hotlines: [],
      privacyLine: 'Isi tambahan disegel. Di kios ini data dihapus 7 hari setelah diterima pusat.',
    },
    draft: {
      heading: 'Simpanan pra-pendaftaran',
      codes: [
        { label: 'Kode simpanan', value: 'D4K2-L7M9' },
        { label: 'Nomor rahasia', value: '482 913' },
      ],
      sections: [
        {
          title: 'Untuk melanjutkan',
          items: [
            {
              text: 'Hanya di kios ini, dengan kode dan nomor rahasia di atas.',
              by: '2026-11-29',
            },
            { text: 'Setelah tanggal itu simpanan dihapus.' },
          ],
        },
      ],
      footLine: 'Simpan slip ini. Tanpa slip ini simpanan tidak bisa dibuka, juga oleh petugas.',
    },
  },
  en: {
    registration: {
      heading: 'Pre-registration, independent worker',
      warning: 'This is not the official registration yet. The official one is in EXAMPLE SYSTEM.',
      maskedName: 'Siti R***',
      sections: [
        {
          title: 'Still missing',
          items: [
            {
              text: 'Family consent letter',
              detail: 'From: example village head. With stamp duty.',
              box: true,
            },
            { text: 'Health certificate', detail: 'From: example hospital.', box: true },
          ],
        },
        { title: 'Not sure yet', items: [{ text: 'Work visa', box: true }] },
        {
          title: 'What comes next',
          items: [
            { text: 'Show this slip and your original documents at the counter.' },
            { text: 'Register officially in EXAMPLE SYSTEM.', detail: 'system.example' },
          ],
        },
      ],
      hotlines: [{ label: 'Example help centre', number: '0800-000-0000' }],
      privacyLine:
        'Your data is sealed. Only officers at the centre can read it. This kiosk erases it 30 days after the centre has received it.',
    },
    lead: {
      heading: 'Request for Example Giro',
      maskedName: 'Siti R***',
      sections: [
        {
          title: 'What to bring',
          items: [
            { text: 'Identity card', box: true },
            { text: 'Phone number in use', box: true },
          ],
        },
        { title: 'What comes next', items: [{ text: 'Show this slip at the counter.' }] },
      ],
      hotlines: [],
      privacyLine: 'Your data is sealed. This kiosk erases it 90 days after the centre has received it.',
    },
    interest: {
      heading: 'Interest in a product',
      maskedName: 'Siti R***',
      sections: [
        { title: 'Product', items: [{ text: 'Example banana crisps', detail: 'Made by Example Kitchen' }] },
        { title: 'What comes next', items: [{ text: 'Officers pass your interest on to the maker.' }] },
      ],
      hotlines: [],
      privacyLine: 'Your data is sealed. This kiosk erases it 90 days after the centre has received it.',
    },
    'follow-up': {
      heading: 'Addition 2 to your ticket',
      sections: [
        {
          title: 'What comes next',
          items: [
            { text: 'This is added to your ticket. Officers read it together with the ticket.' },
            { text: 'Your secret number stays the same.' },
          ],
        },
      ],
      hotlines: [],
      privacyLine: 'What you added is sealed. This kiosk erases it 7 days after the centre has received it.',
    },
    draft: {
      heading: 'Saved pre-registration',
      codes: [
        { label: 'Code', value: 'D4K2-L7M9' },
        { label: 'Secret number', value: '482 913' },
      ],
      sections: [
        {
          title: 'To continue',
          items: [
            {
              text: 'Only at this kiosk, with the code and the secret number above.',
              by: '2026-11-29',
            },
            { text: 'After that day what you saved is erased.' },
          ],
        },
      ],
      footLine: 'Keep this slip. Without it nobody can open what you saved, not even the staff.',
    },
  },
};

export function exampleServiceSlip(example: ServiceExample, language: Language): Slip {
  const spoken = language === 'en' ? 'en' : 'id';
  const place = { language: spoken, ...PLACE[spoken], officeTimeZone: 'WIB' } as const;
  const said = SAID[spoken];
  if (example === 'draft') {
    const facts = { kind: 'note', ...place, ...said.draft, printedAtMs: MOMENT };
    return Slip.parse({ copy: 0, mark: 'K7M5', facts });
  }
  return Slip.parse({
    copy: 0,
    mark: 'K7M6',
    facts: {
      kind: 'service',
      ...place,
      ...said[example],
      number: ticketNumberOf('B4K', 31_415),
      ...(example === 'follow-up' ? {} : { secret: '482913' }),
      qrText: EXAMPLE_QR,
      recordedAtMs: MOMENT,
    },
  });
}
