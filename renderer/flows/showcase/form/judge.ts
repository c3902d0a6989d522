import type { Doubt } from '../../../../shared/domain/complaint.ts';
import { doubtsOfName } from '../../../../shared/domain/name.ts';
import { readPhone } from '../../../../shared/domain/phone.ts';
import { PRODUCT_LIMITS } from '../../../../shared/domain/product.ts';
import { doubtsOfMark, healthClaimsIn } from '../../../../shared/domain/product-marks.ts';
import { cleanText } from '../../../../shared/lib/clean-text.ts';
import type { ShowcaseDoubt, ShowcaseStep, ShowcaseTexts } from '../../../texts/showcase.id.ts';
import type { FormDraft, FormFacts, TextStep } from './draft.ts';
import { isConsentStep, isMarkStep, isTextStep, MARK_OF, mayBeEmpty } from './steps.ts';

export type Fault = keyof ShowcaseTexts['form']['faults'];

const LIMITS: Record<TextStep, number> = {
  'interest-name': PRODUCT_LIMITS.name,
  'interest-phone': PRODUCT_LIMITS.phone,
  'interest-note': PRODUCT_LIMITS.note,
  'product-name': PRODUCT_LIMITS.productName,
  story: PRODUCT_LIMITS.story,
  price: PRODUCT_LIMITS.price,
  unit: PRODUCT_LIMITS.unit,
  ingredients: PRODUCT_LIMITS.ingredients,
  'net-weight': PRODUCT_LIMITS.netWeight,
  'shelf-life': PRODUCT_LIMITS.shelfLife,
  'mark-halal': PRODUCT_LIMITS.markNumber,
  'mark-p-irt': PRODUCT_LIMITS.markNumber,
  'mark-bpom-md': PRODUCT_LIMITS.markNumber,
  'mark-bpom-na': PRODUCT_LIMITS.markNumber,
  'mark-bpom-tr': PRODUCT_LIMITS.markNumber,
  'mark-nib': PRODUCT_LIMITS.markNumber,
  'maker-name': PRODUCT_LIMITS.name,
  regency: PRODUCT_LIMITS.regency,
  village: PRODUCT_LIMITS.village,
  'maker-phone': PRODUCT_LIMITS.phone,
};

/** The longest text a question takes, in UTF-16 units as the schema counts them. */
export function longestText(step: TextStep): number {
  return LIMITS[step];
}

/** The text as it is kept: empty when only blanks or control characters were typed. */
export function keptText(step: TextStep, { texts }: FormDraft): string {
  return cleanText(texts[step] ?? '');
}

/** Rupiah as typed: `25000`, `25.000`, `Rp 25.000,-`. Null: no whole number above nothing. */
export function readPrice(typed: string): number | null {
  const plain = typed
    .replace(/^\s*rp\.?/i, '')
    .replace(/,(-|00)?\s*$/, '')
    .replace(/[\s.]/g, '');
  const rupiah = /^\d{1,9}$/.test(plain) ? Number(plain) : 0;
  return rupiah > 0 ? rupiah : null;
}

/** Why this question cannot be left as it stands. */
export function faultAt(step: ShowcaseStep, draft: FormDraft, facts: FormFacts): Fault | null {
  if (isConsentStep(step)) return choiceOf(draft, facts) ? null : 'choose';
  if (step === 'category') return draft.category === undefined ? 'choose' : null;
  if (step === 'marks') return draft.marks === undefined ? 'choose' : null;
  if (!isTextStep(step)) return null;
  const text = keptText(step, draft);
  if (text === '') return mayBeEmpty(step) ? null : step === 'price' ? 'price' : 'missing';
  return step === 'price' && readPrice(text) === null ? 'price' : null;
}

/** Her decision about exactly these words; one about older words counts for nothing. */
export function choiceOf({ consent }: FormDraft, facts: FormFacts): FormDraft['consent'] {
  return consent?.purpose === facts.consent.purpose && consent.textVersion === facts.consent.version
    ? consent
    : undefined;
}

interface FieldDoubt extends Doubt {
  code: ShowcaseDoubt;
}

/** A price outside of these is usual for nothing that is sold in a village. Rupiah. */
const USUAL_PRICE = { least: 500, most: 20_000_000 };

/** What looks unusual in an answer. It never blocks; the reviewer reads it too. An empty answer raises none. */
export function doubtsAt(step: ShowcaseStep, draft: FormDraft): FieldDoubt[] {
  if (!isTextStep(step)) return [];
  const text = keptText(step, draft);
  return text === '' ? [] : judge(step, text, draft).map((code) => ({ field: step, code }));
}

function judge(step: TextStep, text: string, draft: FormDraft): ShowcaseDoubt[] {
  if (isMarkStep(step)) return doubtsOfMark(MARK_OF[step], text, saidOf(draft));
  switch (step) {
    case 'interest-name':
    case 'maker-name':
      return doubtsOfName(text);
    case 'interest-phone':
    case 'maker-phone':
      return readPhone(text).doubts;
    case 'price': {
      const rupiah = readPrice(text) ?? 0;
      return rupiah < USUAL_PRICE.least || rupiah > USUAL_PRICE.most ? ['price.unusual'] : [];
    }
    case 'product-name':
    case 'story':
      return healthClaimsIn(text).length > 0 ? ['story.health-claim'] : [];
    default:
      return [];
  }
}

/** Name, story and ingredients: what tells which food it is. */
function saidOf(draft: FormDraft): string {
  return (['product-name', 'story', 'ingredients'] as const).map((step) => keptText(step, draft)).join(' ');
}
