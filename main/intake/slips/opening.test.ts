import { expect, test } from 'vitest';
import type { Language } from '../../../shared/domain/language.ts';
import type { OpeningHours } from '../../../shared/domain/opening-hours.ts';
import { SlipFacts } from '../../../shared/domain/slip.ts';
import type { SubmissionBody } from '../../../shared/domain/submission-body.ts';
import { layOut } from '../../printing/receipt/lay-out.ts';
import { aProfile } from '../../printing/testing.ts';
import { exampleContent } from '../testing.ts';
import { copySlip } from './copy.ts';
import { slipOf } from './index.ts';
import { aSlipSource, exampleHours } from './testing.ts';

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

const sourceOf = (said: OpeningHours | null, language: Language, at = '2026-11-23T03:00:00Z') =>
  aSlipSource(language, Date.parse(at), {
    ...exampleContent,
    ...(said === null ? {} : { openingHours: said }),
  });

function paperOf(body: SubmissionBody, said: OpeningHours | null, language: Language): string {
  return wordsOn(slipOf(sourceOf(said, language), body), 0);
}

/** What stands on the paper, line by line. */
function wordsOn(facts: SlipFacts, copy: number): string {
  return layOut({ facts: SlipFacts.parse(facts), copy, mark: 'K7M2' }, aProfile('epson-80'))
    .map((line) => (line.kind === 'text' ? line.runs.map(({ text }) => text).join('') : ''))
    .join('\n');
}

test.each(SENT)('the paper of a $kind says when the counter is open and which day it is not', (body) => {
  const paper = paperOf(body, exampleHours, 'id');
  expect(paper).toContain('Jam buka loket');
  expect(paper).toContain('Senin sampai Jumat: 08.00-12.00');
  expect(paper).toContain('Kamis 26-11-2026: tutup');
  expect(paperOf(body, exampleHours, 'en')).toContain('The counter is open');
});

test.each(SENT)('where nobody said the hours, the paper of a $kind names none', (body) => {
  expect(paperOf(body, null, 'id')).not.toContain('Jam buka');
});

test.each([...SENT, INTEREST])(
  'a copy of a $kind, which sends to the counter for news, says its hours from that day on',
  (body) => {
    const source = sourceOf(exampleHours, 'id', '2026-11-01T03:00:00Z');
    const ticket = { ...source.ticket, kind: body.kind, isFollowable: true };
    const copy = (said: typeof source) =>
      wordsOn(copySlip(said, ticket, Date.parse('2026-11-23T03:00:00Z')), 1);
    expect(copy(source)).toContain('Senin sampai Jumat: 08.00-12.00');
    expect(wordsOn(slipOf(source, body), 0)).not.toContain('26-11-2026: tutup');
    expect(copy(source)).toContain('Kamis 26-11-2026: tutup');
    expect(copy(sourceOf(null, 'id'))).not.toContain('Jam buka');
  },
);

test('no hours stand on paper that sends nobody to the counter', () => {
  expect(paperOf(INTEREST, exampleHours, 'id')).not.toContain('Jam buka');
  const takenIn: SubmissionBody = {
    kind: 'product-proposal',
    answers: {
      ...proposal,
      counter: { staffNumber: '1001', signedSheet: '0'.repeat(64), sheetVersion: 'example/1' },
    },
  };
  expect(paperOf(takenIn, exampleHours, 'id')).not.toContain('Jam buka');
});
