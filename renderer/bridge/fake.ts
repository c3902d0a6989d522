import { NO_INFORMATION } from '../../shared/contract/content/information.ts';
import { NO_REGISTRATION } from '../../shared/contract/content/registration.ts';
import { NO_GLOSSARY, NO_SERVICES } from '../../shared/contract/content/services.ts';
import { NO_SHOWCASE } from '../../shared/contract/content/showcase.ts';
import { NO_VACANCY_GUIDE } from '../../shared/contract/content/vacancies.ts';
import type { KioskContent } from '../../shared/contract/content.ts';
import type { EventName, EventPayload } from '../../shared/contract/events.ts';
import type { CallInput, CallName, CallOutput } from '../../shared/contract/ipc.ts';
import { Ticket } from '../../shared/contract/ipc.ts';
import type { KioskState, SlipState } from '../../shared/contract/kiosk-state.ts';
import { ticketNumberOf } from '../../shared/domain/ticket.ts';
import { NO_VACANCIES } from '../../shared/domain/vacancy.ts';
import { failed, type Result, succeeded } from '../../shared/lib/result.ts';
import type { Bridge } from './bridge.ts';
import { clerkAnswers } from './fake-clerk.ts';
import { deskAnswers } from './fake-desk.ts';

type Answer<K extends CallName> = (
  input: CallInput<K>,
) => Result<CallOutput<K>> | Promise<Result<CallOutput<K>>>;
export type Script = { [K in CallName]?: Answer<K> };

export interface FakeBridge extends Bridge {
  /** Every call so far, oldest first. */
  readonly asked: readonly { name: CallName; input: unknown }[];
  /** Changes what is answered from now on. */
  script(changes: Script): void;
  tell<K extends EventName>(event: K, payload: EventPayload<K>): void;
}

/** An engine made of answers, typed with whole Results. What is not scripted answers as a healthy kiosk would. */
export function fakeBridge(script: Script = {}): FakeBridge {
  const answers: { [K in CallName]: Answer<K> } = { ...healthyAnswers(), ...script };
  const asked: { name: CallName; input: unknown }[] = [];
  const listeners = new Map<EventName, Set<(payload: never) => void>>();
  return {
    asked,
    script: (changes) => Object.assign(answers, changes),
    async call(name, input) {
      asked.push({ name, input });
      return answers[name](input);
    },
    on(event, listener) {
      const heard = listeners.get(event) ?? new Set();
      listeners.set(event, heard.add(listener));
      return () => heard.delete(listener);
    },
    tell(event, payload) {
      for (const listener of listeners.get(event) ?? [])
        (listener as (given: typeof payload) => void)(payload);
    },
  };
}

const SLIP_ID = '5f0c2a44-6f0e-4d0e-9d57-5a4f6f2f0a11';
/** A Tuesday in May, 10:42 in Jakarta. */
export const EXAMPLE_TIME = Date.UTC(2026, 4, 12, 3, 42);

export function aSlip(changes: Partial<SlipState> = {}): SlipState {
  return { slipId: SLIP_ID, state: 'printing', trouble: null, ...changes };
}

export function aTicket(changes: Partial<Ticket> = {}): Ticket {
  return Ticket.parse({
    number: ticketNumberOf('B4K', 70421),
    secret: '042917',
    qrText: 'PM1:CONTOH-B4K-70421:1747021320:dGhpcyBpcyBhbiBleGFtcGxlLCBub3QgYSBzaWduYXR1cmU',
    recordedAt: EXAMPLE_TIME,
    slipId: SLIP_ID,
    ...changes,
  });
}

export function aKioskState(changes: Partial<KioskState> = {}): KioskState {
  return {
    mode: 'ready',
    trouble: null,
    troubleLine: null,
    kioskCode: 'B4K',
    officeName: 'Kantor Pos Contoh',
    timeZone: 'Asia/Jakarta',
    printer: 'ready',
    link: { state: 'online', heardFromHubAt: EXAMPLE_TIME },
    clockSuspect: false,
    waiting: 0,
    isTraining: true,
    audio: 'off',
    idle: { askAfterMs: 90_000, wipeAfterMs: 30_000 },
    extraLanguages: [],
    reachPercent: 73,
    ...changes,
  };
}

const example = {
  source: 'example',
  verified_on: '2026-05-01',
  valid_until: '2027-05-01',
  confidence: 'sure',
} as const;

/** Content with names and numbers that are plainly examples. */
export function exampleContent(changes: Partial<KioskContent> = {}): KioskContent {
  return {
    packVersion: 1,
    notices: [],
    isOld: false,
    service: { name: 'Pos Migran Contoh', provenance: example },
    ministry: {
      shortName: 'Kementerian Contoh',
      longName: 'Kementerian Contoh Pelindungan Pekerja',
      formerName: 'Badan Contoh',
      provenance: example,
    },
    hotlines: [
      {
        key: 'call-centre',
        name: { id: 'Pusat panggilan contoh', en: 'Example call centre' },
        note: { id: 'Gratis dari telepon di Indonesia', en: 'Free from telephones in Indonesia' },
        number: '0800-0000',
        kind: 'phone',
        reach: 'from-indonesia',
        order: 1,
        provenance: example,
      },
      {
        key: 'call-centre-abroad',
        name: { id: 'Pusat panggilan contoh', en: 'Example call centre' },
        note: { id: 'Untuk telepon dari luar negeri', en: 'For calls from abroad' },
        number: '+62 21 0000 0000',
        kind: 'phone',
        reach: 'from-abroad',
        order: 2,
        provenance: example,
      },
      {
        key: 'whatsapp',
        name: { id: 'WhatsApp contoh', en: 'Example WhatsApp' },
        note: { id: 'Bisa kirim pesan atau suara', en: 'Text or voice messages' },
        number: '+62 800-0000-000',
        kind: 'whatsapp',
        reach: 'anywhere',
        order: 3,
        provenance: example,
      },
      {
        key: 'citizens',
        name: { id: 'Perlindungan warga contoh', en: 'Example citizen protection' },
        note: { id: 'Untuk warga di luar negeri', en: 'For citizens abroad' },
        number: '+62 800-0000-001',
        kind: 'phone',
        reach: 'from-abroad',
        order: 4,
        provenance: { ...example, confidence: 'likely' },
      },
    ],
    complaintNextSteps: [
      {
        key: 'read',
        text: {
          id: 'Petugas contoh membaca pengaduan Anda.',
          en: 'An example officer reads your complaint.',
        },
        onlyWithContact: false,
        withinDays: 3,
        provenance: example,
      },
      {
        key: 'reach',
        text: { id: 'Pastikan nomor contoh aktif.', en: 'Keep the example number on.' },
        onlyWithContact: true,
        withinDays: null,
        provenance: example,
      },
    ],
    consentTexts: [
      {
        purpose: 'forward-to-ministry',
        version: 'example-1',
        text: {
          id: 'Pengaduan saya boleh diteruskan ke Kementerian Contoh.',
          en: 'My complaint may be passed on to the Example Ministry.',
        },
        detail: {
          id: 'Tanpa ini, pengaduan hanya tercatat dan tidak diteruskan.',
          en: 'Without this it is only recorded and not passed on.',
        },
      },
      {
        purpose: 'contact-about-services',
        version: 'example-1',
        text: { id: 'Saya boleh dihubungi tentang layanan lain.', en: 'I may be told about other services.' },
        detail: {
          id: 'Ini tidak berpengaruh pada pengaduan.',
          en: 'This makes no difference to the complaint.',
        },
      },
    ],
    withdrawal: {
      text: {
        id: 'Menurut aturan contoh, izin berhenti dipakai dalam 2 hari.',
        en: 'By an example rule, a permission is no longer used within 2 days.',
      },
      provenance: { ...example, confidence: 'likely' },
    },
    retentionDays: { complaint: 30, registration: 30, lead: 90, product: 90 },
    countries: [
      { code: 'MY', name: { id: 'Malaysia', en: 'Malaysia' }, common: true },
      { code: 'HK', name: { id: 'Hong Kong', en: 'Hong Kong' }, common: true },
      { code: 'TW', name: { id: 'Taiwan', en: 'Taiwan' }, common: true },
      { code: 'SA', name: { id: 'Arab Saudi', en: 'Saudi Arabia' }, common: true },
      { code: 'SG', name: { id: 'Singapura', en: 'Singapore' }, common: true },
      { code: 'JP', name: { id: 'Jepang', en: 'Japan' }, common: true },
      { code: 'KR', name: { id: 'Korea Selatan', en: 'South Korea' }, common: true },
      { code: 'IT', name: { id: 'Italia', en: 'Italy' }, common: false },
      { code: 'TR', name: { id: 'Turki', en: 'Turkey' }, common: false },
    ],
    registration: NO_REGISTRATION,
    information: NO_INFORMATION,
    services: NO_SERVICES,
    glossary: NO_GLOSSARY,
    showcase: NO_SHOWCASE,
    vacancyGuide: NO_VACANCY_GUIDE,
    ...changes,
  };
}

function healthyAnswers(): { [K in CallName]: Answer<K> } {
  return {
    'content.read': () => succeeded(exampleContent()),
    'kiosk.read': () => succeeded(aKioskState()),
    'submission.submit': () => succeeded(aTicket()),
    'follow-up.submit': ({ number }) =>
      succeeded({ number, part: 1, recordedAt: EXAMPLE_TIME, slipId: SLIP_ID }),
    'attachment.add': () => succeeded({ id: 'a'.repeat(64) }),
    'attachment.remove': () => succeeded({}),
    'draft.save': () =>
      succeeded({
        code: 'D4K2-L7M9',
        secret: '042917',
        expiresAt: EXAMPLE_TIME + 7 * 86_400_000,
        slipId: SLIP_ID,
      }),
    'draft.open': () => failed({ code: 'draft.no-match' }),
    'wilayah.list': () => succeeded({ regions: [{ code: '35', name: 'Jawa Timur' }] }),
    'vacancies.search': () => succeeded(NO_VACANCIES),
    'vacancy.print': () => succeeded({ slipId: SLIP_ID }),
    'ticket.print-status': () => succeeded({ slipId: SLIP_ID }),
    'slip.read': () => succeeded(aSlip()),
    'slip.answer': ({ taken }) => succeeded(aSlip({ state: taken ? 'printed' : 'handed-over' })),
    'slip.retry': () => succeeded(aSlip({ state: 'queued' })),
    'emergency.print': () => succeeded({ slipId: SLIP_ID }),
    'staff.call': () => succeeded({ calledAt: EXAMPLE_TIME }),
    'ticket.look-up': ({ number }) =>
      succeeded({
        number,
        kind: 'complaint',
        isFollowable: true,
        additions: [],
        recordedAt: EXAMPLE_TIME,
        officeName: 'Kantor Pos Contoh',
        isFromElsewhere: false,
        standing: { standing: 'recorded' },
        heardFromHubAt: EXAMPLE_TIME,
      }),
    'ticket.read-qr': () => failed({ code: 'qr.not-a-ticket' }),
    'camera.open': () => succeeded({ leaseMs: 180_000 }),
    'camera.close': () => succeeded({}),
    'visit.end': () => succeeded({}),
    'shell.heartbeat': () => succeeded({}),
    ...deskAnswers(),
    ...clerkAnswers(),
  };
}
