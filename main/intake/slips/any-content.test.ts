import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { KioskContent } from '../../../shared/contract/content.ts';
import { dateAfterDays } from '../../../shared/domain/office-day.ts';
import {
  type DayHours,
  type OpeningHours,
  Weekday,
  WeekHours,
} from '../../../shared/domain/opening-hours.ts';
import { SlipFacts } from '../../../shared/domain/slip.ts';
import type { SubmissionBody } from '../../../shared/domain/submission-body.ts';
import { ticketNumberOf } from '../../../shared/domain/ticket.ts';
import type { TicketStanding } from '../../../shared/domain/ticket-status.ts';
import { FONT_WIDTH_DOTS } from '../../printing/profile.ts';
import { layOut } from '../../printing/receipt/lay-out.ts';
import { aProfile } from '../../printing/testing.ts';
import { EXAMPLE_KIOSK_CODE, exampleContent } from '../testing.ts';
import { copySlip } from './copy.ts';
import { draftSlip } from './draft.ts';
import { emergencySlip } from './emergency.ts';
import { followUpSlip } from './follow-up.ts';
import { slipOf } from './index.ts';
import type { SlipSource } from './place.ts';
import { statusSlip } from './status.ts';

/** What a signed pack may say: its contract sets no lengths, and a translator knows none of the paper. */
const said = fc.oneof(
  fc.constantFrom(' ', '\u200d', 'Hubungi petugas.'),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
  fc.string({ unit: fc.constantFrom('a', 'é', ' ', '7'), minLength: 1, maxLength: 400 }),
);
const bilingual = fc.record({ id: said, en: said });
const { provenance } = exampleContent.service;
const provenances = fc.constantFrom(provenance, { ...provenance, confidence: 'likely' as const });

/** Every day may be other than the one before: a line for each. */
const daySaid = fc.constantFrom<DayHours>(
  [],
  [{ opens: '08:00', closes: '15:00' }],
  [
    { opens: '08:00', closes: '10:00' },
    { opens: '10:30', closes: '12:00' },
    { opens: '13:00', closes: '16:00' },
  ],
);
const hours: fc.Arbitrary<OpeningHours> = fc
  .record({
    days: fc.array(daySaid, { minLength: 7, maxLength: 7 }),
    others: fc.array(daySaid, { maxLength: 16 }),
  })
  .map(({ days, others }) => ({
    timeZone: 'Asia/Jakarta',
    week: WeekHours.parse(Object.fromEntries(Weekday.options.map((day, i) => [day, days[i]]))),
    exceptions: others.map((day, i) => ({
      date: dateAfterDays('2026-11-22', i),
      hours: day,
      reason: 'other',
    })),
  }));

const content: fc.Arbitrary<KioskContent> = fc
  .record({
    name: fc.oneof(fc.constant(''), said),
    hotlines: fc.array(
      fc.record({ name: bilingual, note: bilingual, number: fc.oneof(fc.constant(''), said) }),
      {
        maxLength: 10,
      },
    ),
    steps: fc.array(fc.record({ text: bilingual, withinDays: fc.constantFrom(null, 30) }), { maxLength: 12 }),
    documents: fc.array(
      fc.record({
        name: bilingual,
        from: fc.option(bilingual, { nil: undefined }),
        needs: fc.array(bilingual, { maxLength: 4 }),
        provenance: provenances,
      }),
      { minLength: 1, maxLength: 20 },
    ),
    isComplete: fc.boolean(),
    filing: fc.option(fc.record({ system: said, text: bilingual, address: said })),
    service: fc.record({
      name: bilingual,
      bring: fc.array(bilingual, { maxLength: 30 }),
      ask: fc.array(bilingual, { maxLength: 6 }),
    }),
    openingHours: fc.option(hours),
  })
  .map(({ name, hotlines, steps, documents, isComplete, filing, service, openingHours }) => ({
    ...exampleContent,
    ...(openingHours === null ? {} : { openingHours }),
    service: { name, provenance },
    hotlines: hotlines.map((hotline, order) => ({
      ...hotline,
      key: `hotline-${order}`,
      kind: 'phone' as const,
      reach: 'anywhere' as const,
      order,
      provenance,
    })),
    complaintNextSteps: steps.map((step, i) => ({
      ...step,
      key: `step-${i}`,
      onlyWithContact: false,
      provenance,
    })),
    registration: {
      ...exampleContent.registration,
      filing: filing && { ...filing, provenance },
      documentLists: [
        {
          scheme: 'new' as const,
          version: 'example/1',
          isComplete,
          provenance,
          documents: documents.map((paper, i) => ({ ...paper, key: `paper-${i}`, what: paper.name })),
        },
      ],
    },
    services: {
      ...exampleContent.services,
      services: [
        {
          key: 'pospay' as const,
          name: service.name,
          lead: service.name,
          points: [],
          bring: service.bring.map((text) => ({ text, provenance })),
          ask: service.ask,
        },
      ],
    },
  }));

/** Without a product: the showcase bounds its own texts. */
const BODIES: readonly SubmissionBody[] = [
  {
    kind: 'complaint',
    answers: { subject: 'self', situation: 'abroad', category: 'GAJI', consents: [], doubts: [] },
  },
  {
    kind: 'registration',
    answers: {
      scheme: 'new',
      person: { name: 'Siti Contoh' },
      listVersion: 'example/1',
      documents: Object.fromEntries(
        Array.from({ length: 20 }, (_, i) => [`paper-${i}`, i % 3 === 0 ? 'unknown' : 'missing']),
      ),
      consents: [],
      doubts: [],
    },
  },
  {
    kind: 'lead',
    answers: { service: 'pospay', need: 'ask', name: 'Siti Contoh', consents: [], doubts: [] },
  },
];

const number = ticketNumberOf(EXAMPLE_KIOSK_CODE, 7);
const qrText = 'EXAMPLE:QR';
const recordedAt = Date.parse('2026-11-22T18:00:00Z');

const LOOKED_UP = {
  number,
  isFollowable: true,
  additions: [],
  recordedAt,
  officeName: 'Kantor Pos Contoh '.repeat(20),
  isFromElsewhere: false,
  heardFromHubAt: recordedAt,
};
const STANDINGS: readonly TicketStanding[] = [
  { standing: 'needs-person' },
  {
    standing: 'case',
    status: 'forwarded',
    reference: 'CONTOH/2026/'.repeat(5),
    changedAt: recordedAt,
    asOf: recordedAt,
  },
];

/** A slip of every sort that says something of the pack. */
function slipsFrom(source: SlipSource): SlipFacts[] {
  const ticket = { number, qrText, recordedAt, isFollowable: true };
  return [
    ...BODIES.map((body) => slipOf(source, body)),
    ...BODIES.map(({ kind }) => copySlip(source, { ...ticket, kind }, ticket.recordedAt)),
    followUpSlip(source, { ...ticket, part: 1, retentionDays: 7 }),
    draftSlip(source, { code: 'K7M2-8Q4X', secret: '042917', savedAt: recordedAt, lastDay: '2026-12-06' }),
    ...STANDINGS.flatMap((standing) =>
      BODIES.map(({ kind }) => statusSlip(source, { ...LOOKED_UP, kind, standing }, recordedAt)),
    ),
    emergencySlip(source.language, source.content, source.enrolment.office.name),
  ];
}

test('whatever a pack says, every slip of it can be printed on the narrowest paper, and no line is wider', () => {
  const profile = aProfile('generic-58');
  fc.assert(
    fc.property(
      content,
      fc.constantFrom('id', 'en'),
      fc.constantFrom('', 'Kantor Pos Contoh'),
      (pack, language, office) => {
        const source: SlipSource = {
          ticket: {
            number,
            secret: '042917',
            qrText,
            recordedAt,
            slipId: '00000000-0000-4000-8000-000000000001',
          },
          language,
          enrolment: {
            kioskId: '00000000-0000-4000-8000-000000000002',
            kioskCode: EXAMPLE_KIOSK_CODE,
            office: { name: office, timeZone: 'Asia/Jakarta' },
            sealingRecipients: ['age1example'],
            epoch: '00000000-0000-4000-8000-000000000003',
          },
          content: pack,
        };
        for (const slip of slipsFrom(source)) {
          const facts = SlipFacts.parse(slip);
          for (const line of layOut({ facts, copy: 0, mark: 'K7M2' }, profile)) {
            if (line.kind !== 'text') continue;
            const columns = line.runs.reduce((sum, run) => sum + run.text.length, 0);
            expect(columns * FONT_WIDTH_DOTS[line.font] * line.width).toBeLessThanOrEqual(profile.dots);
          }
        }
      },
    ),
    { numRuns: 30 },
  );
}, 60_000);
