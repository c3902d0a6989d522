import type { HealthLine } from '../../../shared/contract/desk.ts';
import type { HealthSources } from './sources.ts';
import { counted, line } from './words.ts';

const SYNC_NOW = { id: 'Kirim sekarang untuk mengambil yang baru.', en: 'Sync now to fetch what is new.' };

export function contentLine({ content, refusedDocuments }: HealthSources): HealthLine {
  if (content.from === 'last-good') {
    return line(
      'content',
      'amber',
      'content.last-good',
      {
        id: 'Isi layar memakai salinan lama yang masih baik.',
        en: 'The screens show an older copy that still reads well.',
      },
      SYNC_NOW,
    );
  }
  if (refusedDocuments.length > 0) {
    const kinds = refusedDocuments.join(', ');
    return line(
      'content',
      'amber',
      'content.refused',
      { id: `Kiriman pusat tidak diterima: ${kinds}.`, en: `Not taken from the hub: ${kinds}.` },
      { id: 'Buka versi, lalu laporkan kodenya ke pusat.', en: 'Open versions and report the code.' },
    );
  }
  if (content.isOld) {
    return line(
      'content',
      'amber',
      'content.old',
      {
        id: 'Sebagian isi layar sudah lewat masa berlakunya.',
        en: 'Part of the content is past its date.',
      },
      SYNC_NOW,
    );
  }
  return line('content', 'green', 'content.current', {
    id: 'Isi layar masih berlaku.',
    en: 'Content is in date.',
  });
}

export function staffLine({ staffAccounts }: HealthSources): HealthLine {
  if (!staffAccounts) {
    return line(
      'staff',
      'amber',
      'staff.none',
      { id: 'Belum ada akun petugas di kiosk ini.', en: 'This kiosk has no staff accounts yet.' },
      {
        id: 'Buat akun di pusat, lalu kirim sekarang.',
        en: 'Make accounts at the hub, then sync now.',
      },
    );
  }
  return line('staff', 'green', 'staff.accounts', {
    id: `Ada ${staffAccounts} akun petugas.`,
    en: `There ${staffAccounts === 1 ? 'is' : 'are'} ${counted(staffAccounts, 'staff account')}.`,
  });
}
