import type { ReactNode } from 'react';
import type { DeskTask, HealthLine, StaffSession } from '../../../shared/contract/desk.ts';
import { EXAMPLE_TIME, fakeBridge } from '../../bridge/fake.ts';
import {
  aHealth,
  aHealthLine,
  aLinkTest,
  aPaperOnRoll,
  aQueue,
  aQueueEntry,
  aRound,
  aVersions,
} from '../../bridge/fake-desk.ts';
import type { Example } from '../../gallery/example.ts';
import { AtTheDesk } from '../frame/desk-frame.tsx';
import { FailedScreen, LoadingScreen } from '../frame/state-screens.tsx';
import { EnrolForm, EnrolledScreen } from './enrol/enrol-form.tsx';
import { HealthView } from './health/health-page.tsx';
import { LinkView } from './link/link-view.tsx';
import { type LogFilter, LogsView } from './logs/logs-view.tsx';
import { pagesFor } from './pages.ts';
import { PrinterView } from './printer/printer-view.tsx';
import { QueueView } from './queue/queue-view.tsx';
import type { SettleContext } from './queue/settle.machine.ts';
import { ActScreen, ReasonScreen, SavedScreen, WritingScreen } from './queue/settle.tsx';
import { RestartQuestion } from './restart/restart-page.tsx';
import {
  NotEnrolledScreen,
  RetiredScreen,
  RetireForm,
  StillWaitingScreen,
} from './retire/retire-screens.tsx';
import { RoundView } from './round/round-view.tsx';
import { StickView } from './stick/stick-view.tsx';
import { RestoredScreen, RestoreQuestion } from './storage/restore.tsx';
import { StorageView } from './storage/storage-view.tsx';
import { TaskView } from './tasks/task-panel.tsx';
import { TechnicianDesk } from './technician-desk.tsx';
import { ApplyQuestion } from './versions/apply-update.tsx';
import { VersionsView } from './versions/versions-view.tsx';

const nothing = () => {};
const MINUTE = 60_000;
const pages = pagesFor(['technician']);
const TASK_ID = '8d1f6a0e-2f0b-4d6c-8a44-0d9b6f3c2e10';

const screen = (name: string, node: () => ReactNode, session?: Partial<StaffSession>): Example => ({
  name,
  isScreen: true,
  render: () => <AtTheDesk {...(session ? { session } : {})}>{node()}</AtTheDesk>,
});

const health = (lines: readonly HealthLine[], level: HealthLine['level'], problem: string | null = null) => (
  <HealthView
    health={{ level, lines: [...lines], askedAt: EXAMPLE_TIME }}
    problem={problem === null ? null : { code: problem }}
    readAt={EXAMPLE_TIME}
    pages={pages}
    onPage={nothing}
    onReadAgain={nothing}
  />
);
const greens = aHealth().lines.filter(({ level }) => level === 'green');
const manyRed = (['link', 'credential', 'queue', 'set-aside', 'printer', 'disk'] as const).map((area) =>
  aHealthLine({
    area,
    level: area === 'queue' ? 'amber' : 'red',
    code: `${area}.example`,
    said: {
      id: 'Kalimat contoh yang panjang: sudah dicoba tujuh kali sejak pagi dan belum berhasil.',
      en: 'A long example sentence: tried seven times since the morning, and it has not worked yet.',
    },
    next: {
      id: 'Periksa kabel di belakang kios, lalu coba lagi.',
      en: 'Check the cable behind the kiosk, then try again.',
    },
  }),
);

const link = (changes: Parameters<typeof aLinkTest>[0] = {}) => (
  <LinkView test={aLinkTest(changes)} onAgain={nothing} onBack={nothing} onSync={nothing} />
);

const queue = (changes: Parameters<typeof aQueue>[0] = {}, offset = 0) => (
  <QueueView
    queue={aQueue(changes)}
    filter={null}
    offset={offset}
    onFilter={nothing}
    onOffset={nothing}
    onSettle={nothing}
    onBack={nothing}
  />
);
const longQueue = Array.from({ length: 50 }, (_, at) =>
  aQueueEntry({
    jobId: `job-${at}`,
    kind: at % 5 === 0 ? 'send-attachment' : 'send-submission',
    state: at % 3 === 0 ? 'waiting' : at % 3 === 1 ? 'needs-person' : 'refused',
    attempts: at,
    ticketNumber: at % 5 === 0 ? null : aQueueEntry().ticketNumber,
    nextTryAt: at % 3 === 0 ? EXAMPLE_TIME + at * MINUTE : null,
  }),
);
const settling = (changes: Partial<SettleContext> = {}): SettleContext => ({
  jobId: 'job-1',
  act: 'retry',
  reason: '',
  isShort: false,
  problem: null,
  ...changes,
});

const round = (state: 'ready' | 'running' | 'ended', changes: Parameters<typeof aRound>[0] | null = {}) => (
  <RoundView
    state={state}
    round={changes === null ? null : aRound(changes)}
    onStart={nothing}
    onBack={nothing}
    onQueue={nothing}
  />
);
const ended = aRound().steps.map(({ step }) => ({ step, state: 'done' as const }));
const brokenOff = aRound().steps.map(({ step }, at) => ({
  step,
  state: at < 2 ? ('done' as const) : at === 2 ? ('failed' as const) : ('skipped' as const),
}));
const offline = {
  code: 'link.offline',
  said: {
    id: 'Tidak ada jaringan ke pusat. Akan dikirim sendiri saat jaringan kembali.',
    en: 'There is no connection to the hub. It is sent by itself when the connection is back.',
  },
};

const printer = (
  state: 'ready' | 'printing' | 'asking' | 'works' | 'broken',
  slip: 'out-of-paper' | null = null,
) => (
  <PrinterView
    state={state}
    slip={slip === null ? null : { slipId: TASK_ID, state: 'failed', trouble: slip }}
    printer={{
      ...aVersions().printer,
      state: slip ?? 'ready',
    }}
    paper={aPaperOnRoll()}
    onPrint={nothing}
    onAnswer={nothing}
    onSetUp={nothing}
    onRoll={nothing}
    onBack={nothing}
  />
);

const copies = Array.from({ length: 8 }, (_, at) => ({
  id: `kiosk-${at}.db`,
  madeAt: EXAMPLE_TIME - at * 6 * 60 * MINUTE,
  bytes: 1_482_752 - at * 61_000,
  records: at === 3 ? null : 418 - 7 * at,
}));
const storage = (some: typeof copies, lines: readonly HealthLine[]) => (
  <StorageView
    lines={lines}
    copies={some}
    onCheck={nothing}
    onBackUp={nothing}
    onRestore={nothing}
    onBack={nothing}
  />
);
const diskAndDatabase = greens.filter(({ area }) => area === 'disk' || area === 'database');

const task = (changes: Partial<DeskTask>, isOnStick = false) => (
  <TaskView
    title="kiosk-stick"
    isOnStick={isOnStick}
    task={{
      taskId: TASK_ID,
      kind: 'stick-export',
      state: 'running',
      done: 40,
      total: 100,
      said: { id: 'Menyalin tiket ke flashdisk.', en: 'Copying tickets to the stick.' },
      code: null,
      ...changes,
    }}
    problem={null}
    isLost={false}
    onLook={nothing}
    onEnd={nothing}
  />
);

const logLines = Array.from({ length: 40 }, (_, at) => ({
  at: EXAMPLE_TIME - at * MINUTE,
  level: (['info', 'warn', 'info', 'error'] as const)[at % 4] ?? 'info',
  event: ['sync.round', 'content.trouble', 'print.done', 'job.failed'][at % 4] ?? '',
  rest:
    ['code=sync.ok count=3', 'code=content.invalid', 'state=printed ms=812', 'code=link.cut attempts=4'][
      at % 4
    ] ?? '',
}));
const logs = (filter: LogFilter, lines = logLines) => (
  <LogsView
    lines={lines}
    filter={filter}
    onFilter={nothing}
    onOlder={nothing}
    onStick={nothing}
    onBack={nothing}
  />
);

const enrol = (kioskCode: string | null) => (
  <EnrolForm
    kioskCode={kioskCode}
    hubUrl={kioskCode === null ? null : 'https://hub.example'}
    typed={{ code: kioskCode === null ? '' : 'CONTOH-2026', address: '' }}
    onType={nothing}
    onSend={nothing}
    onBack={nothing}
  />
);

const enrolled = {
  kioskCode: 'B4K',
  officeName: 'Kantor Pos Contoh',
  onLink: nothing,
  onRound: nothing,
  onRestart: nothing,
};

export const examples: readonly Example[] = [
  screen('health-red', () => health(aHealth().lines, 'red')),
  screen('health-green', () => health(greens, 'green')),
  screen('health-amber', () =>
    health([aHealth().lines[1] ?? aHealthLine({ level: 'amber' }), ...greens], 'amber'),
  ),
  screen('health-many', () => health([...manyRed, ...greens.slice(0, 5)], 'red')),
  screen('health-stale', () => health(aHealth().lines, 'red', 'bridge.no-answer')),
  screen('health-reading', () => (
    <HealthView
      health={null}
      problem={null}
      readAt={null}
      pages={pages}
      onPage={nothing}
      onReadAgain={nothing}
    />
  )),
  screen(
    'health-setup',
    () => (
      <HealthView
        health={aHealth()}
        problem={null}
        readAt={EXAMPLE_TIME}
        pages={pagesFor(['setup'])}
        onPage={nothing}
        onReadAgain={nothing}
      />
    ),
    { staffNumber: null, roles: ['setup'] },
  ),
  screen('working', () => <TechnicianDesk bridge={fakeBridge()} />),
  screen('link-broken', () => link()),
  screen('link-good', () =>
    link({
      layers: aLinkTest().layers.map((layer) => ({
        ...layer,
        state: 'good',
        said: { id: 'Lapisan ini baik.', en: 'This layer is good.' },
        next: null,
        tookMs: 18,
      })),
    }),
  ),
  screen('link-gateway', () =>
    link({
      layers: aLinkTest().layers.map((layer, at) => ({
        ...layer,
        state: at < 5 ? 'good' : at === 5 ? 'bad' : 'skipped',
        said:
          at === 5
            ? {
                id: 'Jaringan menjawab dengan halaman masuk Wi-Fi, bukan pusat.',
                en: 'The network answers with a Wi-Fi sign-in page, not the hub.',
              }
            : at < 5
              ? { id: 'Lapisan ini baik.', en: 'This layer is good.' }
              : { id: 'Belum bisa diperiksa.', en: 'Cannot be tried yet.' },
        next:
          at === 5
            ? {
                id: 'Minta pengelola Wi-Fi membuka jalan untuk kios ini tanpa halaman masuk.',
                en: 'Ask who runs the Wi-Fi to let this kiosk through without a sign-in page.',
              }
            : null,
        detail: at === 5 ? 'HTTP 200 text/html' : null,
      })),
    }),
  ),
  screen('reading', () => <LoadingScreen name="desk.example" onBack={nothing} />),
  screen('reading-failed', () => (
    <FailedScreen
      name="desk.example"
      problem={{ code: 'desk.not-ready' }}
      onRetry={nothing}
      onBack={nothing}
    />
  )),
  screen('failed-unknown-code', () => (
    <FailedScreen
      name="desk.example"
      problem={{ code: 'something.never-seen' }}
      onRetry={nothing}
      onBack={nothing}
    />
  )),
  screen('queue', () => queue()),
  screen('queue-long', () =>
    queue({
      entries: longQueue,
      total: 312,
      counts: { waiting: 104, running: 1, 'needs-person': 103, refused: 104, closed: 9 },
    }),
  ),
  screen('queue-empty', () =>
    queue({
      entries: [],
      total: 0,
      counts: { waiting: 0, running: 0, 'needs-person': 0, refused: 0, closed: 0 },
      oldestWaitingAt: null,
      lastAcknowledgedAt: null,
    }),
  ),
  screen('settle', () => <ActScreen entry={aQueueEntry()} send={nothing} />),
  screen('settle-reason', () => <ReasonScreen context={settling({ act: 'close' })} send={nothing} />),
  screen('settle-writing', () => <WritingScreen context={settling({ isShort: true })} send={nothing} />),
  screen('settle-saved', () => <SavedScreen context={settling()} send={nothing} />),
  screen('round-ready', () => round('ready', null)),
  screen('round-running', () => round('running')),
  screen('round-all-sent', () => round('ended', { isRunning: false, steps: ended, sent: 12 })),
  screen('round-nothing', () => round('ended', { isRunning: false, steps: ended, sent: 0, toSend: 0 })),
  screen('round-broken-off', () =>
    round('ended', {
      isRunning: false,
      steps: brokenOff,
      trouble: offline,
      setAside: 2,
      nextInMs: 95_000,
    }),
  ),
  screen('round-set-aside', () =>
    round('ended', { isRunning: false, steps: ended, sent: 11, setAside: 1, nextInMs: 300_000 }),
  ),
  screen('printer', () => printer('ready')),
  screen('printer-no-paper', () => printer('ready', 'out-of-paper')),
  screen('printer-sending', () => printer('printing')),
  screen('printer-asking', () => printer('asking', 'out-of-paper')),
  screen('printer-works', () => printer('works')),
  screen('printer-broken', () => printer('broken', 'out-of-paper')),
  screen('storage', () => storage(copies, diskAndDatabase)),
  screen('storage-full-no-copies', () =>
    storage(
      [],
      [
        aHealthLine({
          area: 'disk',
          level: 'red',
          code: 'disk.full',
          said: { id: 'Ruang simpan tinggal 180 MB.', en: 'Only 180 MB of room is left.' },
          next: {
            id: 'Salin yang menunggu ke flashdisk, lalu hubungi pusat.',
            en: 'Copy what waits to a stick, then call the hub.',
          },
        }),
      ],
    ),
  ),
  screen('restore', () => (
    <RestoreQuestion madeAt={EXAMPLE_TIME} onRestore={nothing} onStick={nothing} onBack={nothing} />
  )),
  screen('restored', () => <RestoredScreen onRestart={nothing} />),
  screen('task-running', () => task({}, true)),
  screen('task-done', () =>
    task(
      {
        state: 'done',
        done: 100,
        said: { id: '100 kiriman ada di flashdisk.', en: '100 bundles are on the stick.' },
      },
      true,
    ),
  ),
  screen('task-failed', () =>
    task(
      {
        state: 'failed',
        code: 'stick.full',
        said: { id: 'Flashdisk penuh sesudah 40 kiriman.', en: 'The stick was full after 40 bundles.' },
      },
      true,
    ),
  ),
  screen('task-lost', () => (
    <TaskView
      title="kiosk-stick"
      isOnStick
      task={null}
      problem={null}
      isLost
      onLook={nothing}
      onEnd={nothing}
    />
  )),
  screen('stick', () => (
    <StickView
      sticks={[
        { id: 'a', label: 'FLASHDISK', freeBytes: 7_400_000_000, toRead: 1, written: 3 },
        { id: 'b', label: 'FLASHDISK-CONTOH-KANTOR', freeBytes: 812_000, toRead: 0, written: 0 },
      ]}
      onAct={nothing}
      onBack={nothing}
    />
  )),
  screen('stick-none', () => <StickView sticks={[]} onAct={nothing} onBack={nothing} />),
  screen('logs', () => logs('all')),
  screen('logs-errors', () => logs('error')),
  screen('logs-empty', () => logs('error', [])),
  screen('versions', () => <VersionsView versions={aVersions()} onApply={nothing} onBack={nothing} />),
  screen('versions-update-ready', () => (
    <VersionsView
      versions={aVersions({
        update: {
          running: '0.1.0-100',
          staged: '0.2.0-200',
          coming: null,
          notTaken: null,
          result: null,
          bad: [],
        },
      })}
      onApply={nothing}
      onBack={nothing}
    />
  )),
  screen('apply-update', () => <ApplyQuestion version="0.2.0-200" onApply={nothing} onBack={nothing} />),
  screen('versions-update-failed', () => (
    <VersionsView
      versions={aVersions({
        update: {
          running: '0.1.0-100',
          staged: null,
          coming: { name: '0.3.0-300', bytes: 120_000_000, bytesHere: 50_000_000, notes: 'Contoh' },
          notTaken: null,
          result: { outcome: 'rolled-back', name: '0.2.0-200', code: 'update.not-healthy' },
          bad: [{ name: '0.2.0-200', code: 'update.not-healthy' }],
        },
      })}
      onApply={nothing}
      onBack={nothing}
    />
  )),
  screen('versions-first-day', () => (
    <VersionsView
      versions={aVersions({
        isTestBuild: true,
        kioskCode: null,
        hubUrl: null,
        contentName: null,
        contentFrom: 'installed',
        documents: [],
        printer: { profile: null, address: null, state: 'not-configured' },
      })}
      onApply={nothing}
      onBack={nothing}
    />
  )),
  screen('enrol', () => enrol(null)),
  screen('enrol-again', () => enrol('B4K')),
  screen('enrolled', () => <EnrolledScreen {...enrolled} needsRestart={false} />),
  screen('enrolled-restart', () => <EnrolledScreen {...enrolled} needsRestart />),
  screen('retire', () => (
    <RetireForm kioskCode="B4K" typed="" onType={nothing} onErase={nothing} onBack={nothing} />
  )),
  screen('retire-waiting', () => (
    <StillWaitingScreen onRound={nothing} onAnyway={nothing} onBack={nothing} />
  )),
  screen('retired', () => (
    <RetiredScreen
      proof="PMR1.eyJjb250b2giOnRydWUsImtpb3MiOiJCNEsiLCJiZXJrYXMiOjl9.Y29udG9oLXRhbmRhLXRhbmdhbg"
      erasedFiles={9}
      onRestart={nothing}
    />
  )),
  screen('retire-nothing', () => <NotEnrolledScreen onBack={nothing} />),
  screen('restart', () => <RestartQuestion onRestart={nothing} onBack={nothing} />),
];
