import type { HealthLine, Level, Said } from '../../../shared/contract/desk.ts';
import type { PrinterState } from '../../../shared/contract/kiosk-state.ts';
import type { HealthSources } from './sources.ts';
import { THRESHOLDS } from './thresholds.ts';
import { bytesSaid, CALL_TECHNICIAN, counted, durationSaid, line } from './words.ts';

const PRINTER: Record<PrinterState, { level: Level; said: Said; next: Said | null }> = {
  ready: { level: 'green', said: { id: 'Printer siap.', en: 'The printer is ready.' }, next: null },
  'paper-low': {
    level: 'amber',
    said: { id: 'Kertas printer hampir habis.', en: 'The paper is running low.' },
    next: { id: 'Siapkan gulungan kertas baru.', en: 'Have a new roll at hand.' },
  },
  'out-of-paper': {
    level: 'red',
    said: { id: 'Kertas printer habis.', en: 'The printer is out of paper.' },
    next: { id: 'Pasang gulungan baru, lalu cetak percobaan.', en: 'Put in a new roll, then print a test.' },
  },
  'cover-open': {
    level: 'red',
    said: { id: 'Tutup printer terbuka.', en: 'The cover of the printer is open.' },
    next: { id: 'Tutup sampai berbunyi klik.', en: 'Close it until it clicks.' },
  },
  offline: {
    level: 'red',
    said: { id: 'Printer tidak siap menerima cetakan.', en: 'The printer takes no jobs.' },
    next: {
      id: 'Matikan printer, tunggu 10 detik, nyalakan.',
      en: 'Turn it off, wait 10 seconds, turn it on.',
    },
  },
  unreachable: {
    level: 'red',
    said: { id: 'Printer tidak menjawab.', en: 'The printer does not answer.' },
    next: { id: 'Periksa listrik dan kabel printer.', en: 'Check its power and its cable.' },
  },
  'not-configured': {
    level: 'amber',
    said: { id: 'Printer belum diatur.', en: 'No printer is set up.' },
    next: { id: 'Buka uji printer, lalu atur printer.', en: 'Open the printer test, then set it up.' },
  },
  unknown: {
    level: 'amber',
    said: { id: 'Keadaan printer belum diketahui.', en: 'How the printer is, is not known yet.' },
    next: { id: 'Tunggu sebentar atau cetak percobaan.', en: 'Wait a moment or print a test.' },
  },
};

/** What the printer says of its paper goes before what the kiosk has counted. */
export function printerLine({ printer, papersLeft }: HealthSources): HealthLine {
  const { level, said, next } = PRINTER[printer];
  const lasts = printer === 'ready' || printer === 'unknown' ? papersLeft : null;
  if (lasts === null) return line('printer', level, `printer.${printer}`, said, next);
  if (lasts <= THRESHOLDS.papersLeft.amber) {
    return line(
      'printer',
      'amber',
      'printer.roll-ending',
      {
        id: `Menurut hitungan, kertas cukup untuk kira-kira ${lasts} slip.`,
        en: `By the count there is paper for about ${counted(lasts, 'slip')}.`,
      },
      {
        id: 'Siapkan gulungan baru. Catat bila sudah diganti.',
        en: 'Have a new roll at hand. Note it when it is in.',
      },
    );
  }
  const enough = {
    id: `${said.id} Kertas cukup untuk kira-kira ${lasts} slip.`,
    en: `${said.en} There is paper for about ${lasts} slips.`,
  };
  return line('printer', level, `printer.${printer}`, enough, next);
}

export function diskLine({ disk }: HealthSources): HealthLine {
  const free = disk.freeBytes === null ? '?' : bytesSaid(disk.freeBytes);
  const said = { id: `Ruang simpan tersisa ${free}.`, en: `${free} of room is left.` };
  const next = { id: 'Kosongkan ruang di disk mesin ini.', en: 'Make room on the disk of this machine.' };
  if (disk.isFull) return line('disk', 'red', 'disk.full', said, next);
  const isLow = disk.freeBytes !== null && disk.freeBytes < THRESHOLDS.disk.amberBytes;
  if (isLow || !disk.hasReserve) return line('disk', 'amber', 'disk.low', said, next);
  return line('disk', 'green', 'disk.room', said);
}

export function databaseLine({ database, now }: HealthSources): HealthLine {
  if (database.isSound === false) {
    return line(
      'database',
      'red',
      'database.damaged',
      { id: 'Basis data rusak.', en: 'The database is damaged.' },
      {
        id: 'Ekspor ke flashdisk, lalu nyalakan ulang kiosk.',
        en: 'Export to a stick, then restart the kiosk.',
      },
    );
  }
  const { recoveredAt, salvaged, copiedAgoMs } = database;
  if (recoveredAt !== null && now - recoveredAt < THRESHOLDS.recovery.amberMs) {
    const ago = durationSaid(now - recoveredAt);
    return line(
      'database',
      'amber',
      'database.recovered',
      {
        id: `Basis data diganti ${ago.id} lalu; ${salvaged} data diselamatkan.`,
        en: `The database was replaced ${ago.en} ago; ${counted(salvaged, 'record')} saved.`,
      },
      { id: 'Kirim folder "damaged" ke teknisi pusat.', en: 'Send the folder "damaged" to the hub.' },
    );
  }
  if (copiedAgoMs === null || copiedAgoMs > THRESHOLDS.copy.amberMs) {
    return line(
      'database',
      'amber',
      'database.no-copy',
      { id: 'Tidak ada cadangan yang baru.', en: 'There is no recent copy.' },
      { id: 'Buat cadangan sekarang.', en: 'Make a copy now.' },
    );
  }
  return line('database', 'green', 'database.sound', {
    id: 'Basis data dan cadangannya baik.',
    en: 'The database and its copy are well.',
  });
}

export function appLine({ sync, needsRestart, unlocked }: HealthSources): HealthLine {
  const stuck = sync?.stuckRounds ?? 0;
  if (unlocked.length > 0) {
    const what = unlocked.join(', ');
    return line(
      'app',
      'red',
      'app.not-locked',
      { id: `Mesin ini belum terkunci: ${what}.`, en: `This machine is not locked: ${what}.` },
      { id: 'Jalankan kioskctl doctor.', en: 'Run kioskctl doctor.' },
    );
  }
  if (needsRestart) {
    return line(
      'app',
      'amber',
      'app.restart-needed',
      {
        id: 'Pengaturan baru berlaku setelah nyala ulang.',
        en: 'A new setting holds only after a restart.',
      },
      { id: 'Nyalakan ulang kiosk.', en: 'Restart the kiosk.' },
    );
  }
  if (stuck > 0) {
    return line(
      'app',
      'amber',
      'app.stuck-rounds',
      {
        id: `${stuck} pengiriman macet sejak kiosk menyala.`,
        en: `${counted(stuck, 'round')} got stuck since the start.`,
      },
      CALL_TECHNICIAN,
    );
  }
  return line('app', 'green', 'app.steady', { id: 'Aplikasi berjalan baik.', en: 'The app runs well.' });
}
