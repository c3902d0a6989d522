import type { Language } from '../../../shared/domain/language.ts';
import type { ServiceSlip, SlipItem } from '../../../shared/domain/slip.ts';
import type { SubmissionKind } from '../../../shared/domain/submission.ts';
import type { StoredTicket } from '../../db/repositories/tickets.ts';
import { SLIP_TEXTS } from '../../printing/texts.ts';
import { daysOf } from '../retention.ts';
import { openingSections } from './opening.ts';
import { clip, dateAfter, placeOf, type SlipSource, slipHotlines } from './place.ts';
import { registrationWarning } from './registration.ts';

type Opener = Exclude<SubmissionKind, 'follow-up'>;

interface Words {
  heading: Record<Opener, string>;
  next: Record<Exclude<Opener, 'complaint'>, string[]>;
  secret: string;
  onlyOnFirst: string;
  withoutIt: string;
  privacyLine(days: number): string;
}

const WORDS: Record<Language, Words> = {
  id: {
    heading: {
      // Not what it is: large letters are read across a counter, and the first slip has no such head either.
      complaint: 'Tanda terima tiket',
      registration: 'Pra-pendaftaran PMI Mandiri',
      lead: 'Permintaan layanan',
      'product-interest': 'Minat produk',
      'product-proposal': 'Usulan produk',
    },
    next: {
      registration: [
        'Bawa slip ini dengan surat aslinya. Tunjukkan kepada petugas loket.',
        'Daftar surat Anda hanya ada di slip pertama. Tanya petugas loket.',
      ],
      lead: [
        'Tunjukkan slip ini kepada petugas loket.',
        'Jangan tulis PIN atau nomor kiriman uang di slip ini.',
      ],
      'product-interest': ['Petugas meneruskan minat Anda kepada pembuat produk.'],
      'product-proposal': [
        'Petugas memeriksa usulan Anda.',
        'Produk tampil di kios setelah disetujui petugas.',
      ],
    },
    secret: 'Nomor rahasia',
    onlyOnFirst: 'Nomor rahasia hanya ada di slip pertama.',
    withoutIt: 'Petugas tidak tahu nomor itu. Tanpa nomor itu, tanya kabar tiket di loket.',
    privacyLine: (days) => `Data Anda disegel. Di kios ini data dihapus ${days} hari setelah diterima pusat.`,
  },
  en: {
    heading: {
      complaint: 'Receipt of a ticket',
      registration: 'Pre-registration, independent worker',
      lead: 'Request for a service',
      'product-interest': 'Interest in a product',
      'product-proposal': 'Proposal of a product',
    },
    next: {
      registration: [
        'Bring this slip with the original papers. Show them at the counter.',
        'Your list of papers stands only on the first slip. Ask at the counter.',
      ],
      lead: ['Show this slip at the counter.', 'Write no PIN and no transfer number on this slip.'],
      'product-interest': ['Officers pass your interest on to the maker.'],
      'product-proposal': [
        'Officers review your proposal.',
        'The product is shown after an officer approves it.',
      ],
    },
    secret: 'Secret number',
    onlyOnFirst: 'The secret number stands only on the first slip.',
    withoutIt: 'The staff do not know it. Without it, ask at the counter for news of your ticket.',
    privacyLine: (days) =>
      `Your data is sealed. This kiosk erases it ${days} days after the centre has received it.`,
  },
};

/**
 * A second paper of a ticket, from what this kiosk can still read: number, kind, time and what every ticket of its kind is told.
 * Answers are sealed and the secret is only a hash, so neither name nor secret can come back
 * (docs/decisions/0016-copies-without-the-secret.md). It sends her to the counter for news, so it says when that is open from
 * today on. `copiedAt`: kiosk clock, Unix ms.
 */
export function copySlip(
  source: Pick<SlipSource, 'language' | 'enrolment' | 'content'>,
  ticket: Pick<StoredTicket, 'number' | 'qrText' | 'recordedAt' | 'isFollowable'> & { kind: Opener },
  copiedAt: number,
): ServiceSlip {
  const { content, language } = source;
  const words = WORDS[language];
  const { kind } = ticket;
  const next = nextItems(source, ticket);
  const needsHelpLines = kind === 'complaint' || kind === 'registration';
  return {
    kind: 'service',
    ...placeOf(source),
    heading: words.heading[kind],
    ...(kind === 'registration' ? { warning: registrationWarning(content, language) } : {}),
    number: ticket.number,
    qrText: ticket.qrText,
    recordedAtMs: ticket.recordedAt,
    sections: [
      ...(next.length > 0 ? [{ title: SLIP_TEXTS[language].whatHappensNext, items: next }] : []),
      { title: words.secret, items: [{ text: words.onlyOnFirst }, { text: words.withoutIt }] },
      ...openingSections(source, copiedAt),
    ],
    hotlines: needsHelpLines ? slipHotlines(content.hotlines, language) : [],
    privacyLine: words.privacyLine(daysOf(kind, content.retentionDays)),
  };
}

function nextItems(
  { content, language, enrolment }: Pick<SlipSource, 'language' | 'enrolment' | 'content'>,
  ticket: { kind: Opener; recordedAt: number; isFollowable: boolean },
): SlipItem[] {
  if (ticket.kind !== 'complaint') return WORDS[language].next[ticket.kind].map((text) => ({ text }));
  return content.complaintNextSteps
    .filter((step) => ticket.isFollowable || !step.onlyWithContact)
    .slice(0, 24)
    .map((step) => ({
      text: clip(step.text[language], 200),
      ...(step.withinDays === null ? {} : { by: dateAfter(ticket.recordedAt, step.withinDays, enrolment) }),
    }));
}
