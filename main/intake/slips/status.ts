import type { CallOutput } from '../../../shared/contract/ipc.ts';
import type { Language } from '../../../shared/domain/language.ts';
import { openingLines, openingTitle } from '../../../shared/domain/opening-lines.ts';
import type { NoteSlip, SlipItem, SlipSection } from '../../../shared/domain/slip.ts';
import type { CaseStatus, TicketStanding } from '../../../shared/domain/ticket-status.ts';
import { unreachable } from '../../../shared/lib/unreachable.ts';
import { momentAt } from '../../printing/receipt/dates.ts';
import { SLIP_TEXTS } from '../../printing/texts.ts';
import { complaintSteps } from './complaint.ts';
import { clip, placeOf, type SlipSource } from './place.ts';

type LookedUp = CallOutput<'ticket.look-up'>;

interface Words {
  number: string;
  news: string;
  recorded: string;
  recordedDetail: string;
  needsPerson: string;
  needsPersonDetail: string;
  received: string;
  receivedDetail(time: string): string;
  case: Record<CaseStatus, string>;
  changed(time: string): string;
  asOf(time: string): string;
  reference(reference: string): string;
  notFollowed: string;
  recordedAt(time: string, office: string): string;
  heard(time: string): string;
  neverHeard: string;
  next: string;
  footLine: string;
}

const WORDS: Record<Language, Words> = {
  id: {
    number: 'Kabar tiket Anda',
    news: 'Yang kami tahu',
    recorded: 'Tersimpan di kios ini, belum terkirim',
    recordedDetail: 'Akan terkirim sendiri begitu kios tersambung. Anda tidak perlu membuat lagi.',
    needsPerson: 'Perlu dibantu petugas',
    needsPersonDetail: 'Tiket Anda aman, tetapi belum bisa terkirim. Tunjukkan kertas ini di loket.',
    received: 'Sudah diterima pusat',
    receivedDetail: (time) => `Diterima ${time}. Belum ada kabar dari petugas.`,
    case: {
      received: 'Petugas sudah menerima',
      checked: 'Petugas sudah memeriksa',
      forwarded: 'Sudah diteruskan',
      closed: 'Sudah selesai',
    },
    changed: (time) => `Diubah petugas ${time}.`,
    asOf: (time) => `Kabar ini benar sampai ${time}.`,
    reference: (reference) => `Nomor di kantor yang menangani: ${reference}`,
    notFollowed: 'Tidak ada kontak di tiket ini, jadi petugas tidak bisa menjawab.',
    recordedAt: (time, office) => `Dicatat ${time} di ${office}.`,
    heard: (time) => `Kabar terakhir dari pusat: ${time}.`,
    neverHeard: 'Kios ini belum pernah tersambung ke pusat.',
    next: 'Selanjutnya',
    footLine:
      'Untuk kabar baru, cek lagi di kios dengan nomor tiket dan nomor rahasia. Nomor rahasia tidak ada di kertas ini.',
  },
  en: {
    number: 'News of your ticket',
    news: 'What we know',
    recorded: 'Kept at this kiosk, not sent yet',
    recordedDetail: 'It is sent by itself when the kiosk is connected. There is no need to do it again.',
    needsPerson: 'Needs help from the staff',
    needsPersonDetail: 'Your ticket is safe, but cannot be sent yet. Show this paper at the counter.',
    received: 'The centre has received it',
    receivedDetail: (time) => `Received ${time}. No news from an officer yet.`,
    case: {
      received: 'An officer has received it',
      checked: 'An officer has checked it',
      forwarded: 'It was passed on',
      closed: 'It is closed',
    },
    changed: (time) => `Changed by an officer ${time}.`,
    asOf: (time) => `This is true up to ${time}.`,
    reference: (reference) => `Number at the office that handles it: ${reference}`,
    notFollowed: 'There is no contact on this ticket, so officers cannot answer.',
    recordedAt: (time, office) => `Recorded ${time} at ${office}.`,
    heard: (time) => `Last news from the centre: ${time}.`,
    neverHeard: 'This kiosk has never been connected to the centre.',
    next: 'What comes next',
    footLine:
      'For newer news, look again at a kiosk with your ticket number and secret number. The secret number is not on this paper.',
  },
};

/**
 * Where a ticket stands, for her bag: what the screen has just told her and when that was true. No secret, no kind, no name; and no QR,
 * because what proves the ticket is on her first slip. Lines follow one another by weight: a tired reader stops after the first.
 */
export function statusSlip(
  source: Pick<SlipSource, 'language' | 'enrolment' | 'content'>,
  found: LookedUp,
  printedAtMs: number,
): NoteSlip {
  const { language, content } = source;
  const words = WORDS[language];
  const place = placeOf(source);
  const tell = (at: number): string => {
    const { date, time } = momentAt(at, place.officeTimeZone, SLIP_TEXTS[language]);
    return `${date}, ${time}`;
  };
  const standing = standingWords(found.standing, words, tell);
  const next = nextSteps(source, found);
  const sections: SlipSection[] = [
    { title: words.news, items: newsOf(found, standing.lines, words, tell) },
    ...(next.length > 0 ? [{ title: words.next, items: next }] : []),
    ...(content.openingHours === undefined
      ? []
      : [
          {
            title: openingTitle(language),
            items: openingLines(content.openingHours, printedAtMs, language).map((text) => ({ text })),
          },
        ]),
  ];
  return {
    kind: 'note',
    ...place,
    heading: standing.title,
    codes: [{ label: words.number, value: found.number }],
    printedAtMs,
    sections,
    footLine: words.footLine,
  };
}

function newsOf(
  found: LookedUp,
  lines: readonly string[],
  words: Words,
  tell: (at: number) => string,
): SlipItem[] {
  const heard = found.heardFromHubAt === null ? words.neverHeard : words.heard(tell(found.heardFromHubAt));
  return [
    ...lines,
    ...(found.isFollowable ? [] : [words.notFollowed]),
    words.recordedAt(tell(found.recordedAt), found.officeName),
    // Of a case it is said already up to when it is true.
    ...(found.standing.standing === 'case' ? [] : [heard]),
  ].map((text) => ({ text: clip(text, 200) }));
}

/** What stands largest, and one sentence each of what is behind it. */
function standingWords(
  standing: TicketStanding,
  words: Words,
  tell: (at: number) => string,
): { title: string; lines: string[] } {
  switch (standing.standing) {
    case 'recorded':
      return { title: words.recorded, lines: [words.recordedDetail] };
    case 'needs-person':
      return { title: words.needsPerson, lines: [words.needsPersonDetail] };
    case 'received':
      return { title: words.received, lines: [words.receivedDetail(tell(standing.receivedAt))] };
    case 'case': {
      const { status, changedAt, asOf, reference } = standing;
      return {
        title: words.case[status],
        lines: [
          words.changed(tell(changedAt)),
          words.asOf(tell(asOf)),
          ...(reference === undefined ? [] : [words.reference(reference)]),
        ],
      };
    }
    default:
      return unreachable(standing);
  }
}

/** Promises of the content pack; of other kinds only where the legal filing is. Nothing for a closed case. */
function nextSteps(
  source: Pick<SlipSource, 'language' | 'enrolment' | 'content'>,
  { kind, recordedAt, isFollowable, isFromElsewhere, standing }: LookedUp,
): SlipItem[] {
  if (standing.standing === 'case' && standing.status === 'closed') return [];
  if (kind === 'complaint') {
    return complaintSteps(source, recordedAt, isFollowable && !isFromElsewhere).map((step) => ({
      ...step,
      text: clip(step.text, 200),
    }));
  }
  const filing = kind === 'registration' ? source.content.registration.filing : null;
  return filing ? [{ text: clip(filing.text[source.language], 200) }] : [];
}
