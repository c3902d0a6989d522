import { unreachable } from '../lib/unreachable.ts';
import type { MarkKind } from './product.ts';

/** A mark as a content pack carries it: a claim, who looked at it and when, and its end. Days are `2026-11-22`. */
export interface CarriedMark {
  kind: MarkKind;
  number: string;
  validUntil: string | null;
  verifiedBy: string | null;
  verifiedOn: string | null;
}

/** What may be said about whether a food is halal. `unsure`: the kiosk's clock is in doubt, and with it every end date. */
export type HalalStatement = 'certified' | 'not-halal' | 'not-certified' | 'unsure' | 'says-nothing';

export interface MarksToShow<M> {
  /** Shown as badges. */
  badges: M[];
  halal: HalalStatement;
}

/**
 * Whether a mark may stand as a badge: somebody verified it, and it has not ended. Its last day still counts. A number
 * alone proves nothing, and nobody can have verified it in the future.
 * `today` is null while the clock is in doubt: then only a mark without an end can be shown.
 */
export function isBadge(mark: CarriedMark, today: string | null): boolean {
  if (mark.kind === 'not-halal') return false;
  if (!mark.verifiedBy?.trim() || mark.verifiedOn === null || mark.number.trim() === '') return false;
  if (today === null) return mark.validUntil === null;
  return mark.verifiedOn <= today && (mark.validUntil === null || mark.validUntil >= today);
}

/**
 * The badges of a product, and the one sentence about halal. A maker's own word that a product is not halal weighs more
 * than any certificate beside it. Where food or drink has no certificate that holds today, that is said.
 */
export function marksToShow<M extends CarriedMark>(
  { category, marks }: { category: string; marks: readonly M[] },
  today: string | null,
): MarksToShow<M> {
  const isNotHalal = marks.some(({ kind }) => kind === 'not-halal');
  const badges = marks.filter((mark) => isBadge(mark, today) && !(isNotHalal && mark.kind === 'halal'));
  return { badges, halal: halalOf() };

  function halalOf(): HalalStatement {
    if (isNotHalal) return 'not-halal';
    if (badges.some(({ kind }) => kind === 'halal')) return 'certified';
    if (category !== 'food' && category !== 'drink') return 'says-nothing';
    const mayStillHold = marks.some(
      (mark) => mark.kind === 'halal' && isBadge({ ...mark, validUntil: null }, today),
    );
    return today === null && mayStillHold ? 'unsure' : 'not-certified';
  }
}

/** The marks that can be claimed for a category, the most usual first. */
export function marksFor(category: string): readonly MarkKind[] {
  switch (category) {
    case 'food':
      return ['halal', 'not-halal', 'p-irt', 'bpom-md', 'nib'];
    case 'drink':
      return ['halal', 'not-halal', 'p-irt', 'bpom-md', 'bpom-tr', 'nib'];
    case 'cosmetics':
      return ['halal', 'bpom-na', 'nib'];
    default:
      return ['nib'];
  }
}

export type MarkDoubt =
  | 'p-irt.not-digits'
  | 'p-irt.too-short'
  | 'p-irt.packaging'
  | 'p-irt.wrong-food'
  | 'mark.no-digits';

/** Digits that a P-IRT number has at least, written `P-IRT 1234567890123-45`. */
const P_IRT_DIGITS = 15;
/** First digit: glass, plastic, carton, can, foil, other, composite, double. */
const P_IRT_PACKAGING = /^[1-8]/;

/**
 * What looks unusual in a P-IRT number. Never a refusal: the reviewer asks the register. What the other digits mean is not
 * sure enough to judge anybody by.
 */
export function doubtsOfPirt(typed: string): MarkDoubt[] {
  const plain = typed
    .replace(/^\s*p\s*-?\s*irt\b/i, '')
    .replace(/^\s*(no|nomor)\b\.?/i, '')
    .replace(/[\s.:/-]/g, '');
  if (!/^\d+$/.test(plain)) return ['p-irt.not-digits'];
  if (plain.length < P_IRT_DIGITS) return ['p-irt.too-short'];
  return P_IRT_PACKAGING.test(plain) ? [] : ['p-irt.packaging'];
}

/** Foods that need a permit of the food agency instead: milk, meat, fish, poultry, and what is made of them or frozen. */
const NOT_FOR_PIRT =
  /\b(susu|daging|ikan|ayam|bebek|sapi|kambing|udang|cumi|bakso|sosis|nugget|abon|dendeng|frozen|beku|yoghurt|keju)\b/i;

/** What looks unusual in a claimed mark, given everything said about the product. */
export function doubtsOfMark(kind: MarkKind, number: string, saidOfProduct: string): MarkDoubt[] {
  switch (kind) {
    case 'p-irt':
      return [
        ...doubtsOfPirt(number),
        ...(NOT_FOR_PIRT.test(saidOfProduct) ? (['p-irt.wrong-food'] as const) : []),
      ];
    case 'halal':
    case 'bpom-md':
    case 'bpom-na':
    case 'bpom-tr':
    case 'nib':
      return /\d/.test(number) ? [] : ['mark.no-digits'];
    case 'not-halal':
      return [];
    default:
      return unreachable(kind);
  }
}

/** Words that promise health. A claim such as "menyembuhkan" on a herbal drink is refused in moderation. */
const HEALTH_CLAIM =
  /\b(\w{0,8}(?:s|ny)embuh\w{0,8}|(?:ber|di|peng|meng|ter)?obat(?:i|an|kan|nya)?|khasiat\w*|berkhasiat|penyakit\w*|kanker|tumor|diabetes|kencing manis|kolesterol|darah tinggi|hipertensi|asam urat|jantung|stroke|pelangsing\w*|melangsingkan|cures?|curing|heal(s|ing)?|diseases?|cancer|slimming)\b/gi;

/** The words of a text that promise health, in lower case, each once. */
export function healthClaimsIn(text: string): string[] {
  return [...new Set([...text.matchAll(HEALTH_CLAIM)].map(([word]) => word.toLowerCase()))];
}
