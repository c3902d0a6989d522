import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { RoundProgress } from '../../shared/contract/desk.ts';
import type { HeartbeatBody } from '../../shared/contract/hub-api.ts';
import type { Clock } from '../../shared/lib/clock.ts';
import type { PhotoFiles } from '../attachments/photo-files.ts';
import type { WritableDB } from '../db/handles.ts';
import { findEnrolment } from '../db/repositories/enrolment.ts';
import { readFact, writeFact } from '../db/repositories/facts.ts';
import type { CommandActs } from '../deliveries/commands.ts';
import type { Deliveries } from '../deliveries/deliveries.ts';
import { heldSettings } from '../deliveries/held.ts';
import type { KioskTime } from '../intake/kiosk-time.ts';
import { releaseClaims } from '../jobs/queue.ts';
import { readQueueHealth } from '../jobs/queue-health.ts';
import { systemTimers, type Timers } from '../jobs/timers.ts';
import { createClockWatch } from './clock-watch.ts';
import { openDeskLogSender } from './desk-log.ts';
import type { EnrolmentOffer } from './enrol.ts';
import { createHubClient, type Deadlines, type HubClient, type SignAsKiosk } from './hub-client.ts';
import type { LinkState } from './link-probe.ts';
import { openPhotoAllowance } from './photo-allowance.ts';
import { createProgressBoard } from './progress.ts';
import { createPushLimits } from './push-limits.ts';
import { type RoundReport, runRound } from './round.ts';
import { createRoundScheduler, type Pace } from './scheduler.ts';

export interface SyncDeps {
  db: WritableDB;
  clock: Clock;
  hubUrl: string;
  sign: SignAsKiosk;
  offer: EnrolmentOffer;
  /** UUID made at this start of the app. */
  bootId: string;
  appVersion: string;
  runtime: string;
  /** What only other parts of the kiosk know. */
  readHealth: () => Pick<HeartbeatBody, 'printer' | 'freeDiskBytes' | 'nextTicketCounter'>;
  onHighestTicketCounter: (counter: number) => void;
  /** Says whether the wall clock is behind until the hub is heard, dates acknowledgements, and learns from the hub. */
  kioskTime: KioskTime;
  onChange: (state: SyncState) => void;
  onTrouble: (what: string, error: unknown) => void;
  /** Each round's true account, for the log. */
  onRound?: (report: RoundReport) => void;
  timers?: Timers;
  random?: () => number;
  /** Sealed photos that wait to be sent. */
  photoFiles: PhotoFiles;
  /** What comes down besides statuses. */
  deliveries: Deliveries;
  /** What the hub may command from afar; what is left out is told as not possible. */
  commandActs?: CommandActs;
  /** What people call the content that is shown. Null: not from the hub. */
  readContentName?: () => string | null;
  pace?: Partial<Pace>;
  deadlines?: Deadlines;
  certificateAuthority?: string;
}

/** What screens, staff and technicians are told about the link and the queue. Times are Unix ms of the device clock. */
export interface SyncState {
  link: { state: LinkState; heardFromHubAt: number | null };
  clockSuspect: boolean;
  isEnrolled: boolean;
  /** The hub has revoked this kiosk. It takes nothing from it until it is enrolled again; what waits stays here. */
  isRevoked: boolean;
  /** Records and photos. */
  waiting: number;
  oldestWaitingAt: number | null;
  setAside: number;
  /** Code of the last round's trouble (`jobs/reasons.ts` has its sentence); null: it went through. */
  trouble: string | null;
  /** Rounds that the watchdog gave up in this boot. Not 0: raise an alarm for the technician. */
  stuckRounds: number;
}

export interface Sync {
  start(): void;
  /** A submission was committed, the machine woke up, somebody pressed "sync now". */
  nudge(): void;
  /** Ends the running round and closes the line for good. */
  stop(): Promise<void>;
  state(): SyncState;
  /**
   * Starts a round at once, also within a wait that hub or back-off asked for: a technician stands there. While one runs,
   * that one is what is meant. Gives what `progress` gives from then on.
   */
  syncNow(): RoundProgress;
  /** How far the running round is, or how the last one ended. */
  progress(): RoundProgress;
  /** Asks the hub for a ticket of another kiosk, beside the rounds. */
  lookUp: HubClient['lookUp'];
}

const HEARD_AT = 'hub.heard-at';
const REVOKED = 'hub.has-revoked';
/** A revoked kiosk asks seldom, and never stops: a revocation may be taken back. */
const REVOKED_WAIT_MS = 30 * 60_000;

/** Carries what waits to the hub and brings back what the hub says, round after round, for as long as the app runs. */
export function createSync(deps: SyncDeps): Sync {
  const { db, clock } = deps;
  const timers = deps.timers ?? systemTimers;
  const random = deps.random ?? Math.random;
  const limits = createPushLimits();
  const clockWatch = createClockWatch(clock, deps.kioskTime.isClockBehind);
  let link: LinkState = 'unknown';
  let heardAt = readFact(db, HEARD_AT, z.number());
  let keptHeardAt = heardAt;
  let trouble: string | null = null;
  let stuckRounds = 0;
  let worker = '';
  const board = createProgressBoard();
  const deskLog = openDeskLogSender(db);
  let published = '';
  let isRevoked = readFact(db, REVOKED, z.boolean()) ?? false;
  const photoAllowance = openPhotoAllowance(
    db,
    () => heldSettings(db).photoBytesPerHour ?? null,
    deps.kioskTime.now,
  );

  const hub = createHubClient({
    hubUrl: deps.hubUrl,
    clock,
    sign: deps.sign,
    onHeard(heard) {
      heardAt = clock.now();
      deps.kioskTime.hearHub(clockWatch.hear(heard));
    },
    ...(deps.deadlines ? { deadlines: deps.deadlines } : {}),
    ...(deps.certificateAuthority === undefined ? {} : { certificateAuthority: deps.certificateAuthority }),
  });

  function readHeartbeat(): HeartbeatBody {
    const { waiting, oldestWaitingAt, setAside } = readQueueHealth(db);
    return {
      ...deps.readHealth(),
      appVersion: deps.appVersion,
      runtime: deps.runtime,
      deviceTime: Math.max(0, Math.floor(clock.now())),
      bootId: deps.bootId,
      monotonicMs: Math.floor(clock.monotonic()),
      waiting,
      oldestWaitingAt,
      setAside,
    };
  }

  function state(): SyncState {
    return {
      link: { state: link, heardFromHubAt: heardAt },
      clockSuspect: clockWatch.isSuspect(),
      isEnrolled: findEnrolment(db) !== null,
      isRevoked,
      ...readQueueHealth(db),
      trouble,
      stuckRounds,
    };
  }

  function publish(): void {
    const now = state();
    const text = JSON.stringify(now);
    if (text === published) return;
    published = text;
    deps.onChange(now);
  }

  async function run(signal: AbortSignal, onProgress: () => void) {
    // The last round may have been given up, or have thrown, with claims in its hands.
    if (worker !== '') releaseClaims(db, worker, 'sync.stuck');
    worker = `round-${randomUUID()}`;
    board.begin(readQueueHealth(db).waiting, clock.now());
    const report = await runRound({
      db,
      hub,
      clock,
      kioskNow: deps.kioskTime.now,
      random,
      limits,
      offer: deps.offer,
      readHeartbeat,
      photoFiles: deps.photoFiles,
      photoAllowance,
      deliveries: deps.deliveries,
      deskLog,
      commandActs: deps.commandActs ?? {},
      readReported: () => ({ stuckRounds, contentName: deps.readContentName?.() ?? null }),
      onHighestTicketCounter: deps.onHighestTicketCounter,
      worker,
      signal,
      onLink(seen) {
        link = seen;
        publish();
        keepHeardAt();
      },
      onProgress() {
        onProgress();
        publish();
      },
      progress: {
        step: (step, state) => signal.aborted || board.step(step, state),
        settled: (counts) => signal.aborted || board.settled(counts),
      },
    });
    if (!signal.aborted) account(report);
    const retryAfterMs = report.trouble?.retryAfterMs ?? (isRevoked ? REVOKED_WAIT_MS : undefined);
    const nextRoundInMs = report.nextRoundInMs ?? askedIntervalMs();
    return {
      ok: report.trouble === null,
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
      ...(nextRoundInMs === undefined ? {} : { nextRoundInMs }),
    };
  }

  /** As the settings of the hub have it; a slot that it gives at the moment goes before. */
  function askedIntervalMs(): number | undefined {
    const seconds = heldSettings(db).roundEverySeconds;
    return seconds === undefined ? undefined : seconds * 1000 * (0.9 + random() * 0.2);
  }

  function account(report: RoundReport): void {
    link = report.link;
    trouble = report.trouble?.code ?? null;
    noteRevoked(report);
    board.end(trouble, clock.now());
    publish();
    deps.onRound?.(report);
    keepHeardAt();
  }

  /** Only the hub's word makes it so, and only a step that the hub let through ends it. */
  function noteRevoked({ trouble: because }: RoundReport): void {
    const now = because === null ? false : because.code === 'hub.revoked' || isRevoked;
    if (now === isRevoked) return;
    isRevoked = now;
    writeFact(db, REVOKED, now);
  }

  function keepHeardAt(): void {
    if (heardAt === keptHeardAt) return;
    db.transaction(() => {
      writeFact(db, HEARD_AT, heardAt);
      deps.kioskTime.keep();
    })();
    keptHeardAt = heardAt;
  }

  const scheduler = createRoundScheduler({
    run,
    onStuck() {
      stuckRounds += 1;
      trouble = 'sync.stuck';
      board.end(trouble, clock.now());
      publish();
    },
    onTrouble(what, error) {
      // A round that threw ends here; anything else goes on.
      if (board.read(null).isRunning) board.end('job.failed', clock.now());
      deps.onTrouble(what, error);
    },
    clock,
    timers,
    random,
    ...(deps.pace ? { pace: deps.pace } : {}),
  });

  return {
    start() {
      scheduler.start();
      publish();
    },
    nudge() {
      scheduler.nudge();
      publish();
    },
    async stop() {
      await Promise.all([scheduler.stop(), hub.close()]);
    },
    state,
    syncNow() {
      scheduler.startNow();
      return board.read(scheduler.nextInMs());
    },
    progress: () => board.read(scheduler.nextInMs()),
    lookUp: hub.lookUp,
  };
}
