import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RegistrationAnswers } from '../../../shared/domain/registration.ts';
import { toAnswers } from './answers.ts';
import { doubtsAt, doubtsIn } from './doubts.ts';
import type { RegistrationDraft } from './draft.ts';
import { faultsAt } from './faults.ts';
import { patchOf } from './mrz-patch.ts';
import { listedBelow, regionAt, regionDraft } from './regions.ts';
import { fromRecord, toRecord } from './saved.ts';
import { isComplete, nextNeededStep, stepsOf } from './steps.ts';
import { anyDraft, smallDraft, someFacts, wholeDraft } from './testing.ts';

describe('what is committed', () => {
  test('the least: way, name, papers', () => {
    expect(toAnswers(smallDraft, someFacts)).toEqual({
      scheme: 'new',
      person: { name: 'Siti Contoh' },
      listVersion: 'contoh-1',
      documents: { permission: 'missing', agreement: 'have', photo: 'unknown' },
      consents: smallDraft.consents,
      doubts: [],
    });
  });

  test('everything that can be said', () => {
    expect(toAnswers(wholeDraft, someFacts)).toMatchObject({
      person: { nik: '3515144508680002', birthDate: '1968-08-05', sex: 'female', marital: 'married' },
      contact: { phone: { typed: '0812-3456-789', e164: '+628123456789' }, hasWhatsapp: true },
      emergencyContact: { relation: 'spouse', phone: { e164: '+85252944184' } },
      address: {
        province: { code: '35', name: 'Jawa Timur' },
        village: { name: 'Desa Contoh' },
        street: 'Jalan Contoh 1',
      },
      passport: { has: true, number: 'B7499678', expiresOn: '2029-02-01' },
      visa: { has: true, kind: 'Kerja' },
      employer: { country: 'HK' },
      job: {
        startsOn: '2026-08-31',
        contractMonths: 24,
        wage: { amount: 15_000, currency: 'HKD', per: 'month' },
      },
      doubts: [],
    });
  });

  test('a passport she does not have, a number nobody is left to be called at, and an older list say nothing', () => {
    const answers = toAnswers(
      {
        ...wholeDraft,
        hasPassport: false,
        emergencyName: ' ',
        documents: { ...wholeDraft.documents, older: 'have' },
      },
      someFacts,
    );
    expect(answers?.passport).toEqual({ has: false });
    expect(answers?.emergencyContact).toBeUndefined();
    expect(answers?.documents).not.toHaveProperty('older');
  });

  test('a scheme without a known list is recorded without papers, and says so', () => {
    const { documents: _, ...draft } = smallDraft;
    expect(toAnswers({ ...draft, scheme: 'extension' }, someFacts)).toMatchObject({
      listVersion: null,
      documents: {},
    });
  });

  test('whoever has another way is never recorded', () => {
    for (const employerKind of ['household', 'none'] as const) {
      expect(toAnswers({ ...wholeDraft, employerKind }, someFacts)).toBeNull();
    }
  });

  test('any draft is either not complete or is what the schema takes', () => {
    let sent = 0;
    fc.assert(
      fc.property(anyDraft, fc.boolean(), (any, fill) => {
        // Half of them with what is needed, so that the rest is really tried.
        const draft = fill ? { ...any, ...smallDraft, consents: wholeDraft.consents } : any;
        const answers = toAnswers(draft, someFacts);
        expect(answers === null).toBe(!isComplete(draft, someFacts));
        if (answers === null) return;
        sent++;
        expect(RegistrationAnswers.parse(answers)).toEqual(answers);
        expect(JSON.stringify(answers)).not.toContain('older');
      }),
      { numRuns: 300 },
    );
    expect(sent).toBeGreaterThan(15);
  });
});

describe('what is doubted', () => {
  const doubted = (step: Parameters<typeof doubtsAt>[0], changes: RegistrationDraft) =>
    doubtsAt(step, { ...wholeDraft, ...changes }, someFacts).map(({ code }) => code);

  test('numbers as they are seen in practice', () => {
    expect(doubted('nik', { nik: '3515144508680002' })).toEqual([]);
    expect(doubted('nik', { nik: '3515140508680001' })).toEqual(['nik.sex-differs']);
    expect(doubted('nik', { nik: '9315144508680002' })).toEqual([]);
    expect(doubted('nik', { nik: '3515144508050002', birthDate: '05082005' })).toEqual([]);
    expect(doubted('passport-number', { passportNumber: 'AU610053' })).toEqual([]);
    for (const phone of ['0812-3456-789', '+62 812 3456 789', '628123456789', '+852 5294 4184']) {
      expect(doubted('phone', { phone }), phone).toEqual([]);
    }
    expect(doubted('phone', { phone: '+6208123456789' })).toEqual(['phone.double-prefix']);
  });

  test('a single name, and one with an apostrophe, are names', () => {
    for (const name of ['Sutini', "Nur A'ini", 'H. Abdul'])
      expect(doubted('name', { name }), name).toEqual([]);
    expect(doubted('name', { name: 'S1ti' })).toEqual(['name.digits']);
  });

  test('being too young stops nobody at the question, has a page of its own, and is told to the officer', () => {
    const young = { ...wholeDraft, birthDate: '01012010', nik: '' };
    expect(doubtsAt('birth-date', young, someFacts)).toEqual([]);
    expect(doubtsIn(young, someFacts)).toContainEqual({ field: 'birthDate', code: 'birth-date.too-young' });
    const asked = stepsOf(young, someFacts).filter((step) => step.asks(young, someFacts));
    expect(asked.map(({ name }) => name)).toContain('too-young');
    expect(toAnswers(young, someFacts)).not.toBeNull();
  });

  test('a passport that is over is doubted, not refused', () => {
    const over = { ...wholeDraft, passportExpires: '31052026' };
    expect(doubtsAt('passport-expires', over, someFacts)).toEqual([
      { field: 'passportExpires', code: 'passport.expired' },
    ]);
    expect(faultsAt('passport-expires', over, someFacts)).toEqual([]);
    expect(toAnswers(over, someFacts)).not.toBeNull();
  });
});

describe('regions', () => {
  test('one that was chosen under another falls away, and is back when she goes back', () => {
    const moved = { ...wholeDraft, province: { code: '32', name: 'Jawa Barat', below: '' } };
    expect(regionAt('regency', moved)).toBeUndefined();
    expect(regionAt('village', moved)).toBeUndefined();
    expect(toAnswers(moved, someFacts)?.address).toEqual({
      province: { code: '32', name: 'Jawa Barat' },
      street: 'Jalan Contoh 1',
    });
    expect(regionAt('village', { ...moved, province: wholeDraft.province })?.name).toBe('Desa Contoh');
  });

  test('below one that was written by hand nothing is listed, and the rest is written too', () => {
    const draft = { province: regionDraft('province', {}, { name: 'Provinsi Contoh' }) };
    expect(listedBelow('regency', draft)).toBeUndefined();
    const regency = regionDraft('regency', draft, { name: 'Kota Contoh' });
    expect(regionAt('regency', { ...draft, regency })).toBe(regency);
  });
});

describe('a draft that is kept', () => {
  test('comes back as it was, whatever was typed', () => {
    fc.assert(
      fc.property(anyDraft, (draft) => {
        const record = toRecord(
          { draft, passed: ['name', 'document:permission'], vouchedFor: {} },
          someFacts,
        );
        const back = fromRecord(record, someFacts);
        expect(back?.isListNew).toBe(false);
        expect(back?.draft).toEqual(JSON.parse(JSON.stringify(draft)));
        expect(back?.passed).toEqual(['name', 'document:permission']);
      }),
    );
  });

  test('papers asked by another list are asked again, and nothing else is', () => {
    const record = toRecord({ draft: wholeDraft, passed: [], vouchedFor: {} }, someFacts);
    const newer = {
      ...someFacts,
      lists: { new: { version: 'contoh-2', keys: ['permission', 'visa'] } },
    };
    const back = fromRecord(record, newer);
    const { documents: _, ...rest } = wholeDraft;
    expect(back).toMatchObject({ isListNew: true, draft: rest });
    expect(back?.draft).not.toHaveProperty('documents');
  });

  test.each([
    ['another version', JSON.stringify({ v: 2, draft: {}, passed: [], vouchedFor: {}, list: null })],
    ['no version', JSON.stringify({ draft: {} })],
    [
      'a field that no version knew',
      JSON.stringify({ v: 1, draft: { religion: 'x' }, passed: [], vouchedFor: {}, list: null }),
    ],
    ['a broken one', '{"v":1,'],
    ['something else', '"contoh"'],
    ['nothing', ''],
  ])('%s is not read', (_what, record) => {
    expect(fromRecord(record, someFacts)).toBeNull();
  });

  test('nothing that could stand there makes it throw', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (record) => {
        expect(fromRecord(record, someFacts)).toBeNull();
      }),
    );
  });

  test('the first open question is where she goes on', () => {
    const { sex: _, ...open } = wholeDraft;
    expect(nextNeededStep(open, someFacts, ['nik', 'social-security'])).toBe('sex');
    expect(nextNeededStep(open, someFacts, ['sex', 'social-security'])).toBeNull();
  });
});

describe('a passport read by the camera', () => {
  const reading = {
    documentNumber: 'B7499678',
    issuingState: 'IDN',
    nationality: 'IDN',
    lastName: 'SUTINI',
    firstName: '',
    birthDate: '900514',
    expirationDate: '290201',
    sex: 'female',
  } as const;

  test('fills what is empty, also for a single name', () => {
    expect(patchOf(reading, {}, '2026-06-01')).toEqual({
      passportNumber: 'B7499678',
      passportExpires: '01022029',
      name: 'Sutini',
      birthDate: '14051990',
      sex: 'female',
    });
  });

  test('never writes over what she said of herself', () => {
    expect(patchOf(reading, wholeDraft, '2026-06-01')).toEqual({
      passportNumber: 'B7499678',
      passportExpires: '01022029',
    });
  });

  test('leaves out what is no date', () => {
    expect(patchOf({ ...reading, expirationDate: '299999', birthDate: '<<<<<<' }, {}, '2026-06-01')).toEqual({
      passportNumber: 'B7499678',
      name: 'Sutini',
      sex: 'female',
    });
  });
});
