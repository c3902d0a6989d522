import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ComplaintDraft } from './draft.ts';
import {
  FIRST_STEP,
  isComplete,
  listedSteps,
  nextNeededStep,
  nextStep,
  previousStep,
  progressAt,
  STEPS,
  type StepName,
} from './steps.ts';
import { anyDraft, someFacts } from './testing.ts';

/** The questions asked on the way, from the first to the check page. */
function wayThrough(draft: ComplaintDraft): StepName[] {
  const way: StepName[] = [FIRST_STEP];
  for (let next = nextStep(draft, someFacts, FIRST_STEP); next; next = nextStep(draft, someFacts, next))
    way.push(next);
  return way;
}

test('back undoes next at every question, whatever was answered', () => {
  fc.assert(
    fc.property(anyDraft, (draft) => {
      const way = wayThrough(draft);
      for (const [at, step] of way.entries()) {
        expect(previousStep(draft, someFacts, step)).toBe(way[at - 1] ?? null);
      }
      expect(previousStep(draft, someFacts, null)).toBe(way.at(-1));
    }),
  );
});

test('a question that is asked always makes sense', () => {
  fc.assert(
    fc.property(anyDraft, (draft) => {
      for (const step of STEPS)
        if (step.asks(draft, someFacts)) expect(step.applies(draft, someFacts)).toBe(true);
    }),
  );
});

test('when nothing is needed any more, the complaint is complete', () => {
  fc.assert(
    fc.property(anyDraft, fc.subarray(STEPS.map((step) => step.name)), (draft, passed) => {
      if (nextNeededStep(draft, someFacts, passed) === null) expect(isComplete(draft, someFacts)).toBe(true);
    }),
  );
});

test('the thread never has fewer knots than questions answered', () => {
  fc.assert(
    fc.property(anyDraft, fc.constantFrom(...STEPS.map((step) => step.name)), (draft, at) => {
      const { answered, total } = progressAt(draft, someFacts, at);
      expect(answered).toBeGreaterThanOrEqual(0);
      expect(answered).toBeLessThan(total);
    }),
  );
});

test('three answers after the safety question are enough', () => {
  const draft: ComplaintDraft = {
    inDanger: false,
    subject: 'self',
    situation: 'returned',
    category: 'GAJI',
    depth: 'short',
  };
  expect(wayThrough(draft)).toEqual([
    'danger',
    'subject',
    'situation',
    'category',
    'enough',
    'consent-forward',
  ]);
});

test('a number to call back adds only the questions about calling back', () => {
  const draft: ComplaintDraft = {
    inDanger: false,
    subject: 'self',
    situation: 'returned',
    category: 'GAJI',
    depth: 'contact',
    contactMode: 'confidential',
  };
  expect(wayThrough(draft).slice(5)).toEqual([
    'contact-phone',
    'contact-channel',
    'contact-times',
    'contact-discreet',
    'consent-forward',
    'consent-services',
  ]);
});

test('danger brings help before the next question', () => {
  expect(nextStep({ inDanger: true }, someFacts, 'danger')).toBe('safety');
  expect(nextStep({ inDanger: false }, someFacts, 'danger')).toBe('subject');
});

test('who only informs is not asked for a number', () => {
  const steps = listedSteps({ depth: 'full', contactMode: 'information-only', subject: 'family' }, someFacts);
  expect(steps).toContain('contact-mode');
  expect(steps).not.toContain('contact-phone');
  expect(steps).not.toContain('reporter-name');
});

test('the relation is asked again when the complaint is for somebody else than before', () => {
  const draft: ComplaintDraft = { inDanger: false, subject: 'other', relation: 'spouse' };
  expect(nextNeededStep(draft, someFacts, ['danger', 'subject'])).toBe('relation');
});

test('a category that the new situation does not offer is asked again', () => {
  const draft: ComplaintDraft = {
    inDanger: false,
    subject: 'self',
    situation: 'before-leaving',
    category: 'PULANG',
    depth: 'short',
  };
  expect(nextNeededStep(draft, someFacts, [])).toBe('category');
});

test('without consent texts in the content there is nothing to consent to', () => {
  const facts = { ...someFacts, consentVersions: {} };
  expect(listedSteps({ contactMode: 'confidential' }, facts)).not.toContain('consent-services');
});
