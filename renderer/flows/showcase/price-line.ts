import type { Product } from '../../../shared/contract/content/showcase.ts';
import type { Language } from '../../../shared/domain/language.ts';
import type { ShowcaseTexts } from '../../texts/showcase.id.ts';
import { formatRupiah } from './rupiah.ts';

/** "Rp45.000 per 250 gram", or from one price to another. */
export function priceLine(
  { price }: Pick<Product, 'price'>,
  words: ShowcaseTexts,
  language: Language,
): string {
  const from = formatRupiah(price.fromRupiah, language);
  const unit = price.unit[language];
  return price.toRupiah === null
    ? words.product.price(from, unit)
    : words.product.priceRange(from, formatRupiah(price.toRupiah, language), unit);
}

/** "Rp45.000 per 250 gram", or "Mulai Rp350.000 per lembar": one line on a plate. */
export function shortPriceLine(
  { price }: Pick<Product, 'price'>,
  words: ShowcaseTexts,
  language: Language,
): string {
  const from = formatRupiah(price.fromRupiah, language);
  const unit = price.unit[language];
  return price.toRupiah === null ? words.product.price(from, unit) : words.product.priceFrom(from, unit);
}
