import type { Texts } from './id.ts';
import type { PartialTexts } from './partial.ts';

/** No native speaker has read these labels yet. Off by default; the language screen says so where they are offered. */
export const review = 'unreviewed';

/** Javanese in krama, for navigation and short labels; every other text stays Indonesian. */
export const jv: PartialTexts<Texts> = {
  languageName: 'Basa Jawa',
  common: {
    back: 'Wangsul',
    next: 'Lajeng',
    close: 'Tutup',
    doNotRemember: 'Mboten kèngetan',
    previousPage: 'Saderengipun',
    nextPage: 'Salajengipun',
    pageOf: (page, pages) => `Kaca ${page} saking ${pages}`,
    rowsOf: (from, to, total) => `${from}–${to} saking ${total}`,
    tryAgain: 'Cobi malih',
    readAll: 'Waos sedaya',
  },
  corner: {
    callStaff: 'Timbali petugas',
    emergency: 'Nomer darurat',
    leave: 'Medal',
  },
  thread: {
    loading: 'Tengga sekedhap',
  },
  date: {
    year: 'Taun',
    month: 'Wulan',
    day: 'Tanggal',
    months: [
      'Januari',
      'Februari',
      'Maret',
      'April',
      'Mei',
      'Juni',
      'Juli',
      'Agustus',
      'September',
      'Oktober',
      'November',
      'Desember',
    ],
  },
  language: {
    greeting: 'Sugeng rawuh',
  },
  home: {
    changeLanguage: 'Gantos basa',
  },
  thankYou: {
    title: 'Matur nuwun.',
    finish: 'Rampung',
  },
  lookUp: {
    finish: 'Rampung',
  },
};
