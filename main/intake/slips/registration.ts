import type { DocumentList, RequiredDocument } from '../../../shared/contract/content/registration.ts';
import type { Language } from '../../../shared/domain/language.ts';
import { maskName } from '../../../shared/domain/name.ts';
import type { RegistrationAnswers } from '../../../shared/domain/registration.ts';
import type { ServiceSlip, SlipItem, SlipSection } from '../../../shared/domain/slip.ts';
import { openingSections } from './opening.ts';
import { clip, placeOf, type SlipSource, slipHotlines, ticketOf } from './place.ts';

interface Words {
  heading: string;
  /** `system`: where the legal filing is; null when the pack says nothing that holds today. */
  warning(system: string | null): string;
  missing: string;
  unsure: string;
  complete: { title: string; text: string };
  maybeLonger: string;
  /** No list of this way of going is known. */
  noList: { title: string; text: string };
  /** A paper that the sources do not name for certain. */
  notSure: string;
  from(who: string): string;
  next: string;
  atCounter: string;
  privacyLine(days: number): string;
}

const WORDS: Record<Language, Words> = {
  id: {
    heading: 'Pra-pendaftaran PMI Mandiri',
    warning: (system) =>
      system === null
        ? 'Ini belum pendaftaran resmi.'
        : `Ini belum pendaftaran resmi. Pendaftaran resmi ada di ${system}.`,
    missing: 'Masih kurang',
    unsure: 'Belum pasti',
    complete: { title: 'Surat', text: 'Menurut Anda semua surat di daftar sudah ada.' },
    maybeLonger: 'Daftar ini belum lengkap. Mungkin ada surat lain. Tanya petugas.',
    noList: { title: 'Surat', text: 'Daftar suratnya belum dipastikan. Tanya petugas.' },
    notSure: 'Belum dipastikan. Tanya petugas',
    from: (who) => `Dari: ${who}`,
    next: 'Selanjutnya',
    atCounter: 'Bawa lagi slip ini dengan surat aslinya. Tunjukkan kepada petugas loket.',
    privacyLine: (days) =>
      `Data Anda disegel. Hanya petugas pusat yang bisa membacanya. Di kios ini data dihapus ${days} hari setelah diterima pusat.`,
  },
  en: {
    heading: 'Pre-registration, independent worker',
    warning: (system) =>
      system === null
        ? 'This is not the official registration yet.'
        : `This is not the official registration yet. The official one is in ${system}.`,
    missing: 'Still missing',
    unsure: 'Not sure yet',
    complete: { title: 'Papers', text: 'You said that you have every paper of the list.' },
    maybeLonger: 'This list is not complete. There may be other papers. Ask the staff.',
    noList: { title: 'Papers', text: 'The list of papers is not confirmed. Ask the staff.' },
    notSure: 'Not confirmed. Ask the staff',
    from: (who) => `From: ${who}`,
    next: 'What comes next',
    atCounter: 'Bring this slip again with the original papers. Show them at the counter.',
    privacyLine: (days) =>
      `Your data is sealed. Only officers at the centre can read it. This kiosk erases it ${days} days after the centre has received it.`,
  },
};

/** A list to work through at home and at the counter. Which scheme it is and what she has is not said aloud: only what is left to do. */
export function registrationSlip(source: SlipSource, answers: RegistrationAnswers): ServiceSlip {
  const { content, language } = source;
  const words = WORDS[language];
  const { filing } = content.registration;
  return {
    kind: 'service',
    ...placeOf(source),
    ...ticketOf(source),
    heading: words.heading,
    maskedName: maskName(answers.person.name),
    warning: registrationWarning(content, language),
    sections: [
      ...documentSections(listOf(source, answers), answers, language),
      {
        title: words.next,
        items: [
          { text: words.atCounter },
          ...(filing === null
            ? []
            : [{ text: clip(filing.text[language], 200), detail: clip(filing.address, 300) }]),
        ],
      },
      ...openingSections(source, source.ticket.recordedAt),
    ],
    hotlines: slipHotlines(content.hotlines, language),
    privacyLine: words.privacyLine(content.retentionDays.registration),
  };
}

/** Nobody may take a slip of this kiosk for the legal filing, whichever slip it is. */
export function registrationWarning({ registration }: SlipSource['content'], language: Language): string {
  return clip(WORDS[language].warning(registration.filing?.system ?? null), 200);
}

/** The list she saw. A pack that came in during her visit may have a newer one; its papers have the same keys. */
function listOf({ content }: SlipSource, { scheme }: RegistrationAnswers): DocumentList | null {
  return content.registration.documentLists.find((list) => list.scheme === scheme) ?? null;
}

function documentSections(
  list: DocumentList | null,
  { documents }: RegistrationAnswers,
  language: Language,
): SlipSection[] {
  const words = WORDS[language];
  if (list === null) return [{ title: words.noList.title, items: [{ text: words.noList.text }] }];
  const itemsThat = (state: 'missing' | 'unknown') =>
    list.documents.filter(({ key }) => documents[key] === state).map((paper) => itemOf(paper, language));
  const sections = [
    { title: words.missing, items: itemsThat('missing') },
    { title: words.unsure, items: itemsThat('unknown') },
  ].filter(({ items }) => items.length > 0);
  if (sections.length === 0) {
    sections.push({ title: words.complete.title, items: [{ text: words.complete.text }] });
  }
  if (!list.isComplete) sections.at(-1)?.items.push({ text: words.maybeLonger });
  return sections;
}

/** A paper with a box to tick, who gives it, and what it must carry. */
function itemOf(paper: RequiredDocument, language: Language): SlipItem {
  const words = WORDS[language];
  const details = [
    ...(paper.from ? [words.from(paper.from[language])] : []),
    ...paper.needs.map((need) => need[language]),
    ...(paper.provenance.confidence === 'sure' ? [] : [words.notSure]),
  ].map((text) => text.replace(/[.\s]+$/, ''));
  return {
    text: clip(paper.name[language], 200),
    ...(details.length === 0 ? {} : { detail: clip(`${details.join('. ')}.`, 300) }),
    box: true,
  };
}
