import { expect, test } from 'vitest';
import { NoteSlip } from '../../shared/domain/slip.ts';
import { exampleVacancies } from './examples.ts';
import { vacancySlip } from './slip.ts';
import { aVacancy, someCountries } from './testing.ts';

const snapshot = { source: 'Contoh sumber', takenOn: '2026-11-20' };
const check = (n: number) => ({
  key: `check-${n}`,
  title: { id: `Judul ${n}`, en: `Title ${n}` },
  text: { id: `Teks ${n}`, en: `Text ${n}` },
  short: { id: `Cek ${n}`, en: `Check ${n}` },
  provenance: {
    source: 'example',
    verified_on: '2026-05-01',
    valid_until: '2027-05-01',
    confidence: 'sure' as const,
  },
});

function slipOf(vacancy = aVacancy(), language: 'id' | 'en' = 'id') {
  return NoteSlip.parse(
    vacancySlip({
      found: { vacancy, snapshot },
      place: {
        language,
        officeName: 'Kantor Pos Contoh',
        officeTimeZone: 'WITA',
        serviceName: 'Pos Migran Contoh',
      },
      checks: [1, 2, 3, 4].map(check),
      countries: someCountries,
      printedAtMs: 1_800_000_000_000,
    }),
  );
}

const linesOf = (slip: NoteSlip) => slip.sections.flatMap(({ items }) => items.map(({ text }) => text));

test('the paper says what the source says, since when, and three ways to check', () => {
  const slip = slipOf(
    aVacancy({
      id: 'contoh-7',
      position: 'Perawat lansia',
      country: 'JP',
      placementCompany: 'PT Contoh Karya',
      foreignAgency: null,
      wage: { from: 1000, to: 1200, currency: 'JPY', per: 'hour' },
      validUntil: '2027-01-31',
      detailAddress: 'https://example.org/7',
    }),
  );
  expect(linesOf(slip)).toEqual([
    'Perawat lansia',
    'Negara: Jepang',
    'Upah: JPY 1.000 sampai 1.200 per jam',
    'Perusahaan penempatan: PT Contoh Karya',
    'Mitra di luar negeri: tidak dicantumkan',
    'Berlaku sampai: 31-01-2027',
    'Nomor di sumber: contoh-7',
    'Sumber data: Contoh sumber, 20-11-2026',
    'Cek 1',
    'Cek 2',
    'Cek 3',
  ]);
  expect(slip).toMatchObject({ heading: 'Lowongan kerja', qrText: 'https://example.org/7' });
});

test('an example says so in its heading, in both languages', () => {
  expect(slipOf(aVacancy({ isExample: true })).heading).toContain('CONTOH');
  expect(slipOf(aVacancy({ isExample: true }), 'en').heading).toContain('EXAMPLE');
});

test('without an address there is no QR and no words about one', () => {
  const slip = slipOf(aVacancy({ detailAddress: null }));
  expect([slip.qrText, slip.qrCaption]).toEqual([undefined, undefined]);
});

test('every example fits the paper in both languages, and so do the longest words', () => {
  for (const vacancy of exampleVacancies({ count: 200 })) {
    slipOf(vacancy);
    slipOf(vacancy, 'en');
  }
  slipOf(
    aVacancy({
      id: 'x'.repeat(60),
      position: 'x'.repeat(120),
      placementCompany: 'x'.repeat(160),
      foreignAgency: 'x'.repeat(160),
      detailAddress: `https://example.org/${'x'.repeat(160)}`,
    }),
  );
});
