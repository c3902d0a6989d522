import type { Texts } from './id.ts';
import type { PartialTexts } from './partial.ts';

/** No native speaker has read these labels yet. Off by default; the language screen says so where they are offered. */
export const review = 'unreviewed';

/** Sundanese in a neutral polite register, for navigation and short labels; every other text stays Indonesian. */
export const su: PartialTexts<Texts> = {
  languageName: 'Basa Sunda',
  common: {
    back: 'Balik deui',
    next: 'Teraskeun',
    close: 'Tutup',
    doNotRemember: 'Henteu émut',
    previousPage: 'Saméméhna',
    nextPage: 'Salajengna',
    pageOf: (page, pages) => `Kaca ${page} tina ${pages}`,
    rowsOf: (from, to, total) => `${from}–${to} tina ${total}`,
    tryAgain: 'Cobian deui',
    readAll: 'Maca sadayana',
  },
  corner: {
    callStaff: 'Saur petugas',
    emergency: 'Nomer darurat',
    leave: 'Kaluar',
  },
  thread: {
    loading: 'Antosan sakedap',
  },
  date: {
    year: 'Taun',
    month: 'Bulan',
    day: 'Tanggal',
    months: [
      'Januari',
      'Pébruari',
      'Maret',
      'April',
      'Méi',
      'Juni',
      'Juli',
      'Agustus',
      'Séptémber',
      'Oktober',
      'Nopémber',
      'Désémber',
    ],
  },
  language: {
    greeting: 'Wilujeng sumping',
  },
  home: {
    changeLanguage: 'Gentos basa',
  },
  thankYou: {
    title: 'Hatur nuhun.',
    finish: 'Réngsé',
  },
  lookUp: {
    finish: 'Réngsé',
  },
};
