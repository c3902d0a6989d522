import type { Said } from '../../shared/contract/desk.ts';
import type { Exported } from './export.ts';
import type { Imported } from './import.ts';
import type { StickTrouble } from './stick-folder.ts';

const TROUBLES: Readonly<Record<StickTrouble, Said>> = {
  'stick.full': {
    id: 'Flashdisk penuh. Yang sudah tertulis tetap berlaku. Kosongkan sebagian, lalu ulangi.',
    en: 'The stick is full. What is written counts. Make room on it, then repeat.',
  },
  'stick.read-only': {
    id: 'Flashdisk tidak dapat ditulisi. Buka kuncinya atau pakai flashdisk lain.',
    en: 'The stick cannot be written to. Unlock it or take another one.',
  },
  'stick.gone': {
    id: 'Flashdisk tercabut atau rusak. Pasang lagi, lalu ulangi: pekerjaan dilanjutkan.',
    en: 'The stick was pulled out or is broken. Plug it in again and repeat: the work goes on where it was.',
  },
};

/** What the technician reads about a stick. Counts only. */
export const stickSentences = {
  writing: (done: number, total: number): Said => ({
    id: `${done} dari ${total} sudah di flashdisk…`,
    en: `${done} of ${total} are on the stick…`,
  }),
  written: ({ records, photos, unreadable }: Exported): Said => ({
    id: `${records} catatan dan ${photos} foto ada di flashdisk. Tetap menunggu sampai pusat mengakuinya.${
      unreadable > 0 ? ` ${unreadable} tidak dapat dibaca: lihat antrean.` : ''
    }`,
    en: `${records} records and ${photos} photos are on the stick. They wait on until the hub acknowledges them.${
      unreadable > 0 ? ` ${unreadable} cannot be read: see the queue.` : ''
    }`,
  }),
  stopped: (records: number): Said => ({
    id: `Dihentikan. ${records} catatan sudah tertulis; ulangi untuk melanjutkan.`,
    en: `Stopped. ${records} records are written; repeat to go on.`,
  }),
  reading: (done: number, total: number): Said => ({
    id: `Membaca berkas ${done} dari ${total}…`,
    en: `Reading file ${done} of ${total}…`,
  }),
  read: (taken: Imported): Said => ({
    id: `${taken.acknowledged} catatan diakui pusat, ${taken.statuses} status dan ${taken.documents} dokumen baru.${
      taken.setAside > 0 ? ` ${taken.setAside} ditolak pusat: lihat antrean.` : ''
    }${taken.refused > 0 ? ` ${taken.refused} berkas tidak dipakai karena rusak atau tidak sah.` : ''}`,
    en: `${taken.acknowledged} records acknowledged by the hub, ${taken.statuses} new statuses and ${taken.documents} documents.${
      taken.setAside > 0 ? ` ${taken.setAside} refused by the hub: see the queue.` : ''
    }${taken.refused > 0 ? ` ${taken.refused} files were not used: damaged or not genuine.` : ''}`,
  }),
  forOthers: {
    id: 'Flashdisk ini untuk kiosk lain. Tidak ada yang dibaca.',
    en: 'This stick is for another kiosk. Nothing was read.',
  } satisfies Said,
  notBelieved: {
    id: 'Tidak ada yang dipakai: berkas di flashdisk ini rusak atau tidak sah. Minta flashdisk baru dari pusat.',
    en: 'Nothing was used: the files on this stick are damaged or not genuine. Ask the hub for a new one.',
  } satisfies Said,
  trouble: (code: StickTrouble): Said => TROUBLES[code],
} as const;
