import type { KioskState } from '../../shared/contract/kiosk-state.ts';

type Trouble = NonNullable<KioskState['trouble']>;
type TroubleLine = NonNullable<KioskState['troubleLine']>;

/** What the technician reads for each trouble, unless something more exact is known. */
const LINES: Record<Trouble, TroubleLine> = {
  'not-enrolled': {
    id: 'Kiosk belum terdaftar di pusat. Isi hubUrl dan enrolmentCode di config.json, lalu sambungkan jaringan.',
    en: 'This kiosk is not enrolled. Put hubUrl and enrolmentCode into config.json and connect the network.',
  },
  database: {
    id: 'Basis data tidak dapat dibuka. Periksa disk dan izin folder data. Jangan hapus berkas apa pun.',
    en: 'The database cannot be opened. Check the disk and the permissions of the data folder. Delete nothing.',
  },
  'newer-database': {
    id: 'Basis data dibuat oleh aplikasi yang lebih baru. Pasang kembali versi yang lebih baru.',
    en: 'The database was written by a newer app. Install the newer version again.',
  },
  'disk-full': {
    id: 'Disk hampir penuh. Kosongkan ruang; pengaduan yang sudah masuk tetap aman.',
    en: 'The disk is nearly full. Free some space; what was recorded is safe.',
  },
  configuration: {
    id: 'config.json salah. Perbaiki lalu mulai ulang.',
    en: 'config.json is wrong. Mend it and start again.',
  },
  updating: {
    id: 'Versi baru sedang dicoba. Jangan matikan kiosk; tunggu beberapa menit.',
    en: 'A new version is being tried. Do not switch the kiosk off; wait a few minutes.',
  },
  content: {
    id: 'Paket isi tidak dapat dibaca. Pasang ulang folder resources/content.',
    en: 'The content pack cannot be read. Install the folder resources/content again.',
  },
};

export interface StateParts {
  /** Worst first; null: none. */
  trouble: Trouble | null;
  troubleLine?: TroubleLine | null;
  kioskCode: string | null;
  officeName: string;
  timeZone: string;
  printer: KioskState['printer'];
  link: KioskState['link'];
  clockSuspect: boolean;
  waiting: number;
  isTraining: boolean;
  audio: KioskState['audio'];
  idle: KioskState['idle'];
  extraLanguages: KioskState['extraLanguages'];
  reachPercent: number;
}

/** Puts the parts together. A full disk and a missing enrolment leave the information pages open; the rest closes all. */
export function kioskStateOf(parts: StateParts): KioskState {
  const { trouble, troubleLine, ...rest } = parts;
  return {
    ...rest,
    mode: modeOf(trouble),
    trouble,
    troubleLine: trouble === null ? null : (troubleLine ?? LINES[trouble]),
  };
}

function modeOf(trouble: Trouble | null): KioskState['mode'] {
  if (trouble === null) return 'ready';
  return trouble === 'disk-full' || trouble === 'not-enrolled' ? 'information-only' : 'out-of-service';
}
