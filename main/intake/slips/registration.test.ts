import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { RegistrationContent } from '../../../shared/contract/content/registration.ts';
import type { Language } from '../../../shared/domain/language.ts';
import { type DocumentState, RegistrationAnswers, Scheme } from '../../../shared/domain/registration.ts';
import { ServiceSlip } from '../../../shared/domain/slip.ts';
import { ticketNumberOf } from '../../../shared/domain/ticket.ts';
import { EXAMPLE_KIOSK_CODE, exampleContent } from '../testing.ts';
import { registrationSlip } from './registration.ts';

const shipped = join(import.meta.dirname, '..', '..', '..', 'resources', 'content', 'registration.json');
const registration = RegistrationContent.parse(JSON.parse(readFileSync(shipped, 'utf8')));

function answersOf(scheme: Scheme, state: DocumentState): RegistrationAnswers {
  const list = registration.documentLists.find((one) => one.scheme === scheme);
  return RegistrationAnswers.parse({
    scheme,
    person: { name: 'Siti Rahayu Contoh', nik: '3515144508680002' },
    listVersion: list?.version ?? null,
    documents: Object.fromEntries(list?.documents.map(({ key }) => [key, state]) ?? []),
    consents: [],
    doubts: [],
  });
}

const slipOf = (answers: RegistrationAnswers, language: Language = 'id') =>
  ServiceSlip.parse(
    registrationSlip(
      {
        ticket: {
          number: ticketNumberOf(EXAMPLE_KIOSK_CODE, 7),
          secret: '042917',
          qrText: 'EXAMPLE:QR',
          recordedAt: Date.parse('2026-11-22T18:00:00Z'),
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
        content: { ...exampleContent, registration },
      },
      answers,
    ),
  );

test.each(
  Scheme.options.flatMap((scheme) => (['id', 'en'] as const).map((language) => ({ scheme, language }))),
)(
  'with every paper missing the slip of $scheme in $language fits, and hides whole name and NIK',
  ({ scheme, language }) => {
    const printed = JSON.stringify(slipOf(answersOf(scheme, 'missing'), language));
    expect(printed).not.toContain('Rahayu Contoh');
    expect(printed).not.toContain('3515144508680002');
    expect(printed).toContain(registration.filing?.system);
    for (const paper of registration.documentLists.find((one) => one.scheme === scheme)?.documents ?? []) {
      expect(printed).toContain(paper.name[language]);
    }
  },
);

test('a way of going without a known list says so, and a list that was cut off says that', () => {
  expect(slipOf(answersOf('extension', 'missing')).sections[0]).toEqual({
    title: 'Surat',
    items: [{ text: 'Daftar suratnya belum dipastikan. Tanya petugas.' }],
  });
  expect(JSON.stringify(slipOf(answersOf('ssw-japan', 'have')))).toContain('Daftar ini belum lengkap.');
  expect(JSON.stringify(slipOf(answersOf('re-entry', 'have')))).not.toContain('belum lengkap');
});

test('a paper that is only likely needed is marked', () => {
  const [missing] = slipOf(answersOf('new', 'missing')).sections;
  const marked = missing?.items.filter(({ detail }) => detail?.includes('Belum dipastikan'));
  expect(marked?.map(({ text }) => text)).toEqual(['Paspor', 'Pas foto']);
});
