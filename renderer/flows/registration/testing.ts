import fc from 'fast-check';
import type { RegistrationContent } from '../../../shared/contract/content/registration.ts';
import type { KioskContent } from '../../../shared/contract/content.ts';
import { ConsentPurpose, Relation } from '../../../shared/domain/complaint.ts';
import {
  DocumentState,
  EmployerKind,
  REGISTRATION_LIMITS as limits,
  MaritalStatus,
  Scheme,
  Sex,
  WagePeriod,
} from '../../../shared/domain/registration.ts';
import { digitsOfDate } from '../../../shared/domain/registration-rules.ts';
import { kioskCodeOf, ticketNumberOf } from '../../../shared/domain/ticket.ts';
import { exampleContent } from '../../bridge/fake.ts';
import { Depth, type RegistrationDraft, type RegistrationFacts } from './draft.ts';
import { LEVELS } from './regions.ts';
import type { KeptDraft, RegistrationInput, Ticket } from './registration.types.ts';
import { factsOf } from './use-registration.ts';

/** Builders for the tests and examples of this flow. Every person, number and rule in them is made up. */
export const SOME_TIME = Date.UTC(2026, 5, 1, 3);

const provenance = {
  source: 'example',
  verified_on: '2026-05-01',
  valid_until: '2027-05-01',
  confidence: 'sure',
} as const;
const said = (id: string, en: string) => ({ id, en });

export const someRegistration: RegistrationContent = {
  documentLists: [
    {
      scheme: 'new',
      version: 'contoh-1',
      isComplete: true,
      provenance,
      documents: [
        {
          key: 'permission',
          name: said('Surat izin keluarga', 'Permission of the family'),
          what: said(
            'Izin tertulis dari suami, istri, orang tua, atau wali.',
            'Written permission of husband, wife, parent or guardian.',
          ),
          from: said('Keluarga contoh', 'Example family'),
          needs: [
            said('Diketahui kepala desa contoh.', 'Known to the head of the example village.'),
            said(
              'Biasanya perlu meterai, tanda tangan, dan cap desa.',
              'Usually with a duty stamp, signature and stamp of the village.',
            ),
          ],
          provenance,
        },
        {
          key: 'agreement',
          name: said('Perjanjian kerja', 'Work agreement'),
          what: said('Kontrak antara Anda dan pemberi kerja.', 'The contract between you and the employer.'),
          needs: [
            said('Ada nama dan alamat, serta jabatan.', 'It has names, addresses and the position.'),
            said('Ada jam kerja, upah, dan cuti.', 'It has hours, wage and leave.'),
            said('Ada lama kontrak.', 'It has the duration.'),
          ],
          provenance,
        },
        {
          key: 'photo',
          name: said('Pas foto', 'Photo'),
          what: said('Foto wajah Anda.', 'A photo of your face.'),
          needs: [],
          provenance: { ...provenance, confidence: 'likely' },
        },
      ],
    },
    {
      scheme: 'ssw-japan',
      version: 'contoh-ssw-1',
      isComplete: false,
      provenance,
      documents: [
        {
          key: 'photo',
          name: said('Pas foto', 'Photo'),
          what: said('Foto wajah Anda.', 'A photo of your face.'),
          needs: [],
          provenance,
        },
      ],
    },
  ],
  socialSecurity: {
    name: 'Jaminan Contoh',
    earliestMonthsBeforeLeaving: 1,
    amounts: [
      { months: 6, rupiah: 100_000 },
      { months: 12, rupiah: 180_000 },
      { months: 24, rupiah: 320_000 },
    ],
    perExtraMonthRupiah: 13_000,
    provenance,
  },
  filing: {
    system: 'Sistem Contoh',
    address: 'contoh.example',
    text: said(
      'Pencatatan resmi dilakukan di Sistem Contoh. Kios ini hanya membantu mengecek kelengkapan.',
      'The legal recording is done in the Example System. This kiosk only helps to check.',
    ),
    provenance,
  },
  minimumAge: {
    years: 18,
    text: said(
      'Menurut undang-undang contoh, umurnya paling sedikit 18 tahun.',
      'By the example law, the age is at least 18 years.',
    ),
    provenance,
  },
  routes: [
    {
      key: 'household',
      title: said('Untuk majikan rumah tangga, jalannya lain', 'A household employer has another way'),
      text: said(
        'PMI Mandiri bekerja untuk badan hukum, misalnya perusahaan. Untuk rumah tangga, tanyakan agen contoh.',
        'A PMI Mandiri works for a legal entity such as a company. For a household, ask an example agency.',
      ),
      provenance: { ...provenance, confidence: 'likely' },
    },
    {
      key: 'none',
      title: said('Cari pemberi kerja dulu', 'Find an employer first'),
      text: said('Daftar sesudah punya kontrak contoh.', 'Register with an example contract.'),
      provenance,
    },
  ],
  consentTexts: [
    {
      purpose: 'forward-to-ministry',
      version: 'contoh-1',
      text: said('Data saya boleh diteruskan ke Kementerian Contoh.', 'My details may be passed on.'),
      detail: said('Tanpa ini data hanya tercatat.', 'Without this they are only recorded.'),
    },
    {
      purpose: 'contact-about-services',
      version: 'contoh-1',
      text: said('Saya boleh dihubungi tentang layanan lain.', 'I may be told about other services.'),
      detail: said('Ini tidak berpengaruh.', 'This makes no difference.'),
    },
  ],
};

export function someContent(changes: Partial<RegistrationContent> = {}): KioskContent {
  return exampleContent({ registration: { ...someRegistration, ...changes } });
}

export const someFacts: RegistrationFacts = factsOf(someContent(), SOME_TIME, 'Asia/Jakarta');

export const someInput: RegistrationInput = {
  submissionId: '01980000-0000-7000-8000-000000000001',
  facts: someFacts,
  now: () => SOME_TIME,
  makeRequestId: () => '00000000-0000-4000-8000-000000000002',
};

export const someTicket: Ticket = {
  number: ticketNumberOf(kioskCodeOf(7), 42),
  secret: '042917',
  qrText: 'EXAMPLE:QR',
  recordedAt: SOME_TIME,
  slipId: '00000000-0000-4000-8000-000000000001',
};

export const someKept: KeptDraft = {
  code: 'D4K2-L7M9',
  secret: '042917',
  expiresAt: SOME_TIME + 7 * 86_400_000,
  slipId: '00000000-0000-4000-8000-000000000001',
};

/** The least that can be sent: way, name and papers. */
export const smallDraft: RegistrationDraft = {
  employerKind: 'company',
  scheme: 'new',
  name: 'Siti Contoh',
  depth: 'papers',
  documents: { permission: 'missing', agreement: 'have', photo: 'unknown' },
  consents: [{ purpose: 'forward-to-ministry', given: true, textVersion: 'contoh-1', decidedAt: SOME_TIME }],
};

/** Everything there is to say. */
export const wholeDraft: RegistrationDraft = {
  ...smallDraft,
  depth: 'full',
  nik: '3515144508680002',
  birthPlace: 'Kota Contoh',
  birthDate: '05081968',
  sex: 'female',
  marital: 'married',
  phone: '0812-3456-789',
  hasWhatsapp: true,
  emergencyName: 'Budi Contoh',
  emergencyRelation: 'spouse',
  emergencyPhone: '+852 5294 4184',
  province: { code: '35', name: 'Jawa Timur', below: '' },
  regency: { code: '35.15', name: 'Kabupaten Sidoarjo', below: '35' },
  district: { code: '35.15.14', name: 'Contoh', below: '35.15' },
  village: { name: 'Desa Contoh', below: '35.15.14' },
  street: 'Jalan Contoh 1',
  hasPassport: true,
  passportNumber: 'B7499678',
  passportIssued: '01022024',
  passportExpires: '01022029',
  passportOffice: 'Kota Contoh',
  hasVisa: true,
  visaKind: 'Kerja',
  employerName: 'Contoh Ltd',
  employerForm: 'Ltd',
  employerCountry: 'HK',
  employerCity: 'Kota Contoh',
  employerAddress: 'Jalan Contoh 2',
  position: 'Juru masak',
  startDate: '31082026',
  contractMonths: '24',
  wageAmount: '15000',
  wageCurrency: 'HKD',
  wagePer: 'month',
  consents: [
    { purpose: 'forward-to-ministry', given: true, textVersion: 'contoh-1', decidedAt: SOME_TIME },
    { purpose: 'contact-about-services', given: false, textVersion: 'contoh-1', decidedAt: SOME_TIME },
  ],
};

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

const anyText = (max: number) => anyTyped.map((text) => text.slice(0, max));
const anyDigits = (max: number) => fc.string({ unit: fc.constantFrom(...'0123456789'), maxLength: max });
const anyDate = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .date({ min: new Date('1920-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
      .map((date) => digitsOfDate(date.toISOString())),
  },
  anyDigits(8),
);
const anyOf = <T>(values: readonly T[]) => fc.constantFrom(...values);
const anyRegion = fc.record(
  {
    code: anyOf(['35', '35.15', '35.15.14', '35.15.14.2001', '32', '32.04']),
    name: anyText(limits.place),
    below: anyOf(['', '35', '35.15', '35.15.14', '32', '~Contoh']),
  },
  { requiredKeys: ['name', 'below'] },
);

/** Any draft at all, also those no visitor could reach. */
export const anyDraft: fc.Arbitrary<RegistrationDraft> = fc.record(
  {
    employerKind: fc.oneof(
      { weight: 4, arbitrary: fc.constant('company' as const) },
      anyOf(EmployerKind.options),
    ),
    scheme: anyOf(Scheme.options),
    depth: anyOf(Depth.options),
    name: anyText(limits.name),
    nik: fc.oneof(
      { weight: 6, arbitrary: anyOf(['', '3515140508680001', '9315144508050002']) },
      anyText(limits.document),
      anyDigits(16),
    ),
    birthPlace: anyText(limits.place),
    birthDate: anyDate,
    sex: anyOf(Sex.options),
    marital: anyOf(MaritalStatus.options),
    phone: anyText(limits.phone),
    hasWhatsapp: fc.boolean(),
    emergencyName: anyText(limits.name),
    emergencyRelation: anyOf(Relation.options),
    emergencyPhone: anyText(limits.phone),
    ...(Object.fromEntries(LEVELS.map((level) => [level, anyRegion])) as Record<
      (typeof LEVELS)[number],
      typeof anyRegion
    >),
    street: anyText(limits.address),
    hasPassport: fc.boolean(),
    passportNumber: anyText(limits.document),
    passportIssued: anyDate,
    passportExpires: anyDate,
    passportOffice: anyText(limits.place),
    hasVisa: fc.boolean(),
    visaKind: anyText(limits.short),
    employerName: anyText(limits.name),
    employerForm: anyText(limits.short),
    employerCountry: anyOf(['HK', 'TW', 'IT']),
    employerCity: anyText(limits.place),
    employerAddress: anyText(limits.address),
    position: anyText(limits.place),
    startDate: anyDate,
    contractMonths: fc.oneof(
      { weight: 6, arbitrary: fc.integer({ min: 1, max: 120 }).map(String) },
      anyDigits(3),
    ),
    wageAmount: anyDigits(10),
    wageCurrency: anyOf(['HKD', 'IDR']),
    wagePer: anyOf(WagePeriod.options),
    documents: fc.dictionary(
      anyOf(['permission', 'agreement', 'photo', 'older']),
      anyOf(DocumentState.options),
    ),
    consents: fc.uniqueArray(
      fc.record({
        purpose: anyOf(ConsentPurpose.options),
        given: fc.boolean(),
        textVersion: anyOf(['contoh-1', 'older']),
        decidedAt: fc.constant(SOME_TIME),
      }),
      { selector: (choice) => choice.purpose, maxLength: 4 },
    ),
  },
  { requiredKeys: [] },
);
