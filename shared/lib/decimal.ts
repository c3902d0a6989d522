import { z } from 'zod';

/**
 * Decimal numbers without binary rounding: money and rates are texts of digits with a point, such as `2041.5`, and are
 * counted as whole numbers of a power of ten.
 */
export const Decimal = z
  .string()
  .regex(/^(?!0+(\.0+)?$)\d{1,9}(\.\d{1,6})?$/, 'a positive decimal such as 2041.5, with at most six places');
export type Decimal = z.infer<typeof Decimal>;

interface Scaled {
  digits: bigint;
  /** Digits after the point. */
  places: number;
}

/** The product without its fraction: never more than it truly is. */
export function productRoundedDown(a: Decimal, b: Decimal): bigint {
  const left = scaled(a);
  const right = scaled(b);
  return (left.digits * right.digits) / 10n ** BigInt(left.places + right.places);
}

function scaled(decimal: Decimal): Scaled {
  const [whole = '0', fraction = ''] = decimal.split('.');
  return { digits: BigInt(whole + fraction), places: fraction.length };
}
