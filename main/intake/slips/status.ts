import type { CallOutput } from '../../../shared/contract/ipc.ts';
import type { Language } from '../../../shared/domain/language.ts';
import { NEWS_WORDS, type NewsWords, newsOfStanding } from '../../../shared/domain/news-words.ts';
import type { NoteSlip, SlipItem, SlipSection } from '../../../shared/domain/slip.ts';
import { momentAt } from '../../printing/receipt/dates.ts';
import { SLIP_TEXTS } from '../../printing/texts.ts';
import { complaintSteps } from './complaint.ts';
import { openingSections } from './opening.ts';
import { clip, placeOf, type SlipSource } from './place.ts';

type LookedUp = CallOutput<'ticket.look-up'>;

/** What only the paper says; all else is `NEWS_WORDS`. */
const WORDS: Readonly<Record<Language, { news: string; next: string; footLine: string }>> = {
  id: {
    news: 'Kabar tiket Anda',
    next: 'Selanjutnya',
    footLine:
      'Untuk kabar baru, cek lagi di kios dengan nomor tiket dan nomor rahasia. Nomor rahasia tidak ada di kertas ini.',
  },
  en: {
    news: 'News of your ticket',
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
  const { language } = source;
  const words = WORDS[language];
  const said = NEWS_WORDS[language];
  const place = placeOf(source);
  const tell = (at: number): string => {
    const { date, time } = momentAt(at, place.officeTimeZone, SLIP_TEXTS[language]);
    return `${date}, ${time}`;
  };
  const standing = newsOfStanding(found.standing, said, tell);
  const next = nextSteps(source, found);
  const sections: SlipSection[] = [
    { title: words.news, items: newsOf(found, standing.lines, said, tell) },
    ...(next.length > 0 ? [{ title: words.next, items: next }] : []),
    ...openingSections(source, printedAtMs),
  ];
  return {
    kind: 'note',
    ...place,
    heading: standing.title,
    number: found.number,
    codes: [],
    printedAtMs,
    sections,
    footLine: words.footLine,
  };
}

function newsOf(
  found: LookedUp,
  lines: readonly string[],
  words: NewsWords,
  tell: (at: number) => string,
): SlipItem[] {
  const reference = found.standing.standing === 'case' ? found.standing.reference : undefined;
  const heard = found.heardFromHubAt === null ? words.neverHeard : words.heard(tell(found.heardFromHubAt));
  return [
    ...lines,
    ...(reference === undefined ? [] : [`${words.reference}: ${reference}`]),
    ...(found.isFollowable ? [] : [words.notFollowed]),
    words.recordedAt(tell(found.recordedAt), found.officeName),
    // Of a case it is said already up to when it is true.
    ...(found.standing.standing === 'case' ? [] : [heard]),
  ].map((text) => ({ text: clip(text, 200) }));
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
