import type {
  DeskCallName,
  DeskInput,
  DeskOutput,
  HealthLine,
  LinkLayer,
  PaperOnRoll,
  QueueEntry,
  RoundProgress,
  SeenPrinter,
  StaffCallName,
  StaffInput,
  StaffOutput,
  StaffSession,
} from '../../shared/contract/desk.ts';
import { ticketNumberOf } from '../../shared/domain/ticket.ts';
import { type Result, succeeded } from '../../shared/lib/result.ts';

/** A Tuesday in May, 10:42 in Jakarta. */
const NOW = Date.UTC(2026, 4, 12, 3, 42);
const MINUTE = 60_000;
const TASK_ID = '8d1f6a0e-2f0b-4d6c-8a44-0d9b6f3c2e10';
const SLIP_ID = '5f0c2a44-6f0e-4d0e-9d57-5a4f6f2f0a11';

export function aStaffSession(changes: Partial<StaffSession> = {}): StaffSession {
  return {
    staffNumber: '0042',
    name: 'Sari (contoh)',
    roles: ['technician'],
    signedInAt: NOW,
    endsAfterMs: 5 * MINUTE,
    ...changes,
  };
}

export function aHealthLine(changes: Partial<HealthLine> = {}): HealthLine {
  return {
    area: 'hub',
    level: 'green',
    code: 'hub.heard',
    said: { id: 'Pusat terdengar 2 menit lalu.', en: 'The hub was heard 2 minutes ago.' },
    next: null,
    ...changes,
  };
}

const GREEN_LINES: readonly HealthLine[] = [
  aHealthLine({
    area: 'link',
    code: 'link.online',
    said: { id: 'Jaringan tersambung.', en: 'The network is up.' },
  }),
  aHealthLine(),
  aHealthLine({
    area: 'credential',
    code: 'credential.enrolled',
    said: { id: 'Terdaftar sebagai B4K.', en: 'Enrolled as B4K.' },
  }),
  aHealthLine({
    area: 'set-aside',
    code: 'set-aside.none',
    said: { id: 'Tidak ada data yang disisihkan.', en: 'No record is set aside.' },
  }),
  aHealthLine({
    area: 'disk',
    code: 'disk.room',
    said: { id: 'Ruang simpan cukup: 41 GB.', en: 'Enough room: 41 GB.' },
  }),
  aHealthLine({
    area: 'database',
    code: 'database.sound',
    said: { id: 'Basis data baik.', en: 'The database is well.' },
  }),
  aHealthLine({ area: 'clock', code: 'clock.right', said: { id: 'Jam tepat.', en: 'The clock is right.' } }),
  aHealthLine({
    area: 'content',
    code: 'content.current',
    said: { id: 'Isi layar terbaru.', en: 'Content is current.' },
  }),
  aHealthLine({
    area: 'staff',
    code: 'staff.accounts',
    said: { id: 'Ada 3 akun petugas.', en: 'There are 3 staff accounts.' },
  }),
  aHealthLine({
    area: 'app',
    code: 'app.steady',
    said: { id: 'Aplikasi stabil.', en: 'The app is steady.' },
  }),
];

/** One red line, one amber one, the rest green. */
export function aHealth(changes: Partial<DeskOutput<'desk.health'>> = {}): DeskOutput<'desk.health'> {
  return {
    level: 'red',
    lines: [
      aHealthLine({
        area: 'printer',
        level: 'red',
        code: 'printer.out-of-paper',
        said: { id: 'Kertas printer habis.', en: 'The printer is out of paper.' },
        next: { id: 'Pasang gulungan kertas baru.', en: 'Put in a new paper roll.' },
      }),
      aHealthLine({
        area: 'queue',
        level: 'amber',
        code: 'queue.waits-long',
        said: {
          id: '12 data menunggu; yang tertua 3 jam.',
          en: '12 records wait; the oldest for 3 hours.',
        },
        next: { id: 'Coba kirim sekarang.', en: 'Try to send now.' },
      }),
      ...GREEN_LINES,
    ],
    askedAt: NOW,
    ...changes,
  };
}

/** Connected as far as the name, which nobody answers. */
export function aLinkTest(changes: Partial<DeskOutput<'desk.test-link'>> = {}): DeskOutput<'desk.test-link'> {
  const good = (layer: LinkLayer['layer'], id: string, en: string, detail: string): LinkLayer => ({
    layer,
    state: 'good',
    said: { id, en },
    next: null,
    detail,
    tookMs: 12,
  });
  const skipped = (layer: LinkLayer['layer']): LinkLayer => ({
    layer,
    state: 'skipped',
    said: { id: 'Belum bisa diperiksa.', en: 'Cannot be tried yet.' },
    next: null,
    detail: null,
    tookMs: null,
  });
  return {
    layers: [
      good('cable', 'Kabel terpasang.', 'The cable is in.', 'eth0'),
      good('address', 'Kiosk punya alamat jaringan.', 'The kiosk has an address.', 'eth0 192.0.2.17'),
      {
        layer: 'name',
        state: 'bad',
        said: { id: 'Nama pusat tidak ditemukan.', en: 'The name of the hub was not found.' },
        next: {
          id: 'Periksa router, lalu telepon penyedia internet.',
          en: 'Check the router, then call the internet provider.',
        },
        detail: 'ENOTFOUND hub.example',
        tookMs: 3120,
      },
      ...(['connection', 'tls', 'gateway-page', 'hub', 'credential', 'clock'] as const).map(skipped),
    ],
    hubUrl: 'https://hub.example',
    ...changes,
  };
}

export function aQueueEntry(changes: Partial<QueueEntry> = {}): QueueEntry {
  return {
    jobId: 'send-submission:01970000-0000-7000-8000-000000000001',
    kind: 'send-submission',
    state: 'refused',
    ticketNumber: ticketNumberOf('B4K', 70421),
    attempts: 1,
    createdAt: NOW - 3 * 60 * MINUTE,
    nextTryAt: null,
    because: 'record.unknown-kind',
    said: {
      id: 'Pusat belum mengenal jenis data ini.',
      en: 'The hub does not know this kind of record yet.',
    },
    ...changes,
  };
}

export function aQueue(changes: Partial<DeskOutput<'desk.queue'>> = {}): DeskOutput<'desk.queue'> {
  return {
    counts: { waiting: 11, running: 0, 'needs-person': 0, refused: 1, closed: 2 },
    oldestWaitingAt: NOW - 3 * 60 * MINUTE,
    lastAcknowledgedAt: NOW - 4 * 60 * MINUTE,
    entries: [
      aQueueEntry(),
      aQueueEntry({
        jobId: 'send-submission:01970000-0000-7000-8000-000000000002',
        state: 'waiting',
        ticketNumber: ticketNumberOf('B4K', 70422),
        attempts: 4,
        nextTryAt: NOW + 2 * MINUTE,
        because: 'link.offline',
        said: {
          id: 'Tidak ada sambungan ke pusat. Data menunggu di sini.',
          en: 'No connection to the hub. The record waits here.',
        },
      }),
    ],
    total: 12,
    ...changes,
  };
}

/** Half-way through sending. */
export function aRound(changes: Partial<RoundProgress> = {}): RoundProgress {
  return {
    isRunning: true,
    steps: [
      { step: 'probe', state: 'done' },
      { step: 'heartbeat', state: 'done' },
      { step: 'push', state: 'running' },
      { step: 'statuses', state: 'waiting' },
      { step: 'deliveries', state: 'waiting' },
      { step: 'photos', state: 'waiting' },
      { step: 'report', state: 'waiting' },
    ],
    toSend: 12,
    sent: 5,
    setAside: 0,
    startedAt: NOW,
    endedAt: null,
    trouble: null,
    nextInMs: null,
    ...changes,
  };
}

export function aVersions(changes: Partial<DeskOutput<'desk.versions'>> = {}): DeskOutput<'desk.versions'> {
  return {
    app: '0.1.0',
    runtime: 'Electron 45.4.1, Chromium 152',
    isTestBuild: false,
    kioskCode: 'B4K',
    officeName: 'Kantor Pos Contoh',
    hubUrl: 'https://hub.example',
    databaseVersion: 3,
    contentName: '2026.11.22-1',
    contentFrom: 'hub',
    documents: [
      { kind: 'content', version: 12, takenAt: NOW - 60 * MINUTE, refused: null },
      { kind: 'staff', version: 4, takenAt: NOW - 60 * MINUTE, refused: null },
      { kind: 'settings', version: 2, takenAt: NOW - 60 * MINUTE, refused: 'document.bad-signature' },
    ],
    printer: { profile: 'epson-80', address: 'tcp://192.0.2.30:9100', state: 'ready' },
    update: {
      running: '0.1.0-100',
      staged: null,
      coming: null,
      notTaken: 'update.not-newer',
      result: { outcome: 'installed', name: '0.1.0-100', code: '-' },
      bad: [],
    },
    ...changes,
  };
}

export function aSeenPrinter(changes: Partial<SeenPrinter> = {}): SeenPrinter {
  return {
    address: '/dev/usb/lp0',
    name: 'EPSON TM-T82',
    state: 'ready',
    proposed: 'epson-80',
    ...changes,
  };
}

/** One printer on a cable, none in force yet. */
export function foundPrinters(
  changes: Partial<DeskOutput<'desk.find-printers'>> = {},
): DeskOutput<'desk.find-printers'> {
  return {
    printers: [aSeenPrinter()],
    kinds: [
      { profile: 'epson-80', name: 'Epson TM-T82 / TM-T20, 80 mm', columns: 48, isVerified: false },
      { profile: 'generic-58', name: 'ESC/POS 58 mm', columns: 32, isVerified: false },
      { profile: 'generic-80', name: 'ESC/POS 80 mm', columns: 48, isVerified: false },
      { profile: 'star-80', name: 'Star 80 mm, in ESC/POS emulation', columns: 48, isVerified: false },
    ],
    set: null,
    ...changes,
  };
}

/** A roll that was put in this morning. */
export function aPaperOnRoll(changes: Partial<PaperOnRoll> = {}): PaperOnRoll {
  return {
    roll: { putInAt: NOW - 170 * MINUTE, by: '1001' },
    usedMm: 12_400,
    papers: 58,
    rollMm: 80_000,
    papersLeft: 310,
    ...changes,
  };
}

type Answers = {
  [K in StaffCallName]: (input: StaffInput<K>) => Result<StaffOutput<K>>;
} & { [K in DeskCallName]: (input: DeskInput<K>) => Result<DeskOutput<K>> };

/** A technician is signed in, and everything she asks for works. */
export function deskAnswers(): Answers {
  const started = () => succeeded({ taskId: TASK_ID });
  return {
    'staff.door': () => succeeded({ hasAccounts: true, isEnrolled: true, lockedUntil: null, session: null }),
    'staff.sign-in': ({ staffNumber }) => succeeded(aStaffSession({ staffNumber })),
    'staff.open-setup': () =>
      succeeded(aStaffSession({ staffNumber: null, name: 'Pemasangan', roles: ['setup'] })),
    'staff.stay': () => succeeded(aStaffSession()),
    'staff.sign-out': () => succeeded({}),
    'desk.health': () => succeeded(aHealth()),
    'desk.test-link': () => succeeded(aLinkTest()),
    'desk.queue': () => succeeded(aQueue()),
    'desk.settle-job': () => succeeded({}),
    'desk.sync-now': () => succeeded(aRound()),
    'desk.read-round': () => succeeded(aRound()),
    'desk.test-print': () => succeeded({ slipId: SLIP_ID }),
    'desk.read-slip': ({ slipId }) => succeeded({ slipId, state: 'printed', trouble: null }),
    'desk.find-printers': () => succeeded(foundPrinters()),
    'desk.ask-printer': ({ address }) => succeeded(aSeenPrinter({ address })),
    'desk.try-printer': () => succeeded({ outcome: 'printed', trouble: null }),
    'desk.set-printer': () => succeeded({}),
    'desk.paper': () => succeeded(aPaperOnRoll()),
    'desk.change-roll': () =>
      succeeded(aPaperOnRoll({ roll: { putInAt: NOW, by: '0042' }, usedMm: 0, papers: 0, papersLeft: 370 })),
    'desk.check-database': started,
    'desk.back-up': started,
    'desk.copies': () =>
      succeeded({
        copies: [
          { id: 'kiosk-000012-v3.db', madeAt: NOW - 6 * 60 * MINUTE, bytes: 1_482_752, records: 418 },
          { id: 'kiosk-000011-v3.db', madeAt: NOW - 30 * 60 * MINUTE, bytes: 1_409_024, records: 402 },
        ],
      }),
    'desk.restore': () => succeeded({}),
    'desk.logs': () =>
      succeeded({
        lines: [
          { at: NOW - MINUTE, level: 'info', event: 'sync.round', rest: 'code=sync.ok count=3' },
          { at: NOW - 2 * MINUTE, level: 'warn', event: 'content.trouble', rest: 'code=content.invalid' },
        ],
        older: null,
      }),
    'desk.sticks': () =>
      succeeded({
        sticks: [{ id: 'stick-1', label: 'FLASHDISK', freeBytes: 7_400_000_000, toRead: 1, written: 0 }],
      }),
    'desk.stick-export': started,
    'desk.stick-import': started,
    'desk.export-logs': started,
    'desk.read-task': ({ taskId }) =>
      succeeded({
        taskId,
        kind: 'back-up',
        state: 'running',
        done: 40,
        total: 100,
        said: { id: 'Menyalin basis data…', en: 'Copying the database…' },
        code: null,
      }),
    'desk.versions': () => succeeded(aVersions()),
    'desk.apply-update': () => succeeded({}),
    'desk.enrol': () => succeeded({ kioskCode: 'B4K', officeName: 'Kantor Pos Contoh', needsRestart: false }),
    'desk.retire': () => succeeded({ proof: 'PMR1.eyJjb250b2giOnRydWV9.Y29udG9o', erasedFiles: 9 }),
    'desk.restart': () => succeeded({}),
  };
}
