import { unreachable } from '../lib/unreachable.ts';
import type { Language } from './language.ts';
import type { CaseStatus, TicketStanding } from './ticket-status.ts';

/** What is said of a ticket. Times come in as words already. */
export interface NewsWords {
  recorded: string;
  recordedDetail: string;
  needsPerson: string;
  needsPersonDetail: string;
  received: string;
  receivedDetail(time: string): string;
  case: Record<CaseStatus, string>;
  caseChanged(time: string): string;
  asOf(time: string): string;
  /** The head of a number of that office. */
  reference: string;
  recordedAt(time: string, office: string): string;
  heard(time: string): string;
  neverHeard: string;
  notFollowed: string;
}

/** Of screen and paper alike: who compares the paper with what she read must not wonder which of them is true. */
export const NEWS_WORDS: Readonly<Record<Language, NewsWords>> = {
  id: {
    recorded: 'Tersimpan di kios ini, belum terkirim',
    recordedDetail: 'Akan terkirim sendiri begitu tersambung. Anda tidak perlu membuat lagi.',
    needsPerson: 'Perlu dibantu petugas',
    needsPersonDetail:
      'Tiket Anda aman, tetapi belum bisa terkirim. Tunjukkan nomor tiket ini kepada petugas di loket.',
    received: 'Sudah diterima pusat',
    receivedDetail: (time) => `Diterima ${time}. Belum ada kabar dari petugas.`,
    case: {
      received: 'Petugas sudah menerima',
      checked: 'Petugas sudah memeriksa',
      forwarded: 'Sudah diteruskan',
      closed: 'Sudah selesai',
    },
    caseChanged: (time) => `Diubah petugas ${time}.`,
    asOf: (time) => `Kabar ini benar sampai ${time}.`,
    reference: 'Nomor di kantor yang menangani',
    recordedAt: (time, office) => `Dicatat ${time} di ${office}.`,
    heard: (time) => `Kabar terakhir dari pusat: ${time}.`,
    neverHeard: 'Kios ini belum pernah tersambung ke pusat.',
    notFollowed: 'Tiket ini tanpa nomor kontak. Isinya dicatat, tetapi tidak ada kabar lanjutan.',
  },
  en: {
    recorded: 'Kept on this kiosk, not yet sent',
    recordedDetail: 'It is sent by itself once there is a connection. You do not need to make it again.',
    needsPerson: 'The staff must help with this',
    needsPersonDetail:
      'Your ticket is safe but could not be sent yet. Show this ticket number to the staff at the counter.',
    received: 'The centre has received it',
    receivedDetail: (time) => `Received ${time}. There is no news from an officer yet.`,
    case: {
      received: 'An officer has received it',
      checked: 'An officer has checked it',
      forwarded: 'It has been passed on',
      closed: 'It is closed',
    },
    caseChanged: (time) => `Changed by an officer ${time}.`,
    asOf: (time) => `This news is true as of ${time}.`,
    reference: 'Number at the office that has it now',
    recordedAt: (time, office) => `Recorded ${time} at ${office}.`,
    heard: (time) => `Last news from the centre: ${time}.`,
    neverHeard: 'This kiosk has never been connected to the centre.',
    notFollowed: 'This ticket has no contact. It is recorded, but there will be no further news.',
  },
};

/** What a ticket's standing is in one line, and one sentence each of what is behind it, the most important first. */
export function newsOfStanding(
  standing: TicketStanding,
  words: NewsWords,
  /** Unix ms to words. */
  tell: (at: number) => string,
): { title: string; lines: string[] } {
  switch (standing.standing) {
    case 'recorded':
      return { title: words.recorded, lines: [words.recordedDetail] };
    case 'needs-person':
      return { title: words.needsPerson, lines: [words.needsPersonDetail] };
    case 'received':
      return { title: words.received, lines: [words.receivedDetail(tell(standing.receivedAt))] };
    case 'case':
      return {
        title: words.case[standing.status],
        lines: [words.caseChanged(tell(standing.changedAt)), words.asOf(tell(standing.asOf))],
      };
    default:
      return unreachable(standing);
  }
}
