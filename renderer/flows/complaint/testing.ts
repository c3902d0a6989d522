import fc from 'fast-check';
import {
  AccusedKind,
  ComplaintCategory,
  ConsentPurpose,
  ProceduralStatus,
  Relation,
  SafeTime,
  Situation,
  Subject,
  WantedResult,
} from '../../../shared/domain/complaint.ts';
import { kioskCodeOf, ticketNumberOf } from '../../../shared/domain/ticket.ts';
import type { ComplaintInput, Ticket } from './complaint.machine.ts';
import type { ComplaintDraft, ComplaintFacts } from './draft.ts';
import { longestText, type TextFieldName } from './faults.ts';

/** Builders for the tests of this flow. Every person and number in them is made up. */
export const someFacts: ComplaintFacts = {
  today: Date.UTC(2026, 5, 1, 3),
  consentVersions: { 'forward-to-ministry': 'forward-1', 'contact-about-services': 'services-1' },
};

export const someInput: ComplaintInput = {
  submissionId: '01980000-0000-7000-8000-000000000001',
  facts: someFacts,
  now: () => someFacts.today,
};

export const someTicket: Ticket = {
  number: ticketNumberOf(kioskCodeOf(7), 42),
  secret: '042917',
  qrText: 'EXAMPLE:QR',
  recordedAt: someFacts.today,
  slipId: '00000000-0000-4000-8000-000000000001',
};

/** Whatever a keyboard, a scanner or a paste could bring, up to 10,000 characters. */
export const anyTyped: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: 'grapheme' }) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary' }) },
  fc.constantFrom(
    '',
    ' ',
    '\n',
    '😢',
    '\ud83d',
    '\u202eterbalik',
    'راتب',
    '\u0000\u001b',
    'a'.repeat(10_000),
  ),
);

/** A text that its field takes. */
const anyTextFor = (field: TextFieldName) => anyTyped.map((text) => text.slice(0, longestText(field)));

const anyOf = <T>(values: readonly T[]) => fc.constantFrom(...values);
const anySome = <T>(values: readonly T[]) => fc.subarray([...values]);
const part = fc.option(fc.integer({ min: -1, max: 40 }), { nil: undefined });

/** Any draft at all, also those no visitor could reach. */
export const anyDraft: fc.Arbitrary<ComplaintDraft> = fc.record(
  {
    inDanger: fc.boolean(),
    subject: anyOf(Subject.options),
    relation: anyOf(Relation.options),
    situation: anyOf(Situation.options),
    category: anyOf(ComplaintCategory.options),
    depth: anyOf(['short', 'contact', 'full'] as const),
    country: anyOf(['HK', 'TW', 'MY']),
    city: anyTextFor('city'),
    accusedKind: anyOf(AccusedKind.options),
    accusedName: anyTextFor('accusedName'),
    accusedAddress: anyTextFor('accusedAddress'),
    accusedPhone: anyTextFor('accusedPhone'),
    story: anyTextFor('story'),
    since: fc.record({
      year: fc.option(fc.integer({ min: 1900, max: 2300 }), { nil: undefined }),
      month: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }),
      day: part,
    }),
    wanted: anySome(WantedResult.options),
    procedural: anyOf(ProceduralStatus.options),
    workerName: anyTextFor('workerName'),
    workerNik: anyTextFor('workerNik'),
    workerPassport: anyTextFor('workerPassport'),
    contactMode: anyOf(['confidential', 'information-only'] as const),
    reporterName: anyTextFor('reporterName'),
    contactPhone: anyTextFor('contactPhone'),
    contactChannel: anyOf(['call', 'whatsapp', 'message'] as const),
    contactTimes: anySome(SafeTime.options),
    contactDiscreet: fc.boolean(),
    consents: fc.uniqueArray(
      fc.record({
        purpose: anyOf(ConsentPurpose.options),
        given: fc.boolean(),
        textVersion: anyOf(['forward-1', 'services-1', 'older']),
        decidedAt: fc.constant(someFacts.today),
      }),
      { selector: (choice) => choice.purpose },
    ),
  },
  { requiredKeys: [] },
);
