import type { Language } from '../../../shared/domain/language.ts';
import { maskName } from '../../../shared/domain/name.ts';
import type { ProductProposalAnswers } from '../../../shared/domain/product.ts';
import type { ServiceSlip } from '../../../shared/domain/slip.ts';
import { openingSections } from './opening.ts';
import { placeOf, type SlipSource, ticketOf } from './place.ts';

interface Words {
  heading: string;
  next: string;
  reviewed: string;
  takenIn: string;
  notBefore: string;
  privacyLine(days: number): string;
}

const WORDS: Record<Language, Words> = {
  id: {
    heading: 'Usulan produk',
    next: 'Selanjutnya',
    reviewed: 'Petugas memeriksa usulan Anda.',
    takenIn: 'Diterima di loket, dengan izin tertulis.',
    notBefore: 'Produk tampil di kios setelah disetujui petugas.',
    privacyLine: (days) =>
      `Data dan foto Anda disegel. Di kios ini data dihapus ${days} hari setelah diterima pusat.`,
  },
  en: {
    heading: 'Proposal of a product',
    next: 'What comes next',
    reviewed: 'Officers review your proposal.',
    takenIn: 'Taken in at the counter, with written permission.',
    notBefore: 'The product is shown after an officer approves it.',
    privacyLine: (days) =>
      `Your data and photos are sealed. This kiosk erases them ${days} days after the centre has received them.`,
  },
};

/** That a proposal was handed in, by a masked name. What is proposed nobody has reviewed, so the paper does not repeat it. */
export function productProposalSlip(source: SlipSource, answers: ProductProposalAnswers): ServiceSlip {
  const { content, language } = source;
  const words = WORDS[language];
  return {
    kind: 'service',
    ...placeOf(source),
    ...ticketOf(source),
    heading: words.heading,
    maskedName: maskName(answers.makerName),
    sections: [
      {
        title: words.next,
        items: [
          ...(answers.counter ? [{ text: words.takenIn }] : []),
          { text: words.reviewed },
          { text: words.notBefore },
        ],
      },
      // Taken in already: nothing sends her back.
      ...(answers.counter ? [] : openingSections(source, source.ticket.recordedAt)),
    ],
    hotlines: [],
    privacyLine: words.privacyLine(content.retentionDays.product),
  };
}
