import fc from 'fast-check';
import { ServiceKey } from '../../../shared/contract/content/services.ts';
import { SafeTime } from '../../../shared/domain/complaint.ts';
import { LEAD_CONSENTS, LeadNeed } from '../../../shared/domain/lead.ts';
import { someFacts } from './example-content.ts';
import type { LeadDraft, LeadFacts } from './lead/draft.ts';

/** Whatever a keyboard, a scanner or a paste could bring. */
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

const anyOf = <T>(values: readonly T[]) => fc.constantFrom(...values);

/** Any draft at all, also those no visitor could reach. */
export const anyDraft: fc.Arbitrary<LeadDraft> = fc.record(
  {
    need: anyOf(LeadNeed.options),
    country: anyOf(['HK', 'TW', 'MY']),
    name: anyTyped.map((text) => text.slice(0, 120)),
    phone: anyTyped.map((text) => text.slice(0, 40)),
    times: fc.subarray([...SafeTime.options]),
    consents: fc.uniqueArray(
      fc.record({
        purpose: anyOf(LEAD_CONSENTS),
        given: fc.boolean(),
        textVersion: anyOf(['lead-contact/1', 'lead-other-services/1', 'older']),
        decidedAt: fc.constant(1),
      }),
      { selector: (choice) => choice.purpose },
    ),
  },
  { requiredKeys: [] },
);

/** The same words for any of the services. */
export const anyFacts: fc.Arbitrary<LeadFacts> = anyOf(ServiceKey.options).map((service) => ({
  ...someFacts,
  service,
}));
