import type { Language } from '../../../shared/domain/language.ts';
import type { NoteSlip } from '../../../shared/domain/slip.ts';
import type { TicketSecret } from '../../../shared/domain/ticket.ts';
import { placeOf, type SlipSource } from './place.ts';

interface Words {
  heading: string;
  code: string;
  secret: string;
  goOn: string;
  here: string;
  lost: string;
  footLine: string;
}

const WORDS: Record<Language, Words> = {
  id: {
    heading: 'Simpanan pra-pendaftaran',
    code: 'Kode simpanan',
    secret: 'Nomor rahasia',
    goOn: 'Untuk melanjutkan',
    here: 'Hanya di kios ini, dengan kode dan nomor rahasia di atas.',
    lost: 'Setelah tanggal itu simpanan dihapus.',
    footLine: 'Simpan slip ini. Tanpa slip ini simpanan tidak bisa dibuka, juga oleh petugas.',
  },
  en: {
    heading: 'Saved pre-registration',
    code: 'Code',
    secret: 'Secret number',
    goOn: 'To continue',
    here: 'Only at this kiosk, with the code and the secret number above.',
    lost: 'After that day what you saved is erased.',
    footLine: 'Keep this slip. Without it nobody can open what you saved, not even the staff.',
  },
};

/** The only place in the world that has code and secret. Not a word of what was saved. */
export function draftSlip(
  source: Pick<SlipSource, 'language' | 'enrolment' | 'content'>,
  draft: { code: string; secret: TicketSecret; savedAt: number; lastDay: string },
): NoteSlip {
  const words = WORDS[source.language];
  return {
    kind: 'note',
    ...placeOf(source),
    heading: words.heading,
    codes: [
      { label: words.code, value: draft.code },
      { label: words.secret, value: `${draft.secret.slice(0, 3)} ${draft.secret.slice(3)}` },
    ],
    printedAtMs: draft.savedAt,
    sections: [{ title: words.goOn, items: [{ text: words.here, by: draft.lastDay }, { text: words.lost }] }],
    footLine: words.footLine,
  };
}
