import type { KioskContent } from '../../../shared/contract/content.ts';
import { EXAMPLE_TIME } from '../../bridge/fake.ts';

const DAY_MS = 86_400_000;

/** Invented, as everybody sees. */
export const exampleNotices: KioskContent['notices'] = [
  {
    id: '00000000-0000-4000-8000-000000000071',
    level: 'urgent',
    title: {
      id: 'Contoh: pesan kerja palsu meminta uang muka lewat telepon dan pesan',
      en: 'Example: false job messages ask for money by phone and by message',
    },
    text: {
      id: 'Ini pengumuman contoh. Ada pesan palsu yang meminta uang muka atas nama kantor contoh. Jangan kirim uang. Tanya petugas di loket dulu.',
      en: 'This is an example notice. False messages ask for money in the name of an example office. Do not send money. Ask the staff at the counter first.',
    },
    source: 'Kantor Contoh, surat contoh nomor 1',
    from: EXAMPLE_TIME,
    until: EXAMPLE_TIME + 30 * DAY_MS,
  },
  {
    id: '00000000-0000-4000-8000-000000000072',
    level: 'information',
    title: { id: 'Contoh: loket pindah ke lantai satu', en: 'Example: the counter is on the first floor' },
    text: {
      id: 'Ini pengumuman contoh. Loket contoh pindah ke lantai satu.',
      en: 'This is an example notice. The example counter has moved to the first floor.',
    },
    source: 'Kantor Contoh',
    from: EXAMPLE_TIME,
    until: EXAMPLE_TIME + 7 * DAY_MS,
  },
];
