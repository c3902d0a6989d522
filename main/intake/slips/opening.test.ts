import { expect, test } from 'vitest';
import type { Language } from '../../../shared/domain/language.ts';
import type { OpeningHours } from '../../../shared/domain/opening-hours.ts';
import { SlipFacts } from '../../../shared/domain/slip.ts';
import type { SubmissionBody } from '../../../shared/domain/submission-body.ts';
import { ticketNumberOf } from '../../../shared/domain/ticket.ts';
import { layOut } from '../../printing/receipt/lay-out.ts';
import { aProfile } from '../../printing/testing.ts';
import { EXAMPLE_KIOSK_CODE, exampleContent } from '../testing.ts';
import { slipOf } from './index.ts';

const MORNING = { opens: '08:00', closes: '12:00' };
const openingHours: OpeningHours = {
  timeZone: 'Asia/Jakarta',
  week: {
    mon: [MORNING],
    tue: [MORNING],
    wed: [MORNING],
    thu: [MORNING],
    fri: [MORNING],
    sat: [],
    sun: [],
  },
  exceptions: [{ date: '2026-11-26', hours: [], reason: 'holiday' }],
};

const shared = { consents: [], doubts: [] };
const proposal = {
  name: 'Keripik contoh',
  category: 'food' as const,
  photos: [],
  makerName: 'Siti Contoh',
  phone: '0800-0000-1234',
  ...shared,
};

/** Tickets that send somebody to the counter. */
const SENT: SubmissionBody[] = [
  { kind: 'complaint', answers: { subject: 'self', situation: 'abroad', category: 'GAJI', ...shared } },
  {
    kind: 'registration',
    answers: { scheme: 'new', person: { name: 'Siti Contoh' }, listVersion: null, documents: {}, ...shared },
  },
  { kind: 'lead', answers: { service: 'giropos', need: 'start', name: 'Siti Contoh', ...shared } },
  { kind: 'product-proposal', answers: proposal },
];
const INTEREST: SubmissionBody = {
  kind: 'product-interest',
  answers: { productId: 'no-such-product', name: 'Siti Contoh', phone: '0800-0000-1234', ...shared },
};

/** What stands on the paper, line by line. */
function paperOf(body: SubmissionBody, said: OpeningHours | null, language: Language): string {
  const facts = SlipFacts.parse(
    slipOf(
      {
        ticket: {
          number: ticketNumberOf(EXAMPLE_KIOSK_CODE, 7),
          secret: '042917',
          qrText: 'EXAMPLE:QR',
          recordedAt: Date.parse('2026-11-23T03:00:00Z'),
          slipId: '00000000-0000-4000-8000-000000000001',
        },
        language,
        enrolment: {
          kioskId: '00000000-0000-4000-8000-000000000002',
          kioskCode: EXAMPLE_KIOSK_CODE,
          office: { name: 'Kantor Pos Contoh', timeZone: 'Asia/Jakarta' },
          sealingRecipients: ['age1example'],
          epoch: '00000000-0000-4000-8000-000000000003',
        },
        content: { ...exampleContent, ...(said === null ? {} : { openingHours: said }) },
      },
      body,
    ),
  );
  return layOut({ facts, copy: 0, mark: 'K7M2' }, aProfile('epson-80'))
    .map((line) => (line.kind === 'text' ? line.runs.map(({ text }) => text).join('') : ''))
    .join('\n');
}

test.each(SENT)('the paper of a $kind says when the counter is open and which day it is not', (body) => {
  const paper = paperOf(body, openingHours, 'id');
  expect(paper).toContain('Jam buka loket');
  expect(paper).toContain('Senin sampai Jumat: 08.00-12.00');
  expect(paper).toContain('Kamis 26-11-2026: tutup');
  expect(paperOf(body, openingHours, 'en')).toContain('The counter is open');
});

test.each(SENT)('where nobody said the hours, the paper of a $kind names none', (body) => {
  expect(paperOf(body, null, 'id')).not.toContain('Jam buka');
});

test('no hours stand on paper that sends nobody to the counter', () => {
  expect(paperOf(INTEREST, openingHours, 'id')).not.toContain('Jam buka');
  const takenIn: SubmissionBody = {
    kind: 'product-proposal',
    answers: {
      ...proposal,
      counter: { staffNumber: '1001', signedSheet: '0'.repeat(64), sheetVersion: 'example/1' },
    },
  };
  expect(paperOf(takenIn, openingHours, 'id')).not.toContain('Jam buka');
});
