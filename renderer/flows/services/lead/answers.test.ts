import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LeadAnswers, mayBeCalled } from '../../../../shared/domain/lead.ts';
import { someFacts } from '../example-content.ts';
import { anyDraft, anyFacts } from '../testing.ts';
import { toAnswers } from './answers.ts';
import { draftFor, type LeadDraft } from './draft.ts';
import {
  isComplete,
  listedSteps,
  nextNeededStep,
  nextStep,
  previousStep,
  STEPS,
  type StepName,
} from './steps.ts';

const agreed = (given: boolean): LeadDraft => ({
  need: 'receive',
  name: 'Siti Contoh',
  phone: '0812-3456-789',
  times: ['morning'],
  consents: [
    { purpose: 'contact-about-request', given, textVersion: 'lead-contact/1', decidedAt: 1 },
    { purpose: 'contact-about-services', given: true, textVersion: 'lead-other-services/1', decidedAt: 1 },
  ],
});

test('whatever was typed, what will be committed follows the schema, and nothing is sent half done', () => {
  fc.assert(
    fc.property(anyDraft, anyFacts, (draft, facts) => {
      const answers = toAnswers(draft, facts);
      expect(answers !== null).toBe(isComplete(draft, facts));
      if (answers) expect(LeadAnswers.parse(answers)).toEqual(answers);
    }),
    { numRuns: 300 },
  );
});

test('a number typed before she said no is not sent, and neither is the question that came after it', () => {
  expect(toAnswers(agreed(true), someFacts)).toMatchObject({ phone: '0812-3456-789', times: ['morning'] });
  const refused = toAnswers(agreed(false), someFacts);
  expect(refused).toMatchObject({ consents: [{ purpose: 'contact-about-request', given: false }] });
  expect(refused && mayBeCalled(refused)).toBe(false);
  expect(JSON.stringify(refused)).not.toMatch(/0812|morning|contact-about-services/);
});

test('refusing everything still gives a whole request', () => {
  expect(toAnswers({ ...agreed(false), country: undefined as never }, someFacts)).not.toBeNull();
});

test('a consent to older words is asked again', () => {
  const older = { ...agreed(true), consents: [{ ...agreed(true).consents?.[0], textVersion: 'older' }] };
  expect(toAnswers(older as LeadDraft, someFacts)).toBeNull();
});

test.each([
  ['0812-3456-789', []],
  ['+62 812 3456 789', []],
  ['628123456789', []],
  ['+852 5294 4184', []],
  ['+6208123456789', ['phone.double-prefix']],
  ['85252944184', ['phone.country-unsure']],
  ['12', ['phone.no-country']],
  ['nol delapan', ['phone.not-digits']],
])('the number "%s" is sent as typed, with its doubts', (phone, doubts) => {
  const answers = toAnswers({ ...agreed(true), phone }, someFacts);
  expect(answers?.phone).toBe(phone);
  expect(answers?.doubts.map(({ code }) => code)).toEqual(doubts);
});

test('another service keeps the person and forgets the consent', () => {
  const kept = { service: 'remittance' as const, draft: { ...agreed(true), country: 'HK' } };
  expect(draftFor('remittance', kept)).toEqual(kept.draft);
  expect(draftFor('pospay', kept)).toEqual({
    name: 'Siti Contoh',
    phone: '0812-3456-789',
    times: ['morning'],
  });
  expect(draftFor('pospay', null)).toEqual({});
});

test('back undoes next at every question, whatever was answered', () => {
  fc.assert(
    fc.property(anyDraft, anyFacts, (draft, facts) => {
      const way: StepName[] = ['need'];
      for (let next = nextStep(draft, facts, 'need'); next; next = nextStep(draft, facts, next))
        way.push(next);
      expect(way).toEqual(listedSteps(draft, facts));
      for (const [at, step] of way.entries())
        expect(previousStep(draft, facts, step)).toBe(way[at - 1] ?? null);
      expect(previousStep(draft, facts, null)).toBe(way.at(-1));
    }),
  );
});

test('when nothing is needed any more, the request is complete', () => {
  fc.assert(
    fc.property(anyDraft, anyFacts, fc.subarray(STEPS.map(({ name }) => name)), (draft, facts, passed) => {
      if (nextNeededStep(draft, facts, passed) === null) expect(isComplete(draft, facts)).toBe(true);
    }),
  );
});
