import type { MarkKind } from '../../../../shared/domain/product.ts';
import { marksFor } from '../../../../shared/domain/product-marks.ts';
import type { ShowcaseStep } from '../../../texts/showcase.id.ts';
import type { FormDraft, FormKind, TextStep } from './draft.ts';

export type MarkStep = Extract<ShowcaseStep, `mark-${string}`>;

/** Which number each step asks for. */
export const MARK_OF: Readonly<Record<MarkStep, Exclude<MarkKind, 'not-halal'>>> = {
  'mark-halal': 'halal',
  'mark-p-irt': 'p-irt',
  'mark-bpom-md': 'bpom-md',
  'mark-bpom-na': 'bpom-na',
  'mark-bpom-tr': 'bpom-tr',
  'mark-nib': 'nib',
};

const INTEREST: readonly ShowcaseStep[] = [
  'interest-name',
  'interest-phone',
  'interest-note',
  'consent-call',
];
const PROPOSAL: readonly ShowcaseStep[] = [
  'product-name',
  'category',
  'story',
  'price',
  'unit',
  'ingredients',
  'net-weight',
  'shelf-life',
  'marks',
  ...(Object.keys(MARK_OF) as MarkStep[]),
  'photos',
  'maker-name',
  'regency',
  'village',
  'maker-phone',
  'consent-publish',
];

const ABOUT_FOOD: readonly ShowcaseStep[] = ['ingredients', 'net-weight', 'shelf-life'];
const MAY_BE_EMPTY: readonly ShowcaseStep[] = [
  ...ABOUT_FOOD,
  ...(Object.keys(MARK_OF) as MarkStep[]),
  'interest-note',
  'village',
];

/** The questions of a form, in order, as far as they apply to what was answered. */
export function stepsOf(form: FormKind, draft: FormDraft): ShowcaseStep[] {
  if (form === 'interest') return [...INTEREST];
  return PROPOSAL.filter((step) => applies(step, draft));
}

function applies(step: ShowcaseStep, draft: FormDraft): boolean {
  if (ABOUT_FOOD.includes(step))
    return draft.category === 'food' || draft.category === 'drink' || draft.category === 'cosmetics';
  if (isMarkStep(step)) return claimedMarks(draft).includes(MARK_OF[step]);
  return true;
}

/** The marks that were chosen and that this kind of product can have. */
export function claimedMarks({ category, marks = [] }: FormDraft): MarkKind[] {
  return category === undefined ? [] : marksFor(category).filter((kind) => marks.includes(kind));
}

export function isMarkStep(step: ShowcaseStep): step is MarkStep {
  return step in MARK_OF;
}

export function isTextStep(step: ShowcaseStep): step is TextStep {
  return !['category', 'marks', 'photos', 'consent-call', 'consent-publish'].includes(step);
}

export function isConsentStep(step: ShowcaseStep): boolean {
  return step === 'consent-call' || step === 'consent-publish';
}

/** Whether a question may be passed without an answer. */
export function mayBeEmpty(step: ShowcaseStep): boolean {
  return MAY_BE_EMPTY.includes(step) || step === 'photos';
}
