import type { SubmissionBody } from '../../../../shared/domain/submission-body.ts';
import { SubmissionBody as Body } from '../../../../shared/domain/submission-body.ts';
import type { FormDraft, FormFacts, TextStep } from './draft.ts';
import { choiceOf, doubtsAt, faultAt, keptText, readPrice } from './judge.ts';
import { claimedMarks, MARK_OF, type MarkStep, stepsOf } from './steps.ts';

/** What will be committed: only what applies, what was left empty left out. Null while something is open. */
export function bodyOf(draft: FormDraft, facts: FormFacts): SubmissionBody | null {
  const steps = stepsOf(facts.form, draft);
  const choice = choiceOf(draft, facts);
  if (!choice || steps.some((step) => faultAt(step, draft, facts) !== null)) return null;
  const doubts = steps.flatMap((step) => doubtsAt(step, draft));
  const text = (step: TextStep) => (steps.includes(step) ? keptText(step, draft) || undefined : undefined);
  const parsed = Body.safeParse(
    facts.form === 'interest'
      ? {
          kind: 'product-interest',
          answers: withoutGaps({
            productId: facts.productId,
            name: text('interest-name'),
            phone: text('interest-phone'),
            note: text('interest-note'),
            consents: [choice],
            doubts,
          }),
        }
      : {
          kind: 'product-proposal',
          answers: withoutGaps({
            name: text('product-name'),
            category: draft.category,
            story: text('story'),
            priceRupiah: readPrice(keptText('price', draft)) ?? undefined,
            unit: text('unit'),
            ingredients: text('ingredients'),
            netWeight: text('net-weight'),
            shelfLife: text('shelf-life'),
            marks: marksOf(draft),
            photos: draft.photos.map(({ id }) => id),
            makerName: text('maker-name'),
            village: text('village'),
            regency: text('regency'),
            phone: text('maker-phone'),
            consents: [choice],
            doubts,
          }),
        },
  );
  return parsed.success ? parsed.data : null;
}

function marksOf(draft: FormDraft) {
  return claimedMarks(draft).map((kind) => {
    const step = (Object.keys(MARK_OF) as MarkStep[]).find((name) => MARK_OF[name] === kind);
    return withoutGaps({ kind, number: step ? keptText(step, draft) || undefined : undefined });
  });
}

function withoutGaps<T extends object>(whole: T): Partial<T> {
  return Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== undefined)) as Partial<T>;
}
