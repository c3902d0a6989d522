import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ComplaintAnswers } from '../../../shared/domain/complaint.ts';
import { toAnswers } from './answers.ts';
import type { ComplaintDraft } from './draft.ts';
import { isComplete } from './steps.ts';
import { anyDraft, someFacts } from './testing.ts';

const minimum: ComplaintDraft = {
  inDanger: false,
  subject: 'self',
  situation: 'returned',
  category: 'GAJI',
  depth: 'short',
  consents: [
    { purpose: 'forward-to-ministry', given: false, textVersion: 'forward-1', decidedAt: someFacts.today },
  ],
};

test('a complaint of three answers is valid', () => {
  const answers = toAnswers(minimum, someFacts);
  expect(answers).toMatchObject({ subject: 'self', situation: 'returned', category: 'GAJI', doubts: [] });
  expect(ComplaintAnswers.safeParse(answers).success).toBe(true);
});

test('every complete draft becomes a complaint that parses and that parsing does not change', () => {
  fc.assert(
    fc.property(anyDraft, (extra) => {
      const draft = {
        ...minimum,
        ...extra,
        consents: [...(extra.consents ?? []), ...(minimum.consents ?? [])],
      };
      const answers = toAnswers(draft, someFacts);
      expect(answers !== null).toBe(isComplete(draft, someFacts));
      if (answers) expect(ComplaintAnswers.parse(structuredClone(answers))).toEqual(answers);
    }),
    { numRuns: 500 },
  );
});

test('an unfinished draft is no complaint', () => {
  expect(toAnswers({}, someFacts)).toBeNull();
  expect(toAnswers({ ...minimum, category: 'PULANG' }, someFacts)).toBeNull();
});

test('who only informs leaves no number, no channel and no name of her own', () => {
  const answers = toAnswers(
    {
      ...minimum,
      subject: 'family',
      depth: 'full',
      contactMode: 'information-only',
      contactPhone: '0812-0000-0000',
      contactChannel: 'call',
      reporterName: 'Ibu Contoh',
    },
    someFacts,
  );
  expect(answers?.contact).toEqual({ mode: 'information-only' });
  expect(JSON.stringify(answers)).not.toMatch(/0812|Contoh/);
});

test('answers that no longer apply are left out and nothing else is', () => {
  const answers = toAnswers(
    {
      ...minimum,
      relation: 'spouse',
      situation: 'before-leaving',
      city: 'Contoh',
      category: 'PENIPUAN',
      accusedKind: 'unknown',
      accusedName: 'PT Contoh',
      country: 'TW',
    },
    someFacts,
  );
  expect(answers).not.toHaveProperty('relation');
  expect(answers).not.toHaveProperty('city');
  expect(answers?.accused).toEqual({ kind: 'unknown' });
  expect(answers?.country).toBe('TW');
});

test('a consent to older words does not count', () => {
  const consents = minimum.consents?.map((choice) => ({ ...choice, textVersion: 'older' })) ?? [];
  expect(toAnswers({ ...minimum, consents }, someFacts)).toBeNull();
});

test('doubts travel with the complaint for the officer, and only about what is in it', () => {
  const doubted = { ...minimum, workerNik: '123', accusedKind: 'unknown', accusedPhone: '0812' } as const;
  expect(toAnswers(doubted, someFacts)?.doubts).toEqual([{ field: 'workerNik', code: 'nik.length' }]);
  expect(toAnswers({ ...doubted, accusedKind: 'agency' }, someFacts)?.doubts).toEqual([
    { field: 'accusedPhone', code: 'phone.too-short' },
    { field: 'workerNik', code: 'nik.length' },
  ]);
});
