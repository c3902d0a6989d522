import type { Language } from '../../../shared/domain/language.ts';
import { maskName } from '../../../shared/domain/name.ts';
import type { ProductInterestAnswers } from '../../../shared/domain/product.ts';
import type { ServiceSlip } from '../../../shared/domain/slip.ts';
import { clip, placeOf, type SlipSource, ticketOf } from './place.ts';

interface Words {
  heading: string;
  product: string;
  by(maker: string): string;
  next: string;
  passedOn: string;
  privacyLine(days: number): string;
}

const WORDS: Record<Language, Words> = {
  id: {
    heading: 'Minat produk',
    product: 'Produk',
    by: (maker) => `Dibuat oleh ${maker}`,
    next: 'Selanjutnya',
    passedOn: 'Petugas meneruskan minat Anda kepada pembuat produk.',
    privacyLine: (days) => `Data Anda disegel. Di kios ini data dihapus ${days} hari setelah diterima pusat.`,
  },
  en: {
    heading: 'Interest in a product',
    product: 'Product',
    by: (maker) => `Made by ${maker}`,
    next: 'What comes next',
    passedOn: 'Officers pass your interest on to the maker.',
    privacyLine: (days) =>
      `Your data is sealed. This kiosk erases it ${days} days after the centre has received it.`,
  },
};

/** Which product and a masked name; never a phone number. */
export function productInterestSlip(source: SlipSource, answers: ProductInterestAnswers): ServiceSlip {
  const { content, language } = source;
  const words = WORDS[language];
  const product = content.showcase.products.find(({ id }) => id === answers.productId);
  return {
    kind: 'service',
    ...placeOf(source),
    ...ticketOf(source),
    heading: words.heading,
    maskedName: maskName(answers.name),
    sections: [
      ...(product
        ? [
            {
              title: words.product,
              items: [{ text: clip(product.name, 200), detail: clip(words.by(product.maker.name), 300) }],
            },
          ]
        : []),
      { title: words.next, items: [{ text: words.passedOn }] },
    ],
    hotlines: [],
    privacyLine: words.privacyLine(content.retentionDays.product),
  };
}
