import { expect, test } from 'vitest';
import { ServiceKey } from '../contract/content/services.ts';
import { LeadAnswers, LeadNeed, mayBeCalled, NEEDS_OF } from './lead.ts';

const consent = (given: boolean) => ({
  purpose: 'contact-about-request' as const,
  given,
  textVersion: 'lead-contact/1',
  decidedAt: 1,
});
const aLead = (changes: object = {}) => ({
  service: 'remittance',
  need: 'receive',
  name: 'Siti Contoh',
  country: 'HK',
  phone: '0812-3456-789',
  times: ['morning'],
  consents: [consent(true)],
  doubts: [],
  ...changes,
});
const isTaken = (changes: object) => LeadAnswers.safeParse(aLead(changes)).success;

test('a whole request is taken', () => {
  expect(LeadAnswers.parse(aLead())).toEqual(aLead());
});

test('a number without the consent to be called is refused', () => {
  expect(isTaken({ consents: [consent(false)] })).toBe(false);
  expect(isTaken({ consents: [] })).toBe(false);
  expect(isTaken({ consents: [{ ...consent(true), purpose: 'contact-about-services' }] })).toBe(false);
  expect(isTaken({ phone: undefined, times: undefined, consents: [consent(false)] })).toBe(true);
});

test('a time to call needs a number', () => {
  expect(isTaken({ phone: undefined })).toBe(false);
});

test('each service takes its own needs, and only a remittance has a country', () => {
  for (const service of ServiceKey.options) {
    for (const need of LeadNeed.options) {
      expect(isTaken({ service, need, country: undefined })).toBe(NEEDS_OF[service].includes(need));
    }
    expect(isTaken({ service, need: 'ask' })).toBe(service === 'remittance');
  }
});

test('there is no field for what is as good as cash', () => {
  for (const field of ['mtcn', 'pin', 'account', 'photo', 'nik'])
    expect(isTaken({ [field]: '1' })).toBe(false);
});

test('a name that is only blanks is none', () => {
  expect(isTaken({ name: ' \u0000 ' })).toBe(false);
});

test('only who left a number may be called', () => {
  expect(mayBeCalled({ phone: '1' })).toBe(true);
  expect(mayBeCalled({})).toBe(false);
});
