import type { RemittanceRate } from '../../../shared/contract/content/services.ts';
import type { Language } from '../../../shared/domain/language.ts';
import { Decimal, productRoundedDown } from '../../../shared/lib/decimal.ts';
import { failed, type Result, succeeded } from '../../../shared/lib/result.ts';

export type AmountFault = 'amount-missing' | 'amount-unclear' | 'amount-too-large';

/** Room enough for a year's wage in any currency; more is a slip of the finger. */
const MOST_DIGITS = 9;

/**
 * An amount as people write it: `1500`, `1.500`, `1,500.50`. One sign with three digits after it groups thousands; with
 * one or two it is the decimal point, in either country's way. What can be read in two ways is not guessed at.
 */
export function readAmount(typed: string): Result<Decimal, AmountFault> {
  const plain = typed.replace(/\s/g, '');
  if (/^0*([.,]0*)?$/.test(plain)) return failed({ code: 'amount-missing' });
  const read = /^(\d+|\d{1,3}(?:\.\d{3})+|\d{1,3}(?:,\d{3})+)(?:([.,])(\d{1,2}))?$/.exec(plain);
  if (!read) return failed({ code: 'amount-unclear' });
  const [, grouped = '', point, fraction] = read;
  if (point && grouped.includes(point)) return failed({ code: 'amount-unclear' });
  const whole = grouped.replace(/[.,]/g, '').replace(/^0+(?=\d)/, '');
  if (whole.length > MOST_DIGITS) return failed({ code: 'amount-too-large' });
  const amount = Decimal.safeParse(fraction === undefined ? whole : `${whole}.${fraction}`);
  return amount.success ? succeeded(amount.data) : failed({ code: 'amount-missing' });
}

/** Whole rupiah, rounded down: an estimate never says more than the rate gives. The fee is told beside it. */
export function estimateRupiah(amount: Decimal, rate: Pick<RemittanceRate, 'rupiahPerUnit'>): bigint {
  return productRoundedDown(amount, rate.rupiahPerUnit);
}

/** `Rp3.062.250`, in English `Rp3,062,250`. */
export function formatRupiah(rupiah: bigint | number | Decimal, language: Language): string {
  return `Rp${formatDecimal(String(rupiah), language)}`;
}

/** `1.500,5 HKD`, in English `1,500.5 HKD`. */
export function formatForeign(amount: Decimal, currency: string, language: Language): string {
  return `${formatDecimal(amount, language)} ${currency}`;
}

/** Grouped in thousands, digit for digit: no number type touches it. */
export function formatDecimal(decimal: string, language: Language): string {
  const [thousands, point] = language === 'id' ? ['.', ','] : [',', '.'];
  const [whole = '', fraction] = decimal.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, thousands);
  return fraction === undefined ? grouped : `${grouped}${point}${fraction}`;
}
