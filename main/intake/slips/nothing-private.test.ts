import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ServiceKey } from '../../../shared/contract/content/services.ts';
import { ProductCategory } from '../../../shared/contract/content/showcase.ts';
import { CATEGORIES_IN, Situation, Subject } from '../../../shared/domain/complaint.ts';
import { LeadNeed, mayBeCalled } from '../../../shared/domain/lead.ts';
import { maskName } from '../../../shared/domain/name.ts';
import { Scheme } from '../../../shared/domain/registration.ts';
import { SlipFacts } from '../../../shared/domain/slip.ts';
import { isBodyFollowable, SubmissionBody } from '../../../shared/domain/submission-body.ts';
import { exampleContent } from '../testing.ts';
import { slipOf } from './index.ts';
import type { SlipSource } from './place.ts';
import { aSlipSource, exampleHours } from './testing.ts';

/** The hours are said by the office, so they stand on the paper of everybody alike. */
const source = (language: SlipSource['language']): SlipSource =>
  aSlipSource(language, Date.parse('2026-11-22T18:00:00Z'), {
    ...exampleContent,
    openingHours: exampleHours,
  });

/** What somebody may have typed: names, numbers of cards, nonsense in any script. */
const typed = fc.oneof(
  fc.constantFrom('Siti Rahayu Contoh', '3515 1445 0868 0002', '0800-0000-1234', 'saya dipukul'),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const empty = { consents: fc.constant([]), doubts: fc.constant([]) };
const phone = fc.constantFrom('0800-0000-1234', '0800-0000-9876');
const consent = (purpose: string) =>
  fc.boolean().map((given) => [{ purpose, given, textVersion: 'example/1', decidedAt: 1_700_000_000_000 }]);

const bodies: Record<SubmissionBody['kind'], fc.Arbitrary<unknown>> = {
  complaint: fc.constantFrom(...Situation.options).chain((situation) =>
    fc.record({
      subject: fc.constantFrom(...Subject.options),
      situation: fc.constant(situation),
      category: fc.constantFrom(...CATEGORIES_IN[situation]),
      inDanger: maybe(fc.boolean()),
      country: maybe(fc.constantFrom('HK', 'MY')),
      city: maybe(typed),
      accused: maybe(fc.record({ kind: fc.constant('employer'), name: typed, phone: typed })),
      story: maybe(typed),
      worker: maybe(fc.record({ name: typed, nik: typed, passport: typed })),
      reporterName: maybe(typed),
      ...empty,
    }),
  ),
  registration: fc.record({
    scheme: fc.constantFrom(...Scheme.options),
    person: fc.record({ name: typed, nik: maybe(typed) }),
    employer: maybe(fc.record({ name: typed, address: typed, city: typed })),
    job: maybe(fc.record({ position: typed })),
    passport: maybe(fc.record({ has: fc.boolean(), number: typed })),
    listVersion: fc.constant(null),
    documents: fc.constant({}),
    ...empty,
  }),
  lead: fc.record({
    service: fc.constantFrom(...ServiceKey.options),
    need: fc.constantFrom(...LeadNeed.options),
    name: typed,
    country: maybe(fc.constantFrom('HK', 'MY')),
    phone: maybe(phone),
    consents: consent('contact-about-request'),
    doubts: fc.constant([]),
  }),
  'product-interest': fc.record({
    productId: fc.constant('no-such-product'),
    name: typed,
    phone,
    note: maybe(typed),
    ...empty,
  }),
  'product-proposal': fc.record({
    name: typed,
    category: fc.constantFrom(...ProductCategory.options),
    story: maybe(typed),
    makerName: typed,
    village: maybe(typed),
    phone,
    photos: fc.constant([]),
    ...empty,
  }),
};

/** Another person's body that has nothing in common with this one but what may lie on a counter. */
function stranger(body: SubmissionBody): SubmissionBody {
  const { kind, answers } = body;
  switch (kind) {
    case 'complaint':
      return {
        kind,
        answers: {
          subject: 'self',
          situation: 'abroad',
          category: 'GAJI',
          consents: [],
          doubts: [],
          ...(isBodyFollowable(body) ? { contact: answers.contact } : {}),
        },
      };
    case 'registration':
      return {
        kind,
        answers: {
          scheme: answers.scheme,
          person: { name: maskName(answers.person.name) },
          listVersion: answers.listVersion,
          documents: answers.documents,
          consents: [],
          doubts: [],
        },
      };
    case 'lead':
      return {
        kind,
        answers: {
          service: answers.service,
          need: answers.need,
          name: maskName(answers.name),
          ...(mayBeCalled(answers) ? { phone: '1', consents: answers.consents } : { consents: [] }),
          doubts: [],
        },
      };
    case 'product-interest':
      return {
        kind,
        answers: {
          productId: answers.productId,
          name: maskName(answers.name),
          phone: '1',
          consents: [],
          doubts: [],
        },
      };
    case 'product-proposal':
      return {
        kind,
        answers: {
          name: 'x',
          category: 'food',
          makerName: maskName(answers.makerName),
          phone: '1',
          photos: [],
          consents: [],
          doubts: [],
        },
      };
  }
}

test.each(SubmissionBody.options.map(({ shape }) => shape.kind.value))(
  'the paper of a %s tells nobody apart but by what may lie on a counter, whatever was typed',
  (kind) => {
    const body = bodies[kind]
      .map((answers) => SubmissionBody.safeParse({ kind, answers }))
      .filter(({ success }) => success)
      .map(({ data }) => data as SubmissionBody);
    fc.assert(
      fc.property(body, fc.constantFrom('id', 'en'), (hers, language) => {
        const paper = slipOf(source(language), hers);
        expect(paper).toEqual(slipOf(source(language), stranger(hers)));
        expect(SlipFacts.safeParse(paper).success).toBe(true);
      }),
      { numRuns: 150 },
    );
  },
);
